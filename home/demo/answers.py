"""What came back to the demo's stories: a reply to praise, promises kept, claimed and open, one that waits for Nell.

Nobody has answered the nineteen of the waiting room: they have waited for forty-three days.
"""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAnswer:
    """`days_ago` it came. `let`: what the author said of it a day later; empty while it waits on their desk.

    A promise has a day (`due`, days ago; below nought: to come); `claimed` and `happened` tell the rest.
    """

    story: str
    what: Literal["answer", "promise"] = "promise"
    who: str
    words: str
    source: str
    came_by: str
    days_ago: int
    let: Literal["yes", ""] = "yes"
    how: Literal["screen", "phone", "paper"] = "screen"
    due: int | None = None
    claimed: int | None = None
    happened: Literal["yes", "not_yet", "no", ""] = ""
    happened_days_ago: int = 0


ANSWERS: Final[tuple[DemoAnswer, ...]] = (
    DemoAnswer(
        story="the_44",
        what="answer",
        who="The probation office",
        words=(
            "We read this out on a Monday. Every screen in the office is turned round now, so that you can read"
            " why something is written down. The bus we cannot mend. The snail we have all had explained."
        ),
        source="The head of the office, by e-mail",
        came_by="email",
        days_ago=20,
    ),
    DemoAnswer(
        story="bore_da",
        who="The office for calls",
        words="‘Which language?’ will stand on the sheet where you write down who you want to ring.",
        source="Their letter, in the green folder",
        came_by="letter",
        days_ago=47,
        due=14,
        claimed=12,
        happened="yes",
        happened_days_ago=10,
    ),
    DemoAnswer(
        story="dear_grown_ups",
        who="The schools’ office",
        words="Letters home from four more schools will begin with ‘Dear Grown-ups’.",
        source="Said at the meeting of governors",
        came_by="meeting",
        days_ago=52,
        how="phone",
        due=24,
        claimed=23,
        happened="yes",
        happened_days_ago=20,
    ),
    DemoAnswer(
        story="old_pound",
        who="The company that runs the visitors’ centre",
        words="Forty-eight new locks, for the new pound, before the month is out.",
        source="To Marcus, on a Tuesday",
        came_by="phone",
        days_ago=33,
        how="paper",
        due=8,
        claimed=6,
        happened="no",
        happened_days_ago=3,
    ),
    DemoAnswer(
        story="sixteen_doses",
        who="The transport contractor",
        words="Tablets travel in the same van as the person, on two routes to begin with.",
        source="Their letter to our director",
        came_by="letter",
        days_ago=40,
        due=-30,
    ),
    DemoAnswer(
        story="half_past_ten",
        what="answer",
        who="The housing team",
        words=(
            "When does the gate open? It is the first line of our form now, above the name. And the sign stays on"
            " the pavement until the train is in."
        ),
        source="Their letter, with the new form",
        came_by="letter",
        days_ago=402,
        how="paper",
    ),
    DemoAnswer(
        story="trolley",
        who="The library service",
        words="A trolley with four wheels that turn.",
        source="Said at the readers’ day",
        came_by="meeting",
        days_ago=30,
        due=-20,
    ),
    DemoAnswer(
        story="trolley",
        what="answer",
        who="The library service",
        words=(
            "We have bought eleven copies of the badger, one for each trolley. Nobody is asked whether they want"
            " it. In the first week it came back nine times, twice with a note in it."
        ),
        source="An e-mail to Marcus",
        came_by="email",
        days_ago=2,
        let="",
    ),
)
