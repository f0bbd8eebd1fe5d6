"""The data-protection officer's desk on a working day: a complaint on day twelve, a copy asked for, somebody erased."""

from datetime import timedelta

from consent.domain.care import complaints
from home.demo.shapes import DemoStory, blocks
from home.demo_loading.telling import Cast, tell
from home.rights import asking
from home.rights.erasing import erase
from people import clock
from people.domain import inviting
from people.models import Person, User

ABOUT = (
    "I agreed to my story on your website and in the leaflet. In June I saw the leaflet at the library, and the"
    " middle part was gone, so it reads as if I blamed my sister. I never did. Nobody asked me about leaving that"
    " out.\n\nI would like the leaflet put right or taken away, and somebody to tell me how it happened."
)
LOOKED = (
    "Rang the printer: 120 of 300 leaflets are still with us. They stay in the cupboard until this is clear."
)

GONE = DemoStory(
    key="gone",
    title="The last bus",
    kind="journey",
    themes=("visits",),
    region="penmarrow",
    body=blocks("""
The last bus left before the visit ended. So every second Saturday I stood up first, and he
learned not to look at the clock.

The winter the bus changed, we had eleven minutes more. We used them all.
"""),
    closing=("thanks", "Whoever moved the bus."),
    identity="N3",
    name="Wren",
    state="live",
    author="gone",
    published_days_ago=200,
)


def load_rights(cast: Cast, staff: dict[str, User]) -> None:
    """By the verbs the house uses itself."""
    _a_complaint(cast, staff)
    _a_copy(cast, staff)
    _somebody_erased(cast, staff)


def _a_complaint(cast: Cast, staff: dict[str, User]) -> None:
    with clock.at(clock.now() - timedelta(days=12)):
        made = complaints.complain(about=ABOUT, person=cast.people["author"], route="letter", by=staff["dpo"])
    with clock.at(clock.now() - timedelta(days=9)):
        complaints.add_step(made, by=staff["dpo"], words=LOOKED)


def _a_copy(cast: Cast, staff: dict[str, User]) -> None:
    """By telephone, three days ago; an erasure asked for on somebody's own desk waits beside it."""
    with clock.at(clock.now() - timedelta(days=3)):
        asking.ask_for_copy(
            _another(cast, 3),
            by=staff["dpo"],
            route="phone",
            note="Rang from the number we have. Knew her supporter's name and the day of the last call.",
        )
        asking.ask_to_be_erased(_another(cast, 5))


def _another(cast: Cast, number: int) -> Person:
    return list(cast.people.values())[number]


def _somebody_erased(cast: Cast, staff: dict[str, User]) -> None:
    """Told, up for months, and erased at their asking: its address answers that it is gone."""
    with clock.at(clock.now() - timedelta(days=260)):
        invited = inviting.invite(by=staff["supporter"], called="Wren", channel="letter", address="")
    people = cast.people | {"gone": invited.person}
    tell(GONE, Cast(people=people, lead=cast.lead, pages=dict(cast.pages)))
    erase(invited.person, by=staff["dpo"])
