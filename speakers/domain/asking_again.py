"""After a no or a stop the speaker comes to us: we may ask about this way to speak again; it is a yes to nothing."""

from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.acts.choices import choices_of
from consent.domain.acts.starting_again import say_we_may_ask, uses_they_may_open
from people.domain import outbox
from speakers.models import Speaker

if TYPE_CHECKING:
    from consent.models import ConsentFile, Use


def may_be_opened(speaker: Speaker) -> "list[Use]":
    """What they once said no to or stopped, and nobody asks about now, in catalogue order."""
    found: dict[str, Use] = {}
    for file in _files(speaker):
        uses = {choice.use.slug: choice.use for choice in choices_of(speaker.person, file.pk)}
        found |= {slug: uses[slug] for slug in uses_they_may_open(speaker.person, file.pk, uses)}
    return list(found.values())


@transaction.atomic
def open_again(speaker: Speaker, *, use: str) -> bool:
    """Write it down and tell their supporter, once however often it is pressed; False when nothing was closed."""
    if use not in {one.slug for one in may_be_opened(speaker)}:
        return False
    for file in _files(speaker):
        say_we_may_ask(file, person=speaker.person, uses=[use])
    if speaker.person.supporter is not None:
        outbox.put(event="speakers/may_ask_again", user=speaker.person.supporter, context={})
    return True


def _files(speaker: Speaker) -> "list[ConsentFile]":
    return [file for file in (speaker.profile_file, speaker.speaking_file) if file is not None]
