"""A copy in everyday words: the same sentences for the page and for the paper. No title, no name, no reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from consent.domain.told.accounts import Account, ChoiceAccount
from consent.enums import IdentityLevel, PlaceDetail, State, TimeDetail, Trigger
from consent.models.receipt import CopyKind
from people import clock
from people.said_here import said_here

TITLES = {
    CopyKind.YES: noop("You said yes for the first time"),
    CopyKind.SECOND_YES: noop("You said yes for the second time"),
    CopyKind.CHANGE: noop("You changed something"),
    CopyKind.NO: noop("You said no"),
    CopyKind.STOP: noop("You stopped it"),
}
NEXT = {
    CopyKind.YES: noop(
        "Nothing is shown to anyone yet. When your thinking time is over, we ask you once more. If you say"
        " nothing then, it is a no."
    ),
    CopyKind.SECOND_YES: noop("From now on we may use your words as it says here, and in no other way."),
    CopyKind.CHANGE: noop("It counts from now on."),
    CopyKind.NO: noop("We do not use your words for this. You get the same help from us as before."),
    CopyKind.STOP: noop(
        "It worked at once. You did not have to say why. If you ever want it back, you can say yes again"
        " from the start."
    ),
}
ABOUT = {
    "story": noop("a story of yours"),
    "profile": noop("your page in our list of speakers"),
    "speaking": noop("speaking"),
}
HOW = {
    "screen": noop("on a screen"),
    "paper_code": noop("with the code on your card"),
    "paper": noop("on paper"),
    "phone": noop("by phone"),
    "in_person": noop("face to face"),
    "trusted": noop("through somebody you trust"),
}
STATES = {
    State.REQUESTED: noop("We have asked. You have not answered yet."),
    State.DEFERRED: noop("You said: not now."),
    State.REFUSED: noop("No."),
    State.COOLING: noop("Yes, once. Thinking time until {cool}."),
    State.ACTIVE: noop("Yes, until {until}."),
    State.PAUSED: noop("Resting. You said yes until {until}."),
    State.SUPERSEDED: noop("A newer version has taken its place."),
    State.EXPIRED: noop("Its last day has passed."),
    State.WITHDRAWN: noop("Stopped."),
    State.REVOKED: noop("We ended this ourselves."),
    State.INVALIDATED: noop("It did not count."),
    State.UNKNOWN: noop("We have only an old record."),
}
CALLED = {
    IdentityLevel.N0: noop("You are only counted"),
    IdentityLevel.N1: noop("Retold, with no words of yours"),
    IdentityLevel.N2: noop("Your words, and no name"),
    IdentityLevel.N3: noop("A name you chose"),
    IdentityLevel.N4: noop("Your first name"),
    IdentityLevel.N5: noop("Your full name"),
}

PLACES = {
    PlaceDetail.UK: noop("only the country as a whole"),
    PlaceDetail.NATION: noop("only the nation"),
    PlaceDetail.REGION: noop("only the wide area"),
    PlaceDetail.TOWN: noop("the town"),
    PlaceDetail.EXACT: noop("the very place"),
}
TIMES = {
    TimeDetail.DECADE: noop("only the ten years"),
    TimeDetail.YEAR: noop("only the year"),
    TimeDetail.SEASON: noop("the year and the season"),
    TimeDetail.MONTH: noop("the month"),
    TimeDetail.DAY: noop("the day"),
}
TURNS = {
    Trigger.RELEASE: noop("you come home from prison"),
    Trigger.HEARING: noop("you have a day in court or before a board"),
    Trigger.TURNING_18: noop("you turn 18"),
    Trigger.BEREAVEMENT: noop("somebody close to you dies"),
    Trigger.NEW_JOB: noop("you start a new job"),
}


@dataclass(frozen=True)
class Line:
    """One use: what it is, how it stands, what is shown of the person, what stopping reaches."""

    use: str
    stands: str
    shown: str
    taking_back: str


@dataclass(frozen=True)
class Words:
    """Everything the page and the paper say, in their order."""

    title: str
    code: str
    day: str
    about: str
    how: str
    next: str
    lines: tuple[Line, ...]
    others: tuple[Line, ...]
    told: str
    stop_code: str
    file_number: str
    organisation: str
    contact: str


def words_of(account: Account) -> Words:
    """The account, said plainly."""
    house = account.house
    return Words(
        title=_(TITLES[account.kind]),
        code=account.code,
        day=day(account.made_at),
        about=_(ABOUT[account.subject]),
        how=_how(account),
        next=_(NEXT[account.kind]),
        lines=tuple(_line(choice) for choice in account.mine),
        others=tuple(_line(choice) for choice in account.others),
        told=_told(account),
        stop_code=account.act,
        file_number=account.file_number,
        organisation=house.name,
        contact=house.phone or house.email,
    )


def day(at: datetime) -> str:
    """A day as people in this country say it."""
    local = at.astimezone(clock.LONDON)
    return date_format(local, "j F Y")


def _line(choice: ChoiceAccount) -> Line:
    columns = choice.columns
    stands = _(STATES[choice.state]).format(
        cool=day(columns["cool_until"]) if columns["cool_until"] else "",
        until=day(columns["valid_until"]) if columns["valid_until"] else "",
    )
    if choice.state in {State.COOLING, State.ACTIVE} and columns["max_uses"]:
        stands += " " + how_often(columns["max_uses"])
    if choice.state is State.COOLING and columns["valid_until"]:
        stands += " " + _("Not after %(day)s.") % {"day": day(columns["valid_until"] - timedelta(seconds=1))}
    shown = _shown(choice.identity, columns) if choice.said_yes else []
    turns = turns_lines(columns["check_first"], columns["until_event"]) if choice.said_yes else []
    return Line(
        use=said_here(choice.use.label),
        stands=" ".join([stands, *turns]),
        shown=", ".join(shown) + "." if shown else "",
        taking_back=said_here(choice.use.taking_back) if choice.said_yes else "",
    )


def _shown(identity: int, columns: Mapping[str, Any]) -> list[str]:
    place, time = PLACES.get(columns["place"]), TIMES.get(columns["time"])
    shown = [_(CALLED[IdentityLevel(identity)])]
    shown += [_("your face may be seen")] if columns["face"] else []
    shown += [_("your own voice may be heard")] if columns["voice"] else []
    shown += [_("place: %(place)s") % {"place": _(place)}] if place else []
    return shown + ([_("time: %(time)s") % {"time": _(time)}] if time else [])


def how_often(times: int) -> str:
    return _("Once only.") if times == 1 else _("At most %(times)s times.") % {"times": times}


def turns_lines(check_first: Iterable[str], until_event: str | None) -> list[str]:
    """What we ask about first, and what ends it."""
    asked = [_(TURNS[Trigger(turn)]) for turn in check_first]
    when = _(" or when ").join(asked)
    lines = [_("We ask you first when %(turns)s.") % {"turns": when}] if asked else []
    return lines + (
        [_("It ends when %(turn)s.") % {"turn": _(TURNS[Trigger(until_event)])}] if until_event else []
    )


def _how(account: Account) -> str:
    how = _(HOW[account.method]) if account.method in HOW else ""
    if account.recorded_by_staff:
        return (
            _("You told us %(how)s, and a worker wrote it down.") % {"how": how}
            if how
            else _("You told us; a worker wrote it down.")
        )
    return _("You did it yourself, %(how)s.") % {"how": how} if how else _("You did it yourself.")


def _told(account: Account) -> str:
    if account.notice is None:
        return ""
    number, at = account.notice["version"], day(account.notice["at"])
    told = _("Before you chose, on %(day)s, you were shown what it means (version %(number)s of our text).")
    return told % {"day": at, "number": number}
