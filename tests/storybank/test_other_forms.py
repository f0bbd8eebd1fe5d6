"""A reader is led from one form of a story to another, when each is agreed and neither says more of the person."""

import re
from datetime import timedelta

import pytest

from consent.domain.acts import asking
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.care import files
from consent.domain.stop import stopping
from consent.enums import EditionKind, IdentityLevel, PlaceDetail
from people import clock
from storybank.domain import settling
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.test_deriving import FORMS, asked, made

pytestmark = pytest.mark.django_db

TEXT = {"happened": "I kept the kettle on.\n\nShe came every Sunday.\n\nAnd then it was spring."}
LINK = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*)(?:<span[^>]*>([^<]*)</span>)?</a>')
SAYS = {
    (EditionKind.EXCERPT, "en"): "A part of it",
    (EditionKind.TRANSLATION, "cy"): "Cymraeg",
    (EditionKind.EASY_READ, "en"): "Easy read",
    (EditionKind.AUDIO, "en"): "To listen to",
}


@pytest.fixture
def story():
    return stories.a_live_story(stories.an_author("Dee", supporter=stories.a_supporter()), **TEXT)


def agreed(story, form, language="en", **terms):
    """Another form, with its own two yeses on these terms."""
    with clock.at(clock.now() - timedelta(days=20)):
        page = asked(made(story, form, language))
        stories.answered(page, **terms)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def the_yes_to(page):
    """The author's yes to exactly this form."""
    given = asking.permissions_of(files.author_of(page.file_id).pk, page.file_id)
    return next(row for row in given if row.edition_id == page.edition_id)


def links(client, page):
    """Where a reader of the page is led, with the words of each link."""
    shown = client.get(f"/stories/{page.slug}/")
    assert shown.status_code == 200
    line = shown.content.decode().partition('<p class="other-forms">')[2].partition("</p>")[0]
    return [(url, words.rstrip(", "), tongue) for url, words, tongue in LINK.findall(line)]


def led_to(client, page):
    return [url for url, _, _ in links(client, page)]


def address(page):
    return f"/stories/{page.slug}/"


@pytest.mark.parametrize(("form", "language"), FORMS)
def test_each_form_leads_to_the_other_in_words_that_say_which(client, story, form, language):
    page = agreed(story, form, language)

    ((url, words, tongue),) = links(client, story)
    ((back, first, first_tongue),) = links(client, page)

    assert (url, words or tongue) == (address(page), SAYS[form, language])
    assert (back, first) == (address(story), "The story as it was first told")
    assert first_tongue == ("English" if language == "cy" else "")
    assert f'hreflang="{language}"' in client.get(address(story)).content.decode()


def test_a_form_that_is_not_agreed_yet_is_led_to_from_nowhere(client, story):
    page = asked(made(story, EditionKind.EASY_READ))

    assert led_to(client, story) == []
    assert address(page) not in client.get(address(story)).content.decode()


def test_a_form_whose_time_is_over_is_led_to_no_more_and_the_others_stay(client, story):
    easy, welsh = agreed(story, EditionKind.EASY_READ), agreed(story, EditionKind.TRANSLATION, "cy")
    assert sorted(led_to(client, story)) == sorted([address(easy), address(welsh)])

    narrow(
        the_yes_to(easy), Less(until=clock.now() + timedelta(days=1)), person=files.author_of(story.file_id)
    )

    with clock.at(clock.now() + timedelta(days=1, hours=1)):
        assert led_to(client, story) == [address(welsh)]
        assert led_to(client, welsh) == [address(story)]


def test_when_the_whole_story_is_stopped_no_page_of_it_answers(client, story):
    page = agreed(story, EditionKind.EASY_READ)
    assert led_to(client, page) == [address(story)]

    stopping.stop(files.author_of(story.file_id))

    assert [client.get(address(one)).status_code for one in (story, page)] == [410, 410]


@pytest.mark.parametrize(
    "terms",
    [
        {"name": "Delyth"},
        {"identity": IdentityLevel.N2, "name": ""},
        {"place": PlaceDetail.NATION},
        {"place": PlaceDetail.NONE},
    ],
)
def test_a_link_never_tells_what_a_page_keeps(client, story, terms):
    page = agreed(story, EditionKind.EASY_READ, **terms)

    assert (led_to(client, story), led_to(client, page)) == ([], [])


def test_a_choice_made_smaller_takes_the_link_away(client, story):
    page = agreed(story, EditionKind.EASY_READ)
    assert led_to(client, page) == [address(story)]

    narrow(the_yes_to(page), Less(identity=IdentityLevel.N2), person=files.author_of(story.file_id))
    settling.settle(story.file_id)

    assert (led_to(client, story), led_to(client, page)) == ([], [])


def test_another_story_of_the_same_person_is_not_another_form(client, story):
    author = files.author_of(story.file_id)
    other = stories.a_live_story(
        author, title="Another kettle", happened="It whistled all the way to the sea."
    )

    assert (led_to(client, story), led_to(client, other)) == ([], [])
