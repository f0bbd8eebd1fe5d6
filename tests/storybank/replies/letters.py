"""Letters for tests: an author who wants them, a story that is up, and whoever reads them first."""

from secrets import token_hex

from consent.domain.care import files
from people import roles
from people.models import User
from storybank.domain.replies import moderating, receiving, wishing
from storybank.models import Reply, ReplyGiven, StoryPage
from tests.factories import people, stories

KIND = "Your kettle made me cry on the bus. Thank you for telling it."


def a_wanted_story(called: str = "Dee", *, supporter: User | None = None, **more: object) -> StoryPage:
    """Up on the website, and its author wants letters."""
    page = stories.a_live_story(
        stories.an_author(called, supporter=supporter or people.a_supporter()), **more
    )
    wishing.wish(files.author_of(page.file_id), page.file_id, wants=True)
    return page


def author_of(page: StoryPage):
    return files.author_of(page.file_id)


def supporter_of(page: StoryPage) -> User:
    return author_of(page).supporter


def a_lead(**names: str) -> User:
    return people.a_member_of_staff(roles.SAFEGUARDING, **names)


def a_letter(page: StoryPage, text: str = KIND) -> Reply:
    return receiving.receive(page, text=text, once=token_hex(8)).reply


def a_given_letter(page: StoryPage, text: str = KIND, **how: object) -> ReplyGiven:
    [given] = moderating.pass_on(a_letter(page, text), by=supporter_of(page), **how)
    return given
