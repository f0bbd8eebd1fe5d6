"""Load the curated charity, once, saying what is being done."""

from collections.abc import Callable

from home.demo.stories import STORIES
from home.demo_loading.charity import found_charity
from home.demo_loading.members import invite_everybody
from home.demo_loading.speakers import load_requests, load_speakers
from home.demo_loading.telling import Cast, tell
from people.models import Organisation, Person
from storybank.domain import settling


def load_curated(*, say: Callable[[str], object]) -> bool:
    """True when loaded now, False when it was there already."""
    if Organisation.load().fictional and Person.objects.exists():
        say("The demo charity is here already.")
        return False
    say("Founding the charity …")
    staff = found_charity()
    say("Inviting people …")
    cast = Cast(people=invite_everybody(staff), lead=staff["safeguarding"], pages={})
    for number, story in enumerate(STORIES, start=1):
        say(f"Telling story {number} of {len(STORIES)}: {story.title}")
        page = tell(story, cast)
        if page is not None:
            cast.pages[story.key] = page
    say("Finding people who speak, and people who ask …")
    load_speakers(cast.people, by=staff["comms"])
    load_requests(staff["comms"])
    settling.settle_due()
    settling.sweep()
    return True
