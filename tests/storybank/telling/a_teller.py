"""An author with a supporter of a team, and takes that went the whole way in."""

import uuid

from people.models import Person, User
from storybank.domain import drafts, sharing, takes, takes_anew
from storybank.models import Draft, StoryPage, Take
from storybank.models.take import TakeKind
from tests.factories import people, stories
from tests.storybank.telling.sounds import a_voice

WEBM = a_voice("webm")


def a_teller() -> tuple[Person, User]:
    team = people.a_team("North")
    supporter = people.a_supporter(team=team, first_name="Nia")
    return stories.an_author("Dee", supporter=supporter, team=team), supporter


def a_take(draft: Draft, data: bytes = WEBM, kind: TakeKind = TakeKind.VOICE) -> Take:
    """Sent and made anew (or refused)."""
    take = takes.take_in(draft, uid=uuid.uuid4(), kind=kind, pieces=[data])
    takes_anew.make(take.pk)
    return Take.objects.select_related("file").get(pk=take.pk)


def a_told_story(person: Person, **answers: str) -> tuple[StoryPage, Take]:
    """Shared with one voice note in it, and whatever was written beside it."""
    draft = drafts.start(person)
    if answers:
        draft = drafts.save(draft, answers=answers, version=draft.version)
    take = a_take(draft)
    return sharing.share(draft, person=person), take
