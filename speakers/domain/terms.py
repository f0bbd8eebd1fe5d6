"""The card that says how a speaker may be asked to speak: frozen, and asked about by the consent room."""

from typing import TYPE_CHECKING, Final

from django.db import transaction

from consent.domain.acts import asking
from consent.domain.care import files
from consent.domain.record import editions
from consent.domain.record.closure import Closure, Part
from consent.enums import Subject
from speakers.enums import Stance
from speakers.models import Speaker

if TYPE_CHECKING:
    from consent.models import Edition, Permission
    from people.models import User

PROMISES: Final = (
    "We ask you each time. A yes on this card only means that we may ask.",
    "You can say no each time, without a reason. It changes nothing between us.",
    "You can step back at any moment, also on the day.",
    "You say what you will not speak about. You need not say why.",
    "Someone from the team comes with you, if you like.",
)
"""The terms themselves. One changed word makes a new version, and everybody is asked again."""


def card(speaker: Speaker) -> Closure:
    """Every part the speaker says yes to: our promises, and what they speak about (never what they will not)."""
    spoken = [one for one in speaker.stances.select_related("topic") if one.stance != Stance.WILL_NOT]
    return Closure(
        (
            *(Part.of("promise", f"promise {n}", words) for n, words in enumerate(PROMISES, start=1)),
            Part.of("topics", "what I speak about", sorted(one.topic.name for one in spoken)),
        )
    )


@transaction.atomic
def freeze_card(speaker: Speaker, *, by: "User | None" = None) -> "Edition":
    """The card as it stands; the last version again when not a word has changed."""
    file = speaker.speaking_file
    if file is None:
        file = files.open_file(kind=Subject.SPEAKING, title="Speaking", person=speaker.person, by=by)
        speaker.speaking_file = file
        speaker.save(update_fields=["speaking_file"])
    return editions.freeze(file, closure=card(speaker), language=speaker.person.language, by=by)


def ask_about_speaking(speaker: Speaker, *, uses: list[str], by: "User") -> "list[Permission]":
    """Put the question: for each of these kinds, may we ask you? Raises `consent.domain.acts.asking.CannotAsk`."""
    return asking.ask(freeze_card(speaker, by=by), uses=uses, by=by)
