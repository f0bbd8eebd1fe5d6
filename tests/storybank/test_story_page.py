"""What stands round a story: how it is passed on, what comes next, who can help and until when, what a link shows."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from consent.domain.stop import stopping
from consent.enums import IdentityLevel
from people import clock
from people.models import Theme
from storybank.domain import settling
from storybank.models import Helpline, StoryPage
from tests.factories import stories
from tests.surfaces.stage import rewrite

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture
def visits() -> Theme:
    return Theme.objects.create(slug="visits", name="Visits")


def a_story(title: str, theme: Theme, *, language: str = "en", **terms) -> StoryPage:
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(title=title), themes=[theme], language=language)
        stories.asked(page, "website")
        stories.answered(page, **terms)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def read(client: Client, page: StoryPage, prefix: str = "") -> str:
    return client.get(f"{prefix}/stories/{page.slug}/").content.decode()


def next_titles(client: Client, page: StoryPage) -> list[str]:
    after = read(client, page).partition("Read next")[2]
    return re.findall(r'<h3 class="row-title">\s*<a[^>]*>([^<]*)</a>', after)


def test_what_comes_next_is_at_most_three_others_of_its_theme_in_its_language_first(client, visits):
    work = Theme.objects.create(slug="work", name="Work")
    page = a_story("This one", visits)
    for title in ("One", "Two", "Three", "Four"):
        a_story(title, visits)
    a_story("Cymraeg", visits, language="cy")
    a_story("Elsewhere", work)

    found = next_titles(client, page)

    assert len(found) == 3
    assert set(found) < {"One", "Two", "Three", "Four"}


def test_no_form_of_the_same_story_comes_next(client, visits):
    page = a_story("This one", visits)
    other = a_story("Another", visits)
    twin = a_story("The same in other words", visits)
    StoryPage.objects.filter(pk=twin.pk).update(file=page.file)

    assert next_titles(client, page) == ["Another"]
    assert next_titles(client, other) != []


def test_what_was_stopped_a_moment_ago_does_not_come_next(client, visits):
    page, other = a_story("This one", visits), a_story("Another", visits)
    before = next_titles(client, page)

    stopping.stop(other.file.appearances.get().person)
    settling.settle(other.file_id)

    assert (before, next_titles(client, page)) == (["Another"], [])


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_story_is_passed_on_by_its_address_alone(client, visits, prefix):
    page = a_story("The marmalade ferry", visits, name="Zebedee")

    words = read(client, page, prefix)
    [letter] = re.findall(r'href="(mailto:[^"]*)"', words)
    address = f"{SITE}{prefix}/stories/{page.slug}/"

    assert "marmalade" not in letter.lower()
    assert "zebedee" not in letter.lower()
    assert letter.endswith(f"/stories/{page.slug}/")
    assert f'id="share-address">{address}</p>' in words
    assert f'<meta property="og:url" content="{address}">' in words


def test_addresses_come_from_the_settings_whatever_a_request_says_of_itself(visits, settings):
    settings.SITE_URL = "https://stories.example"
    page = a_story("This one", visits)

    words = Client(headers={"host": "localhost", "x-forwarded-host": "evil.example"}).get(
        f"/stories/{page.slug}/"
    )

    assert f'content="https://stories.example/stories/{page.slug}/"' in words.content.decode()
    assert "evil.example" not in words.content.decode()


def test_whoever_names_nobody_is_found_by_no_search_engine_and_nobody_is_asked_to_guess(client, visits):
    named = a_story("With a name", visits)
    nameless = a_story("Without", visits, identity=IdentityLevel.N2, name="")

    answers = [client.get(f"/stories/{page.slug}/") for page in (named, nameless)]

    assert ["noindex" in answer["X-Robots-Tag"] for answer in answers] == [False, True]
    assert ['name="robots" content="noindex"' in answer.content.decode() for answer in answers] == [
        False,
        True,
    ]
    assert ["does not say their name" in answer.content.decode() for answer in answers] == [False, True]


def test_a_link_elsewhere_says_first_what_a_reader_may_want_to_know(client, visits):
    plain = a_story("Plain", visits)
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(title="Heavy"), notes=[("suicide", "central")])
        stories.asked(page, "website")
        stories.answered(page)
    stories.confirmed(page)

    def described(page: StoryPage) -> set[str]:
        named = r'<meta (?:name|property)="(?:og:)?description"\s+content="([^"]*)"'
        return {words.strip() for words in re.findall(named, read(client, page))}

    assert described(page) == {"Speaks about: suicide (a main part)"}
    assert described(plain) == {"I kept the kettle on for her."}


def test_lines_are_said_to_be_open_only_while_they_are(client, visits):
    line = Helpline.objects.create(
        name="The Kettle Line",
        phone="01632 960123",
        about="Visits.",
        opening="Every day 9:00-17:00\nBank holidays as usual",
        source="Their letter",
        checked_on=clock.today(),
        checked_by="Priya",
    )
    line.themes.set([visits])
    line.save()
    page = a_story("This one", visits)
    day = clock.today() + timedelta(days=1)

    def at(hour: int, minute: int) -> str:
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.LONDON)
        with clock.at(moment.astimezone(clock.UTC)):
            words = read(client, page)
        return re.search(r'<p class="line-now[^>]*>([^<]*)<', words)[1]

    assert [at(16, 58), at(16, 59), at(17, 0), at(17, 1)] == [
        "Open now, until 5pm.",
        "Open now, until 5pm.",
        "Opens tomorrow at 9am.",
        "Opens tomorrow at 9am.",
    ]


def test_the_picture_of_a_stopped_story_is_gone_like_the_story(client, visits):
    page = a_story("This one", visits)
    card = f"/stories/{page.slug}/card.png"
    before = client.get(card)

    stopping.stop(page.file.appearances.get().person)
    settling.settle(page.file_id)
    after = client.get(card)

    assert (before.status_code, before["Content-Type"]) == (200, "image/png")
    assert "noindex" in before["X-Robots-Tag"]
    assert (after.status_code, after.content, after["X-Robots-Tag"]) == (410, b"", "noindex, nofollow")
