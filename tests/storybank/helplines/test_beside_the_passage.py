"""Somebody to talk to stands beside the passage it belongs to: the line for that note, as true as the minute."""

import re
from datetime import datetime, timedelta

import pytest

from people import clock
from storybank.models import Helpline, StoryPage
from tests.factories import stories
from tests.surfaces.stage import rewrite

pytestmark = pytest.mark.django_db
CLOSE_BY = re.compile(r'<p class="close-by" lang="(\w+)">(.*?)</p>', re.DOTALL)
PASSAGE = re.compile(r'<section class="passage".*?</section>', re.DOTALL)
BODY = [
    ("note", {"code": "drugs", "text": "There was a time when I did not take the bus home."}),
    ("paragraph", "Then the <!--close_by:death--> bus came."),
    ("note", {"code": "gambling", "text": "I put the fare on a horse."}),
]


def a_line(name: str, **fields: object) -> Helpline:
    return Helpline.objects.create(
        name=name,
        phone="01632 960123",
        source="Their letter",
        checked_on=clock.today(),
        checked_by="Priya",
        **fields,
    )


@pytest.fixture
def page() -> StoryPage:
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(), body=BODY)
        stories.asked(page, "website")
        stories.answered(page)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def read(client, page, start: str = "") -> str:
    return client.get(f"{start}/stories/{page.slug}/").content.decode()


def close_by(words: str) -> list[tuple[str, str]]:
    """Language and words."""
    found = CLOSE_BY.findall(words)
    return [(tongue, " ".join(re.sub("<[^>]+>", "", said).split())) for tongue, said in found]


def test_the_line_for_what_a_passage_speaks_of_stands_in_it_and_no_other(client, page):
    a_line("The Bus Line", notes=["drugs"])
    a_line("The Other Line", notes=["death"], always=True)

    words = read(client, page)

    first, second = PASSAGE.findall(words)
    assert close_by(words) == close_by(first) == [("en", "Someone to talk to: The Bus Line 01632 960123")]
    assert close_by(second) == []
    assert "<!--" not in words
    assert "&lt;!--close_by:death--&gt;" in words


def test_it_stands_there_in_the_language_of_the_page(client, page):
    a_line("The Bus Line", notes=["drugs"])

    ((tongue, said),) = close_by(read(client, page, "/cy"))

    assert (tongue, said.endswith("The Bus Line 01632 960123"), "Someone" in said) == ("cy", True, False)


def test_whoever_is_there_now_stands_before_whoever_sleeps_and_it_says_so(client, page):
    a_line("A Line by Day", notes=["gambling"], opening="Every day 9:00-17:00\nBank holidays as usual")
    a_line("B Line by Night", notes=["gambling"], opening="Every day 18:00-23:00\nBank holidays as usual")
    day = clock.today() + timedelta(days=1)

    def at(hour: int, minute: int) -> list[str]:
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.LONDON)
        with clock.at(moment.astimezone(clock.UTC)):
            return [said for _, said in close_by(read(client, page))]

    assert [at(16, 59), at(18, 0)] == [
        ["Someone to talk to: A Line by Day 01632 960123 Open now, until 5pm."],
        ["Someone to talk to: B Line by Night 01632 960123 Open now, until 11pm."],
    ]


def test_a_line_that_staff_change_is_changed_on_the_next_request(client, page):
    line = a_line("The Bus Line", notes=["drugs"])
    before = close_by(read(client, page))

    line.name = "The New Bus Line"
    line.save()
    after = close_by(read(client, page))

    assert ("The Bus Line" in before[0][1], "The New Bus Line" in after[0][1]) == (True, True)
