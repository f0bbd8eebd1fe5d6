"""A speaker's own choices about speaking and about the list: answered, said again, stopped; all in the consent room."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.record.shown import Shown
from consent.domain.record.standing_choices import InUse, in_use
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.told import notices
from consent.enums import Answer, IdentityLevel
from people import clock
from speakers.models import Speaker

if TYPE_CHECKING:
    from consent.models import ConsentFile, NoticeRendering, Permission

NOTICE = "speaking-choices"


@dataclass(frozen=True, slots=True)
class How:
    """How they would be named and shown, set once for all the yeses of one screen."""

    identity: IdentityLevel
    name: str = ""
    face: bool = False
    voice: bool = False


def notice(speaker: Speaker) -> "NoticeRendering":
    """What they are told before they choose."""
    return notices.rendering(NOTICE, language=speaker.person.language)


def to_answer(speaker: Speaker) -> "list[Permission]":
    """What they have been asked and have not answered."""
    return [one for file in _files(speaker) for one in asking.open_asks(speaker.person_id, file.pk)]


def to_say_again(speaker: Speaker) -> "list[Permission]":
    """First yeses whose thinking time is over."""
    ours = {file.pk for file in _files(speaker)}
    return [one for one in answering.waiting_for_second_yes(speaker.person) if one.file_id in ours]


def thinking(speaker: Speaker) -> "list[Permission]":
    ours = {file.pk for file in _files(speaker)}
    return [one for one in answering.cooling(speaker.person) if one.file_id in ours]


def standing(speaker: Speaker) -> list[Any]:
    """The clearances that stand now, by use."""
    found = policy.file_clearances([file.pk for file in _files(speaker)], clock.now())
    return [clearance for uses in found.values() for _, clearance in sorted(uses.items())]


def can_stop(speaker: Speaker) -> list[InUse]:
    """Every use with a yes, a first yes or an open question, whatever keeps it dark just now: a stop never waits."""
    found = {one.slug: one for file in _files(speaker) for one in in_use(speaker.person, file)}
    return list(found.values())


def resting(speaker: Speaker) -> list[InUse]:
    """What was said yes to and is dark just now: their own rest, or something is being looked at."""
    elsewhere = {one.use_slug for one in standing(speaker)}
    elsewhere |= {one.use.slug for one in (*thinking(speaker), *to_answer(speaker), *to_say_again(speaker))}
    return [one for one in can_stop(speaker) if one.slug not in elsewhere]


@transaction.atomic
def answer(speaker: Speaker, answers: dict[int, Answer], *, how: How, told: "NoticeRendering") -> int:
    """The first act, for what is still open; returns how many were answered. `told`: what stood on their screen."""
    done = 0
    for permission in to_answer(speaker):
        given = answers.get(permission.pk)
        if given is None:
            continue
        notices.serve(permission.file, person=speaker.person, rendering=told)
        answering.answer(
            permission,
            person=speaker.person,
            answer=given,
            identity=how.identity,
            shown=Shown(name=how.name),
            face=how.face,
            voice=how.voice,
        )
        done += 1
    return done


@transaction.atomic
def say_again(speaker: Speaker, chosen: Iterable[int]) -> int:
    """The second act. What is not chosen is left as it is and never becomes a yes."""
    wanted, done = set(chosen), 0
    ready = [one for one in to_say_again(speaker) if one.pk in wanted]
    for file in _files(speaker):
        mine = [one for one in ready if one.file_id == file.pk]
        done += len(answering.confirm(file, person=speaker.person, permissions=mine)) if mine else 0
    return done


def stop_one(speaker: Speaker, *, use: str) -> None:
    """At once, without a reason, with a copy of it; bookings that rest on it are looked at again."""
    stop_and_tell(speaker.person, files=_files(speaker), use=use)


def _files(speaker: Speaker) -> "list[ConsentFile]":
    return [file for file in (speaker.profile_file, speaker.speaking_file) if file is not None]
