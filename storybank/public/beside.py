"""Which other stories a page may lead to: kept for a minute, as it only says which the gate is to be asked about."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from people import clock
from people.prepared import Prepared
from storybank.domain.queries import public_stories
from storybank.domain.showing import BESIDE
from storybank.models import StoryPage
from storybank.public.pieces import keeping

RELATED = 3
FORMS, ALIKE = BESIDE // 2, BESIDE // 2


class Beside(NamedTuple):
    """Pages by number: other forms of the story, the original first; and others on its themes, newest first."""

    page_id: int
    edition_id: int | None
    forms: Sequence[int]
    alike: Sequence[int]


def remembered(slug: str) -> Beside | None:
    """What was beside the story a moment ago."""
    found: Beside | None = keeping.one(_name(slug))
    return found


def look(slug: str) -> Beside | None:
    """What is beside it now, whether or not it may be shown. More on its themes than are shown: one of them may have
    been stopped a moment later."""
    of_the_story = _FORMS.rows(slug=slug)
    here = next((page for page in of_the_story if page[1] == slug), None)
    if here is None:
        return None
    page_id, _, edition_id, file_id = here
    found = Beside(
        page_id=page_id,
        edition_id=edition_id,
        forms=[pk for pk, *_ in of_the_story if pk != page_id][:FORMS],
        alike=[pk for (pk,) in _ALIKE.rows(page_id=page_id, file_id=file_id, at=clock.now())],
    )
    keeping.keep_a_minute({_name(slug): found})
    return found


def _forms(slug: str) -> QuerySet[StoryPage, Any]:
    file = StoryPage.objects.filter(slug=slug).values("file")
    pages = StoryPage.objects.filter(file__in=file).order_by("pk")
    return pages.values_list("pk", "slug", "edition_id", "file_id")


def _alike(page_id: int, file_id: int, at: datetime) -> QuerySet[StoryPage, Any]:
    themes = StoryPage.themes.through.objects
    same = themes.filter(theme__in=themes.filter(storypage=page_id).values("theme")).values("storypage")
    return public_stories(at).filter(pk__in=same).exclude(file=file_id).values_list("pk")[:ALIKE]


_FORMS = Prepared(_forms, {"slug": str}, steady=True)
_ALIKE = Prepared(_alike, {"page_id": int, "file_id": int, "at": datetime}, steady=True)


def _name(slug: str) -> str:
    return keeping.key("beside", slug)
