"""A copy in everyday words: the same sentences for the page and for the paper. No title, no name, no reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from consent.domain.told.accounts import Account, ChoiceAccount
from consent.enums import IdentityLevel, PlaceDetail, State, TimeDetail, Trigger
from consent.models.receipt import CopyKind
from people import clock

TITLES = {
    CopyKind.YES: "You said yes for the first time",
    CopyKind.SECOND_YES: "You said yes for the second time",
    CopyKind.CHANGE: "You changed something",
    CopyKind.NO: "You said no",
    CopyKind.STOP: "You stopped it",
}
NEXT = {
    CopyKind.YES: "Nothing is shown to anyone yet. When your thinking time is over, we ask you once more. If you say"
    " nothing then, it is a no.",
    CopyKind.SECOND_YES: "From now on we may use your words as it says here, and in no other way.",
    CopyKind.CHANGE: "It counts from now on.",
    CopyKind.NO: "We do not use your words for this. You get the same help from us as before.",
    CopyKind.STOP: "It worked at once. You did not have to say why. If you ever want it back, you can say yes again"
    " from the start.",
}
ABOUT = {"story": "a story of yours", "profile": "your page in our list of speakers", "speaking": "speaking"}
HOW = {
    "screen": "on a screen",
    "paper_code": "with the code on your card",
    "paper": "on paper",
    "phone": "by phone",
    "in_person": "face to face",
    "trusted": "through somebody you trust",
}
STATES = {
    State.REQUESTED: "We have asked. You have not answered yet.",
    State.DEFERRED: "You said: not now.",
    State.REFUSED: "No.",
    State.COOLING: "Yes, once. Thinking time until {cool}.",
    State.ACTIVE: "Yes, until {until}.",
    State.PAUSED: "Resting. You said yes until {until}.",
    State.SUPERSEDED: "A newer version has taken its place.",
    State.EXPIRED: "Its last day has passed.",
    State.WITHDRAWN: "Stopped.",
    State.REVOKED: "We ended this ourselves.",
    State.INVALIDATED: "It did not count.",
    State.UNKNOWN: "We hold only an old record.",
}
CALLED = {
    IdentityLevel.N0: "You are only counted",
    IdentityLevel.N1: "Retold, with no words of yours",
    IdentityLevel.N2: "Your words, and no name",
    IdentityLevel.N3: "A name you chose",
    IdentityLevel.N4: "Your first name",
    IdentityLevel.N5: "Your full name",
}

PLACES = {
    PlaceDetail.UK: "only the country as a whole",
    PlaceDetail.NATION: "only the nation",
    PlaceDetail.REGION: "only the wide area",
    PlaceDetail.TOWN: "the town",
    PlaceDetail.EXACT: "the very place",
}
TIMES = {
    TimeDetail.DECADE: "only the ten years",
    TimeDetail.YEAR: "only the year",
    TimeDetail.SEASON: "the year and the season",
    TimeDetail.MONTH: "the month",
    TimeDetail.DAY: "the day",
}
TURNS = {
    Trigger.RELEASE: "you come home from prison",
    Trigger.HEARING: "you have a day in court or before a board",
    Trigger.TURNING_18: "you turn 18",
    Trigger.BEREAVEMENT: "somebody close to you dies",
    Trigger.NEW_JOB: "you start a new job",
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
        title=TITLES[account.kind],
        code=account.code,
        day=day(account.made_at),
        about=ABOUT[account.subject],
        how=_how(account),
        next=NEXT[account.kind],
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
    return f"{local.day} {local:%B %Y}"


def _line(choice: ChoiceAccount) -> Line:
    columns = choice.columns
    stands = STATES[choice.state].format(
        cool=day(columns["cool_until"]) if columns["cool_until"] else "",
        until=day(columns["valid_until"]) if columns["valid_until"] else "",
    )
    if choice.state in {State.COOLING, State.ACTIVE} and columns["max_uses"]:
        stands += " Once only." if columns["max_uses"] == 1 else f" At most {columns['max_uses']} times."
    if choice.state is State.COOLING and columns["valid_until"]:
        stands += f" Not after {day(columns['valid_until'] - timedelta(seconds=1))}."
    shown = [CALLED[choice.identity]] if choice.said_yes else []
    shown += ["your face may be seen"] if choice.said_yes and columns["face"] else []
    shown += ["your own voice may be heard"] if choice.said_yes and columns["voice"] else []
    shown += [f"place: {PLACES[columns['place']]}"] if choice.said_yes and columns["place"] else []
    shown += [f"time: {TIMES[columns['time']]}"] if choice.said_yes and columns["time"] else []
    turns = turns_lines(columns["check_first"], columns["until_event"]) if choice.said_yes else []
    return Line(
        use=choice.use.label,
        stands=" ".join([stands, *turns]),
        shown=", ".join(shown) + "." if shown else "",
        taking_back=choice.use.taking_back if choice.said_yes else "",
    )


def turns_lines(check_first: Iterable[str], until_event: str | None) -> list[str]:
    """What we ask about first, and what ends it."""
    asked = [TURNS[Trigger(turn)] for turn in check_first]
    lines = [f"We ask you first when {' or when '.join(asked)}."] if asked else []
    return lines + ([f"It ends when {TURNS[Trigger(until_event)]}."] if until_event else [])


def _how(account: Account) -> str:
    how = HOW.get(account.method, "")
    if account.recorded_by_staff:
        return (
            f"You told us {how}, and a worker wrote it down."
            if how
            else "You told us; a worker wrote it down."
        )
    return f"You did it yourself, {how}." if how else "You did it yourself."


def _told(account: Account) -> str:
    if account.notice is None:
        return ""
    number, at = account.notice["version"], day(account.notice["at"])
    return f"Before you chose, on {at}, you were shown what it means (version {number} of our text)."
