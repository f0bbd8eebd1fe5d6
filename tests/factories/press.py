"""Stories as comms meet them: about something, from somewhere, agreed for a use."""

from typing import Any

from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.record.shown import Shown
from consent.enums import Answer, IdentityLevel, PlaceDetail, Trigger
from people import clock, roles
from people.models import Person, User
from storybank.models import StoryPage
from tests.factories import people, pictures, stories
from tests.surfaces.stage import rewrite

PRESS = "newspapers"


def comms(**names: str) -> User:
    return people.a_member_of_staff(roles.COMMS, first_name=names.pop("first_name", "Marcus"), **names)


def a_story(
    called: str = "Dee",
    *,
    yes: tuple[str, ...] = ("website", PRESS),
    no: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
    unanswered: tuple[str, ...] = (),
    confirm: bool = True,
    name: str = "Dee",
    identity: IdentityLevel = IdentityLevel.N3,
    place: PlaceDetail = PlaceDetail.REGION,
    check_first: tuple[Trigger, ...] = (),
    pictured: bool | tuple[int, int] = False,
    face: bool = False,
    voice: bool = False,
    supporter: User | None = None,
    **fields: Any,
) -> StoryPage:
    """About visits, from the North West; answered long ago and, with `confirm`, said yes to again just now.

    `pictured`: with a face, a kettle and a recording of her voice in it; in pixels, to have them of that size.
    """
    person = stories.an_author(called, supporter=supporter)
    theme, region = people.a_theme(), people.a_region("north-west", "North West")
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(person), **{"themes": [theme], "region": region} | fields)
        if pictured:
            page = pictures.added(page, size=(400, 200) if pictured is True else pictured)
        stories.asked(page, *yes, *no, *later, *unanswered)
        stories.told(page, person)
        answers = (
            dict.fromkeys(yes, Answer.YES) | dict.fromkeys(no, Answer.NO) | dict.fromkeys(later, Answer.LATER)
        )
        for permission in asking.open_asks(person.pk, page.file_id):
            if permission.use.slug in answers:
                answering.answer(
                    permission,
                    person=person,
                    answer=answers[permission.use.slug],
                    identity=identity,
                    shown=Shown(name=name),
                    place=place,
                    check_first=check_first,
                    face=face,
                    voice=voice,
                )
    if confirm:
        stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def author_of(page: StoryPage) -> Person:
    person = files.author_of(page.file_id)
    assert person is not None
    return person


def edition_of(page: StoryPage) -> int:
    """The newest frozen version of the page, whether or not it is public."""
    newest: int = page.story_editions.order_by("-edition__n").values_list("edition_id", flat=True)[0]
    return newest
