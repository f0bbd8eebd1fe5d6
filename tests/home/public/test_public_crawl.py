"""The audit walks what readers get, and names each place where it is not what was agreed."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from consent.domain.care import files
from consent.domain.stop import stopping
from home.domain.public_crawl import crawl
from home.domain.public_text import lines_of, stories_linked, told_by, words_of
from storybank.domain import reading as readers
from storybank.domain import settling
from storybank.domain.reading_shapes import Block
from storybank.models import StoryPage
from storybank.public import index, keyset, story
from storybank.public.pieces import making
from tests.factories import stories
from tests.surfaces.stage import the_stage

pytestmark = pytest.mark.django_db

HIDDEN = "A tin of buttons that nobody outside has ever been told about."


def said():
    return [str(drift) for drift in crawl(lambda done, total: None)]


@pytest.fixture
def stage():
    """Two live stories, one shared and not agreed, one stopped."""
    made = the_stage(notes=True)
    stories.a_shared_story(title="The tin", happened=HIDDEN)
    stopped = stories.a_live_story(title="The key", happened="I gave the key back at the gate on a Tuesday.")
    stopping.stop(files.author_of(stopped.file_id))
    settling.settle(stopped.file_id)
    return made


def test_a_house_in_order_has_nothing_to_say(stage):
    steps = []

    drifts = list(crawl(lambda done, total: steps.append((done, total))))

    assert drifts == []
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_command_walks_the_pages_too(stage):
    out = StringIO()

    call_command("audit_consent", stdout=out)

    assert out.getvalue().strip() == "Every clearance is what the events say, and every chain is whole."


def test_words_changed_in_the_live_row_go_dark_and_that_is_named(stage):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Another' WHERE id = %s", [stage.page.pk])

    where = f"/stories/{stage.page.slug}/"

    assert said() == [
        f"{where}: is agreed and answers 404",
        f"/api/v2{where}: is agreed and answers 404",
        f"/stories/: does not list {stage.page.slug}, which is agreed",
    ]


CHANGES = {
    "title": lambda found: replace(found, title="Another"),
    "byline": lambda found: replace(found, byline="Deirdre Full-Name"),
    "words": lambda found: replace(found, body=(*found.body, Block("paragraph", "One more line."))),
}


def _changed(part, stories):
    return {page_id: CHANGES[part](found) for page_id, found in readers.readings_standing(stories).items()}


@pytest.mark.parametrize("part", CHANGES)
def test_a_page_that_shows_something_else_than_was_agreed_is_named(part, stage, monkeypatch):
    """A renderer that is broken: the gate and the bytes are right, and the page is not."""
    usual = making.pieces_of

    def broken(wanted):
        """The page's own pieces, made from something else; rows of lists are as ever."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(making, "readings_standing", lambda missing: _changed(part, missing))
            return usual(wanted)

    monkeypatch.setattr(story, "pieces_of", broken)

    drifts = said()

    assert f"/stories/{stage.page.slug}/: shows another {part} than the agreed one" in drifts
    assert {drift.partition(": ")[2] for drift in drifts} == {f"shows another {part} than the agreed one"}


def test_a_list_that_leads_to_what_is_not_agreed_is_named(stage, monkeypatch):
    hidden = StoryPage.objects.get(live=False, public_on=None)
    leak = f'<a href="/stories/{hidden.slug}/">Y tegell</a><p>{HIDDEN}</p>'
    monkeypatch.setattr(index, "rows", lambda found: [*making.rows(found), leak])

    drifts = said()

    assert drifts == [
        f"{where}: {what}"
        for where in ("/stories/", "/cy/stories/")
        for what in (
            f"leads to {hidden.slug}, which is not agreed",
            f"shows words of {hidden.slug}, which is not agreed",
        )
    ]


def test_a_story_that_shines_without_a_yes_is_named(stage, monkeypatch):
    hidden = StoryPage.objects.get(live=False, public_on=None)
    usual = story._asked

    def shining(slug):
        if slug != hidden.slug:
            return usual(slug)
        around, standing = usual(stage.page.slug)
        return around, {stage.page.pk: standing[stage.page.pk]._replace(slug=slug)}

    monkeypatch.setattr(story, "_asked", shining)

    assert said() == [f"/stories/{hidden.slug}/: is not agreed and answers 200"]


def test_the_list_is_walked_to_its_last_page(monkeypatch):
    for number in range(3):
        stories.a_live_story(stories.an_author(f"Teller {number}"), title=f"Kettle number {number}")
    monkeypatch.setattr(keyset, "A_PAGE", 1)

    assert said() == []


def test_what_the_house_says_between_the_words_is_not_taken_for_the_authors():
    page = """<h1 lang="en">The  kettle</h1><p class="byline">Dee</p>
      <div class="words" id="words"><p>One &amp; two<br>three</p>
      <section class="passage"><p class="passage-note"><span>Speaks about: death</span></p><p>Four.</p></section>
      <img src="/media/a.avif" alt="A cup"><h2 id="closing">What I ask</h2><p>Five.</p></div>
      <p class="byline">Sam</p><p>Six</p>"""

    told = told_by(page)

    assert (told.title, told.words) == ("The kettle", "One & two three Four. /media/a.avif A cup Five.")
    assert told.byline == "Dee Sam"
    assert words_of("<p>a</p>\n<p>b</p>") == "a b"
    assert stories_linked('<a href="/cy/stories/ab1/">x</a><loc>https://h/stories/feed/</loc>') == {"ab1"}
    assert lines_of("<p> a  b </p><p></p>") == {"a b"}
