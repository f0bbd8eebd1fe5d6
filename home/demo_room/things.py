"""The five things worth trying: what they show, and where each of them begins in the demo as it stands now."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from consent.domain.acts import asking
from consent.domain.care import files
from consent.enums import Subject
from home.demo_room import more_things
from home.demo_room.cast import BY_KEY, member
from home.demo_room.shapes import Thing
from people.models import Person
from storybank.domain.queries import public_stories
from storybank.models import StoryPage

PAPER_CODE: Final = "4471 0926 3358 1204"
CODES_STORY: Final = "The old pound"
"""Dee's story: the one that the paper code stops."""


def five_things() -> tuple[Thing, ...]:
    stories = {page.title: page for page in public_stories()[:60]}
    codes = stories.get(CODES_STORY)
    first = next((page for title, page in stories.items() if title != CODES_STORY), None)
    return (
        Thing(
            key="read",
            title=_("Read a story"),
            words=_(
                "Large type, a note first where one is needed, helplines at the end, and nothing that "
                "follows you about. Every word on the page is one its author said yes to, twice."
            ),
            label=_("Read “%(title)s”") % {"title": first.title} if first else _("See the stories"),
            url=reverse("storybank:story", args=[first.slug]) if first else reverse("storybank:stories"),
            also_url=reverse("storybank:stories") if first else "",
            also_label=_("All the stories"),
        ),
        Thing(
            key="stop",
            title=_("Stop a story with a paper code"),
            words=_(
                "Dee has no e-mail. She has a card. Open her story in one window, type her code in another, "
                "then load the story again: gone, and from the list, the search and the feed in the same moment."
            )
            if codes
            else _(
                "Dee’s story is not up just now: somebody has stopped it. Start the demo again to bring it back."
            ),
            label=_("Stop with the code"),
            url=_address("consent:stop", "/stop/"),
            code=PAPER_CODE,
            also_url=reverse("storybank:story", args=[codes.slug]) if codes else "",
            also_label=_("Dee’s story, “%(title)s”") % {"title": CODES_STORY},
        ),
        Thing(
            key="comma",
            title=_("Change a comma as the supporter"),
            words=_(
                "Priya stands beside Nell, whose story is up. Change one comma of it and save: you read in one "
                "sentence whose yes is missing, and readers go on seeing the agreed words."
            ),
            label=_("Be Priya, and open the story"),
            who="supporter",
        ),
        Thing(
            key="choose",
            title=_("Choose as the author"),
            words=_(
                "Nell is asked where her story “Plot fourteen” may be read, and how she is named there. "
                "Say yes, no or not now. After a yes comes thinking time, and then a second yes: move the clock below."
            ),
            label=_("Be Nell, and choose"),
            who="author",
        ),
        Thing(
            key="speaker",
            title=_("Find a speaker"),
            words=_(
                "Marcus has six requests on his table. Open one and see who could speak, why, why not, "
                "and what would change that. Private reasons stay private."
            ),
            label=_("Be Marcus, and open the requests"),
            who="comms",
        ),
    )


def begins_at(key: str) -> str:
    """Where a thing begins once the right person is signed in; empty when it begins at that person's own page."""
    author = member(BY_KEY["author"])
    if key == "comma" and author is not None:
        page = _live_story_of(author)
        return reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""
    if key == "choose" and author is not None:
        return _choices_of(author)
    if key == "speaker":
        return _address("speakers_requests:index", "")
    return more_things.begins_at(key)


def _live_story_of(author: Person) -> StoryPage | None:
    mine = files.files_of(author, kind=Subject.STORY).values_list("id", flat=True)
    found: StoryPage | None = public_stories().filter(file_id__in=list(mine)).first()
    return found


def _choices_of(author: Person) -> str:
    """The first of the author's stories in which something has been asked and not been answered."""
    for file in files.files_of(author, kind=Subject.STORY):
        if asking.open_asks(author.pk, file.pk):
            return _address("storybank:choices", "", file.uid)
    return ""


def _address(name: str, otherwise: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return otherwise
