"""The other forms of a story that a reader may meet too: a translation, easy read, to listen to, a part of it.

Each is there by its own yes. And a link must not tell what a page keeps: where two forms say different things of
whoever is in them, nothing on either page leads to the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consent.enums import EditionKind, IdentityLevel
from storybank.domain.showing import Stands
from storybank.public.pieces import keeping

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


def other_forms(here: Stands, forms: Sequence[Stands]) -> str:
    """The line that leads to them, the original first. `forms`: those that the gate let through in this request."""
    if not forms:
        return ""
    name = keeping.key("other_forms", here.mark, here.kept_under, *(form.kept_under for form in forms))
    return str(keeping.made_once(name, lambda: _line(here, forms)))


def speaks_as_the_first(here: Stands, forms: Sequence[Stands]) -> bool:
    """Whether the first form of all says the same of whoever is in it. What came back stands only then: the same words
    beside two forms would lead from one to the other."""
    first = min((here, *forms), key=lambda form: form.page_id)
    return _says(first) == _says(here)


def _line(here: Stands, forms: Sequence[Stands]) -> str:
    page, said = here.values(), _says(here)
    links = [_link(page, form.values()) for form in forms if _says(form) == said]
    return render_to_string("components/other_forms.html", {"forms": links})


def _says(story: Stands) -> tuple[Any, ...]:
    """All that a form tells of whoever is in it. Where no name is shown, a face or a voice would tell one."""
    values = story.values()
    slots = sorted(values["cleared_slots"].items())
    said = (values["cleared_identity"], slots, values["cleared_place"], values["cleared_time"])
    if IdentityLevel(values["cleared_identity"]).shows_name:
        return said
    return (*said, values["cleared_face"], values["cleared_voice"])


def _link(page: dict[str, Any], other: dict[str, Any]) -> OtherForm:
    """A translation is told by its language alone."""
    form = EditionKind(other["form"])
    words = "" if form == EditionKind.TRANSLATION else WORDS.get(form, AS_FIRST_TOLD)
    tongue = (
        LANGUAGES.get(other["language"], "") if other["language"] != page["language"] or not words else ""
    )
    return OtherForm(
        url=reverse("storybank:story", args=[other["slug"]]),
        words=str(words),
        tongue=tongue,
        language=other["language"],
    )
