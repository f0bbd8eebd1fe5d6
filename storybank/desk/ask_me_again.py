"""After a no or a stop: the author comes to us. We may ask about this use again; it is a yes to nothing."""

from consent.domain.acts.choices import Choice
from consent.domain.acts.starting_again import say_we_may_ask, uses_they_may_open
from people.domain import outbox
from people.models import Person
from storybank.models import StoryPage


def may_be_opened(page: StoryPage, person: Person, choice: Choice) -> bool:
    """Whether only their own word lets us ask about this use now."""
    return bool(uses_they_may_open(person, page.file_id, [choice.use.slug]))


def open_again(page: StoryPage, person: Person, choice: Choice) -> bool:
    """Write it down and tell their supporter, once however often it is pressed."""
    opened = say_we_may_ask(page.file, person=person, uses=[choice.use.slug])
    if opened and person.supporter is not None:
        outbox.put(event="storybank/may_ask_again", user=person.supporter, context={"code": page.code})
    return bool(opened)
