"""What the demo's speakers said yes to, twice, each at its own moment in the past."""

from collections.abc import Callable
from datetime import datetime, timedelta

from consent.domain.acts import answering
from consent.domain.record.shown import Shown
from consent.domain.record.uses import current_uses
from consent.domain.told import notices
from consent.enums import Answer, IdentityLevel, Subject
from home.demo.people import SPEAKING_PEOPLE
from home.demo.shapes import DemoSpeaker, SpokenUse
from people import clock
from speakers.domain import profiles, terms
from speakers.models import Speaker

NOTICE = "speaking-choices"
ASKED_BEFORE = timedelta(days=21)
ANSWERED_BEFORE = timedelta(days=16)
LEGAL_NAMES = {person.key: person.legal_name for person in SPEAKING_PEOPLE}

Step = tuple[datetime, Callable[[], None]]


def say_yes_twice(speaker: Speaker, words: DemoSpeaker) -> None:
    """Asked, thought about, said again: all uses together in the order of time, as the ledger has it."""
    lasts = {
        use.slug: use.max_days for kind in (Subject.PROFILE, Subject.SPEAKING) for use in current_uses(kind)
    }
    steps: list[Step] = []
    for spoken in words.uses:
        second = clock.now() - timedelta(days=lasts[spoken.use] - spoken.days_left)
        steps += _steps(speaker, spoken, name=_name(words, spoken), second=second)
    for moment, step in sorted(steps, key=lambda one: one[0]):
        with clock.at(moment):
            step()


def _steps(speaker: Speaker, spoken: SpokenUse, *, name: str, second: datetime) -> list[Step]:
    asked = []

    def ask() -> None:
        by = speaker.person.supporter
        if spoken.use == profiles.DIRECTORY:
            asked.extend(profiles.ask_about_listing(speaker, by=by))
        else:
            asked.extend(terms.ask_about_speaking(speaker, uses=[spoken.use], by=by))

    def say_yes() -> None:
        (permission,) = asked
        text = notices.rendering(NOTICE, language=speaker.person.language)
        notices.serve(permission.file, person=speaker.person, rendering=text)
        answering.answer(
            permission,
            person=speaker.person,
            answer=Answer.YES,
            identity=IdentityLevel[spoken.identity],
            shown=Shown(name=name),
            face=spoken.face,
            voice=spoken.voice,
        )

    def say_it_again() -> None:
        (permission,) = asked
        answering.confirm(permission.file, person=speaker.person, permissions=[permission])

    return [(second - ASKED_BEFORE, ask), (second - ANSWERED_BEFORE, say_yes), (second, say_it_again)]


def _name(words: DemoSpeaker, spoken: SpokenUse) -> str:
    """The full name only where they agreed to it."""
    return LEGAL_NAMES[words.key] if spoken.identity == "N5" else words.display_name
