"""Whoever is not named hears after the second yes that nobody can know the moment; so does who stands beside them."""

import pytest

from consent.enums import IdentityLevel
from people import clock
from storybank.domain import settling
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.models import StoryEdition, StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, said

pytestmark = pytest.mark.django_db

WAITS = (
    "It goes up by itself within the next {}. Chance picks the moment and nobody knows it before."
    " So nobody can tell from the time that it is yours. You can still stop it."
)
AT_ONCE = "They stand on our website, exactly as you agreed."


def agreed(author, identity=IdentityLevel.N2):
    return stories.a_live_story(author, identity=identity, name="" if identity < 3 else "Dee")


@pytest.mark.parametrize(("hours", "days"), [(72, "3 days"), (24, "day"), (25, "2 days")])
def test_the_screen_after_the_second_yes_says_that_it_waits(hours, days, desk, author, settings):
    settings.PUBLICATION_WINDOW_HOURS = hours
    story = agreed(author)

    words = said(desk.get(address("up", story)))

    assert (WAITS.format(days) in words, AT_ONCE in words) == (True, False)
    assert "Thank you. We have your yes." in words


def test_a_named_author_reads_that_it_is_up(desk, author, settings):
    settings.PUBLICATION_WINDOW_HOURS = 72
    story = agreed(author, IdentityLevel.N3)

    words = said(desk.get(address("up", story)))

    assert (AT_ONCE in words, "Chance picks" in words) == (True, False)


def test_it_is_said_in_welsh_too(desk, author, settings):
    settings.PUBLICATION_WINDOW_HOURS = 72
    story = agreed(author)
    author.language = "cy"
    author.save()

    words = said(desk.get("/cy" + address("up", story)))

    assert "Bydd i'w weld ohono'i hun o fewn y 3 diwrnod nesaf." in words.replace("&#x27;", "'")


def test_author_and_supporter_read_that_it_waits_until_it_is_up(desk, author, settings):
    settings.PUBLICATION_WINDOW_HOURS = 72
    story = agreed(author)
    before = (waiting_for(story).waiting, waiting_for(story).up)
    mine = said(desk.get(address("my_story", story)))

    with clock.at(StoryEdition.objects.get(page=story).goes_up_at):
        settling.settle_due()
        up = waiting_for(StoryPage.objects.get(pk=story.pk))

    assert (before, (up.waiting, up.up)) == ((Waiting.MOMENT, False), (Waiting.NOTHING, True))
    assert "It goes up by itself soon. Nobody knows the moment before. You can still stop it." in mine
