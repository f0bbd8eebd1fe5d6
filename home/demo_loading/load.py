"""Load the curated charity, once, saying what is being done."""

from collections.abc import Callable

from home.demo.stories import STORIES
from home.demo_loading.after import load_after
from home.demo_loading.answers import load_answers
from home.demo_loading.beside_the_journal import begin_afresh, bring_together
from home.demo_loading.charity import found_charity, open_the_doors
from home.demo_loading.finder import load_the_press
from home.demo_loading.from_readers import load_from_readers
from home.demo_loading.members import invite_everybody
from home.demo_loading.others import load_others
from home.demo_loading.quiet import without_chatter
from home.demo_loading.rights import load_rights
from home.demo_loading.speakers import load_requests, load_speakers
from home.demo_loading.start import back_to_start, remember_start
from home.demo_loading.telling import Cast, tell
from home.demo_loading.ways import tell_how_to_reach
from people.models import Organisation, Person
from storybank.domain import settling

Say = Callable[[str], object]


class SomebodyElseIsHere(RuntimeError):
    """The database holds people who are not the demo's; the message says so."""


def load_curated(*, say: Say) -> bool:
    """True when loaded now, False when it was there already. A loading that broke off is begun anew."""
    if is_loaded():
        bring_together(say=say)
        say("The demo charity is here already.")
        return False
    organisation = Organisation.load()
    if organisation.fictional:
        say("The last loading broke off. Starting again …")
        back_to_start()
    elif Person.objects.exists():
        raise SomebodyElseIsHere("There are people here who are not the demo's. Use an empty database.")
    else:
        remember_start()
        begin_afresh(say=say)
    _load(say)
    return True


def start_again(*, say: Say) -> None:
    """Empty the demo and load it afresh; a crowd beside it goes too."""
    if not Organisation.load().fictional:
        raise SomebodyElseIsHere("This is not the demo's charity. Nothing was changed.")
    say("Emptying the house …")
    back_to_start()
    _load(say)


def is_loaded() -> bool:
    """Whether the demo stands, whole."""
    organisation = Organisation.load()
    return bool(organisation.fictional and organisation.set_up_done)


def _load(say: Say) -> None:
    with without_chatter():
        _tell_everything(say)


def _tell_everything(say: Say) -> None:
    say("Founding the charity …")
    staff = found_charity()
    say("Inviting people …")
    cast = Cast(people=invite_everybody(staff), lead=staff["safeguarding"], pages={})
    tell_how_to_reach(cast.people, staff)
    for number, story in enumerate(STORIES, start=1):
        say(f"Telling story {number} of {len(STORIES)}: {story.title}")
        page = tell(story, cast)
        if page is not None:
            cast.pages[story.key] = page
    say("Asking those who are in somebody else's words …")
    load_others(cast.pages, lead=staff["safeguarding"])
    say("Asking how it is, and writing what happened …")
    load_after(cast, staff)
    load_answers(cast, staff)
    say("Reading what readers wrote …")
    load_from_readers(cast, by=staff["supporter"])
    say("Finding people who speak, and people who ask …")
    load_speakers(cast.people, by=staff["comms"])
    load_requests(staff["comms"])
    say("Comms pick up the phone …")
    load_the_press(cast, staff)
    say("Writing down what people ask of the data-protection officer …")
    load_rights(cast, staff)
    settling.settle_due()
    settling.sweep()
    open_the_doors()
