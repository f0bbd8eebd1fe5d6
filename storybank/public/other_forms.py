"""The other forms of a story that a reader may meet too: a translation, easy read, to listen to, a part of it.

Each is there by its own yes. And a link must not tell what a page keeps: where two forms say different things of
whoever is in them, nothing on either page leads to the other.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from consent import policy
from consent.enums import EditionKind, IdentityLevel
from people import clock
from storybank.domain.deriving import forms_of
from storybank.domain.reading import readings
from storybank.models import StoryPage

WORDS = {
    EditionKind.EXCERPT: _("A part of it"),
    EditionKind.EASY_READ: _("Easy read"),
    EditionKind.AUDIO: _("To listen to"),
}
AS_FIRST_TOLD = _("The story as it was first told")
LANGUAGES = {"en": "English", "cy": "Cymraeg"}


@dataclass(frozen=True)
class OtherForm:
    """`words` say which form; `tongue` is its language by its own name where it is not this page's."""

    url: str
    words: str
    tongue: str
    language: str


def other_forms(page: StoryPage) -> list[OtherForm]:
    """The original first. Asked of the gate on this request, like the page itself."""
    others = [form for form in forms_of(page) if form.live and form.pk != page.pk]
    if not others:
        return []
    prefetch_related_objects(others, "themes", "region")
    at = clock.now()
    cleared = policy.clearances([page.edition_id, *(one.edition_id for one in others)], policy.WEBSITE, at)
    here = _says(cleared.get(page.edition_id))
    alike = {one.pk: one for one in others if here and _says(cleared.get(one.edition_id)) == here}
    return [_link(page, alike[one.page_id], url=one.url) for one in readings(alike.values(), at=at)]


def _says(cleared: Any) -> tuple[Any, ...]:
    """All that a form tells of whoever is in it. Where no name is shown, a face or a voice would tell one."""
    if cleared is None:
        return ()
    said = (cleared.identity, sorted(cleared.slots.items()), cleared.place, cleared.time)
    if IdentityLevel(cleared.identity).shows_name:
        return said
    return (*said, cleared.face, cleared.voice)


def _link(page: StoryPage, other: StoryPage, *, url: str) -> OtherForm:
    """A translation is told by its language alone."""
    words = "" if other.form == EditionKind.TRANSLATION else WORDS.get(EditionKind(other.form), AS_FIRST_TOLD)
    tongue = LANGUAGES.get(other.language, "") if other.language != page.language or not words else ""
    return OtherForm(url=url, words=str(words), tongue=tongue, language=other.language)
