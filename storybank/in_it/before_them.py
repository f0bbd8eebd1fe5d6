"""What lies before somebody who is asked: the words they may read now, with the addresses of what is seen and heard."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from consent.domain.acts.choices import Choice, open_choices, ready_choices
from people.models import Person
from storybank.domain import in_it
from storybank.domain.in_it import Part


@dataclass(frozen=True)
class Ready:
    """One version whose thinking time is over: its words, and the choices about it."""

    words: Part
    choices: list[Choice]


def words_before(person: Person, file: Any, edition_id: int) -> Part | None:
    """Their part of one version; None until the author said yes, and when anything in it is not as it was frozen."""
    part = in_it.part_for(person, file.pk, edition_id)
    if part is None:
        return None
    return in_it.words_of(part, media=lambda uid: reverse("storybank:in_it_media", args=[file.uid, uid]))


def ready_before(person: Person, file: Any) -> list[Ready]:
    """What they can say yes to a second time: each version with its words, none of which they cannot read."""
    by_version: dict[int, list[Choice]] = {}
    for choice in ready_choices(person, file.pk):
        by_version.setdefault(choice.edition_id, []).append(choice)
    found = ((words_before(person, file, edition), choices) for edition, choices in by_version.items())
    return [Ready(words, choices) for words, choices in found if words is not None]


def all_before(person: Person, file: Any) -> list[Part]:
    """Everything that they are asked about now, for the first time or the second."""
    asked = {choice.edition_id for choice in open_choices(person, file.pk)}
    found = [words_before(person, file, edition) for edition in sorted(asked)]
    return [part for part in found if part] + [ready.words for ready in ready_before(person, file)]
