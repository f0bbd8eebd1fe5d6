"""One marker for every secret the house holds, planted by the house's own verbs; and who may meet which."""

from dataclasses import dataclass

from people import clock, roles
from people.models import Person, Team, User
from storybank.domain import noting
from storybank.models import StoryPage
from tests.factories import people, stories

DRAFT = "canarydraft"
WORDS = "canarywords"
TITLE = "canarytitle"
SUGGESTED = "canarysuggested"
UP = "canaryup"
NEXT_TITLE = "canarynexttitle"
CALLED = "canarycalled"
LEGAL_NAME = "canarylegalname"
EMAIL = "canarymail"
ADDRESS = "canaryaddress"
NOTES_ON_CONTACT = "canarycontactnotes"
CHECK_NOTE = "canarychecknote"
RESTRICTED = "canaryrestricted"

NOBODYS: frozenset[str] = frozenset({DRAFT, LEGAL_NAME, EMAIL, ADDRESS})
"""On no address of the admin and of no other person's desk: only the author reads a draft, only the vault a name."""
PUBLIC: frozenset[str] = frozenset({UP})
OF_STORIES: frozenset[str] = frozenset({WORDS, TITLE, SUGGESTED, NEXT_TITLE, CHECK_NOTE})


@dataclass
class World:
    """Two teams. Everything secret belongs to the north."""

    north: Team
    author: Person
    supporter: User
    shared: StoryPage
    live: StoryPage


def plant() -> World:
    """A draft, a shared story with suggestions and a check, a live one with a newer draft, notes and an identity."""
    north = people.a_team("North")
    supporter = people.a_supporter(team=north, first_name="Nia")
    author = people.a_person(
        CALLED,
        supporter=supporter,
        team=north,
        legal_name=LEGAL_NAME,
        email=f"{EMAIL}@post.example",
        address=ADDRESS,
    )
    Person.objects.filter(pk=author.pk).update(contact_notes=NOTES_ON_CONTACT)
    author.refresh_from_db()
    stories.a_draft(author, title=DRAFT, happened=DRAFT)
    shared = stories.a_shared_story(author, title=TITLE, happened=WORDS)
    shared = stories.edited(shared, by=supporter, body=[SUGGESTED, WORDS])
    check = stories.checked(shared, by=people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss"))
    check.note, check.made_at = CHECK_NOTE, clock.now()
    check.save()
    live = stories.edited(
        stories.a_live_story(author, title="The kettle", happened=UP), by=supporter, title=NEXT_TITLE
    )
    noting.write_note(shared, by=check.made_by, text=RESTRICTED)
    return World(north=north, author=author, supporter=supporter, shared=shared, live=live)
