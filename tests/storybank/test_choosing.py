"""Choices show nothing that a story keeps, point at nobody, and remember nobody who has stopped."""

import re
from datetime import timedelta

import pytest

from consent.domain.acts import answering, asking
from consent.domain.care import files, holding
from consent.domain.stop import stopping
from consent.enums import EditionKind, HoldReason, IdentityLevel
from people import clock
from storybank.domain import media
from storybank.models import StoryPage
from storybank.public.choosing import FEW
from tests.factories import people, press, stories
from tests.storybank.the_list import titles
from tests.surfaces.stage import a_sound

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a href="([^"]*)"[^>]*>([^<]*)</a>\s*(?:<span class="count">([^<]*)</span>)?')


def choices(client, address="/stories/"):
    """What is offered: words and number, by address."""
    page = client.get(address).content.decode()
    nav = page.partition('class="facets"')[2].partition("</nav>")[0]
    return {where.replace("&amp;", "&"): (name.strip(), count) for where, name, count in LINK.findall(nav)}


def spoken(*, voice: bool) -> StoryPage:
    """A story that is told aloud by its author; `voice`: who agreed that their voice is heard."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(title="Told aloud")
        media.add_sound(page, upload=a_sound(), transcript="I fed the robin.", caption="", by=None)
        page.refresh_from_db()
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
        stories.asked(page, "website")
        stories.answered(page, identity=IdentityLevel.N2, voice=voice)
    stories.confirmed(page)
    return page


@pytest.mark.parametrize("voice", [True, False])
def test_to_listen_to_are_stories_that_play_and_no_others(client, voice):
    spoken(voice=voice)
    stories.a_live_story(title="Written down")

    listed = {
        form: sorted(titles(client.get(f"/stories/?format={form}"))) for form in ("listen", "read", "easy")
    }

    assert listed == {
        "listen": ["Told aloud"] if voice else [],
        "read": ["Told aloud", "Written down"],
        "easy": [],
    }
    assert ("/stories/?format=listen" in choices(client)) is voice


def test_easy_read_is_a_choice_of_its_own(client):
    easy = stories.a_live_story(title="In short words")
    StoryPage.objects.filter(pk=easy.pk).update(form=EditionKind.EASY_READ)
    stories.a_live_story(title="Written down")

    assert titles(client.get("/stories/?format=easy")) == ["In short words"]
    assert titles(client.get("/stories/?format=read")) == ["Written down"]
    assert {where for where in choices(client) if "format" in where} == {
        "/stories/?format=read",
        "/stories/?format=easy",
    }


def test_two_choices_that_few_answer_are_neither_offered_nor_answered(client, monkeypatch):
    monkeypatch.setattr("storybank.public.choosing.FEW", 2)
    for slug, number in {"north-x": 2, "east-x": 2, "south-x": 1}.items():
        for _ in range(number):
            press.a_story(region=people.a_region(slug, slug.title()))

    offered = {where for where in choices(client, "/stories/?theme=visits") if "region" in where}
    enough = titles(client.get("/stories/?theme=visits&region=north-x"))
    few = titles(client.get("/stories/?theme=visits&region=south-x"))
    programs = [
        client.get(f"/api/v2/stories/?theme=visits&region={region}").json()["chosen"]
        for region in ("north-x", "south-x")
    ]

    assert offered == {"/stories/?theme=visits&region=north-x", "/stories/?theme=visits&region=east-x"}
    assert (len(enough), len(few)) == (2, 5)
    assert programs == [{"theme": "visits", "region": "north-x"}, {"theme": "visits"}]


def stop(page):
    stopping.stop(files.author_of(page.file_id))


def pause(page):
    author = files.author_of(page.file_id)
    for permission in asking.permissions_of(author.pk, page.file_id):
        if permission.use.slug == "website":
            answering.pause(permission, person=author)


def hold(page):
    holding.hold(page.file, reason=HoldReason.SAFETY, by=None)


ENDS = {"a stop": stop, "a pause": pause, "a hold": hold}


@pytest.mark.parametrize("end", ENDS)
def test_no_number_and_no_link_outlives_a_stop_by_one_request(client, end):
    gates = people.a_theme("gates", "Gates")
    for number in range(FEW - 1):
        press.a_story(title=f"Story {number}")
    last = press.a_story(title="The last", themes=[gates, people.a_theme()])
    warm = [choices(client), choices(client)]

    ENDS[end](last)

    assert (
        warm
        == [
            {"/stories/?theme=gates": ("Gates", ""), "/stories/?theme=visits": ("Visits", str(FEW))},
        ]
        * 2
    )
    assert choices(client) == {}
    assert f"{FEW} stories" not in client.get("/stories/").content.decode()


def test_no_number_outlives_a_yes_that_ends_by_the_clock(client):
    page = press.a_story(title="Another", themes=[people.a_theme("gates", "Gates")])
    for number in range(FEW):
        press.a_story(title=f"Story {number}")
    end = page.edition.clearances.get(use_slug="website").valid_until
    with clock.at(end - timedelta(seconds=5)):
        before = titles(client.get("/stories/?theme=gates"))
        client.get("/stories/")

    with clock.at(end + timedelta(seconds=5)):
        after = choices(client)

    assert before == ["Another"]
    assert "/stories/?theme=gates" not in after


def test_a_place_in_the_list_that_is_gone_is_said_and_the_list_begins(client):
    stories.a_live_story(title="Two sugars")
    says = "That place in the list is gone."

    answers = {where: client.get(where) for where in ("/stories/?before=never-was", "/stories/")}

    assert [titles(answer) for answer in answers.values()] == [["Two sugars"], ["Two sugars"]]
    assert [says in answer.content.decode() for answer in answers.values()] == [True, False]
