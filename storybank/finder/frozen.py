"""Frozen versions as the finder reads them: what a version is about, whether or not its page was ever live."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value

from consent.domain.clearance import finding
from people.models import User
from storybank.finder.line import Asked
from storybank.models import StoryEdition

COLUMNS = (
    "edition_id",
    "page_id",
    "page__file_id",
    "page__code",
    "page__form",
    "page__language",
    "page__live",
    "page__edition_id",
    "region__slug",
    "region__name",
    "fits",
)


class Frozen(NamedTuple):
    """One frozen version. `fits`: it is about the themes asked for, and says the words."""

    edition_id: int
    page_id: int
    file_id: int
    code: str
    form: str
    language: str
    live: bool
    shown: int | None
    region: str | None
    region_name: str | None
    fits: bool

    @property
    def public(self) -> bool:
        """This very version stands on the page that readers may open, if the gate agrees."""
        return self.live and self.shown == self.edition_id


def frozen_for(asked: Asked, *, by: User) -> Iterator[Frozen]:
    """All versions of every page that has one to fit, each page's newest first, in one query.

    Which of a page's versions counts is decided before anybody looks whether it fits: an older one must not be
    found for words that the newer one no longer has. Files that the user must keep away from are not there.
    """
    fits = _fits(asked)
    rows = StoryEdition.objects.exclude(page__file__in=finding.kept_from(by))
    if asked.region:
        rows = rows.filter(page__in=_pages(Q(region__slug=asked.region)))
    if fits:
        rows = rows.filter(page__in=_pages(fits))
    answer = ExpressionWrapper(fits, BooleanField()) if fits else Value(True)
    rows = rows.annotate(fits=answer).order_by("page_id", "-edition__n")
    return map(Frozen._make, rows.values_list(*COLUMNS))


def _fits(asked: Asked) -> Q:
    through = StoryEdition.themes.through.objects
    fits = Q()
    for slug in asked.themes:
        fits &= Q(pk__in=through.filter(theme__slug=slug).values("storyedition_id"))
    for word in asked.words:
        fits &= Q(said__contains=word.casefold())
    return fits


def _pages(which: Q) -> QuerySet[StoryEdition, int]:
    return StoryEdition.objects.filter(which).values_list("page_id", flat=True)
