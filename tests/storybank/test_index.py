"""The list pages through every story once, both ways, and bad marks in the address break nothing."""

from datetime import timedelta

import pytest

from storybank.models import StoryPage
from tests.factories.stories import a_live_story, an_author
from tests.storybank.the_list import newer, older, titles

pytestmark = pytest.mark.django_db
BAD = [
    "",
    "x",
    "2026-13-45.ab",
    "2026-01-01.\x00",
    "2026-01-01.' OR 1=1",
    "9999-99-99",
    "٢٠٢٦-٠١-٠١.ab",
    "a" * 5000,
]


@pytest.mark.parametrize("name", ["before", "after"])
@pytest.mark.parametrize("mark", BAD)
def test_a_mark_that_makes_no_sense_shows_the_first_page(client, name, mark):
    a_live_story(title="Two sugars")

    answer = client.get("/stories/", {name: mark})

    assert answer.status_code == 200
    assert "Two sugars" in answer.content.decode()


@pytest.mark.parametrize("choice", ["theme", "kind", "region", "language"])
@pytest.mark.parametrize("value", ["\x00", "<script>", "{{7*7}}", "nothing-like-it", "x" * 10_000])
def test_a_choice_that_does_not_exist_is_no_choice(client, choice, value):
    a_live_story(title="Two sugars")

    answer = client.get("/stories/", {choice: value})

    assert "1 story, told by the person who lived it." in answer.content.decode()


def test_older_and_newer_meet_every_story_once(client, monkeypatch):
    monkeypatch.setattr("storybank.public.keyset.A_PAGE", 2)
    author = an_author()
    for number in range(5):
        a_live_story(author, title=f"Story number {number}")

    seen, back, address = [], [], "/stories/"
    while address:
        answer = client.get(address)
        seen.append(titles(answer))
        last, address = address, older(answer)
    address = newer(client.get(last))
    while address:
        answer = client.get(address)
        back.append(titles(answer))
        address = newer(answer)

    assert sorted(title for page in seen for title in page) == [f"Story number {n}" for n in range(5)]
    assert back == seen[:-1][::-1]


def test_going_on_says_no_day_that_an_author_left_out(client, monkeypatch):
    monkeypatch.setattr("storybank.public.keyset.A_PAGE", 1)
    author = an_author()
    pages = [a_live_story(author, title=f"Story number {number}") for number in range(3)]
    days = {page.public_on.isoformat() for page in pages}

    first = client.get("/stories/")
    second = client.get(older(first))
    addresses = [older(first), newer(second), older(second)]

    assert len(days) == 1
    assert all(addresses)
    assert [address for address in addresses if any(day in address for day in days)] == []


def test_a_story_that_was_taken_down_still_marks_its_place_and_one_that_never_was_public_marks_none(client):
    author = an_author()
    older, newer = a_live_story(author, title="The older"), a_live_story(author, title="The newer")
    StoryPage.objects.filter(pk=older.pk).update(public_on=newer.public_on - timedelta(days=1))
    StoryPage.objects.filter(pk=newer.pk).update(live=False)

    from_there = client.get("/stories/", {"before": newer.slug})
    StoryPage.objects.filter(pk=newer.pk).update(public_on=None)
    from_nowhere = client.get("/stories/", {"after": newer.slug})

    assert titles(from_there) == ["The older"]
    assert titles(from_nowhere) == ["The older"]
