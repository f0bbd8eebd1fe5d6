"""A story in the demo that was said aloud: a soft tone stands for the voice, and the supporter types what was said."""

import uuid
from datetime import timedelta

from home.demo.drawn import a_soft_tone
from people import clock
from people.models import Person
from storybank.domain import sharing, takes, takes_anew, typing_up
from storybank.models import Draft, StoryPage
from storybank.models.take import TakeKind


def say_it(draft: Draft) -> None:
    """A voice note in the private draft, made anew as any other."""
    note = takes.take_in(draft, uid=uuid.uuid4(), kind=TakeKind.VOICE, pieces=[a_soft_tone().read()])
    takes_anew.make(note.pk)


def share_and_type(draft: Draft, *, person: Person, text: str) -> StoryPage:
    """The author shares it; a day later the supporter types it, and the author says that these are their words."""
    page = sharing.share(draft, person=person)
    if person.supporter is None:
        return page
    with clock.at(clock.now() + timedelta(days=1)):
        page = typing_up.type_up(page, text=text, by=person.supporter)
        return typing_up.accept(page, text=text, seen=page.latest_revision_id)
