"""The audit walks what is shown beside stories: programs, feed, map, speakers, quotes, private readings."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import caches

from consent.domain.care import files
from consent.domain.stop import stopping
from home.domain.other_crawl import private_readings_crawl, quotes_crawl, speakers_crawl
from home.domain.program_crawl import feed_crawl
from home.domain.public_crawl import crawl
from home.public import sitemap
from people import clock, keyring
from speakers.domain import profiles
from speakers.domain.profiles import Listed
from speakers.models import ProfileEdition
from speakers.public import directory
from storybank.api import views as api
from storybank.domain import reading as readers
from storybank.domain import settling
from storybank.models import PrivateReading, Quote, StoryPage
from storybank.packs import sealed
from storybank.private_reading import making
from storybank.public import feed
from storybank.public.pieces import keeping
from storybank.quotes import public, showing
from storybank.quotes.making import Wanted, make_quote
from tests.factories import press, stories
from tests.factories.speakers import NOON, a_speaker
from tests.factories.speakers import listed as is_listed

pytestmark = pytest.mark.django_db
HIDDEN = "A tin of buttons that nobody outside has ever been told about."
BIO = "I talk about Sundays, and about the bus that never came."
A_SECRET_BIO = "I talk about the winter that I have told to nobody yet."


def said(walk) -> list[str]:
    return [str(drift) for drift in walk(lambda done, total: None)]


@pytest.fixture
def live():
    return stories.a_live_story()


@pytest.fixture
def hidden():
    return stories.a_shared_story(title="The tin", happened=HIDDEN)


@pytest.fixture
def story():
    return press.a_story(yes=("website", "newspapers", "ministers"))


def broken(monkeypatch, room, name, instead) -> None:
    """A part of what answers programs is broken, and nothing is kept from before."""
    monkeypatch.setattr(room, name, instead)
    caches[keeping.ALIAS].clear()


@pytest.mark.parametrize("part", ["title", "byline", "first_sentence"])
def test_a_program_is_given_the_agreed_words_and_no_others(part, live, monkeypatch):
    usual = api._whole
    assert said(crawl) == []
    broken(monkeypatch, api, "_whole", lambda found: usual(replace(found, **{part: "Another"})))

    found = said(crawl)

    assert found == [f"/api/v2/stories/{live.slug}/: gives another {part} than the agreed one"]


def test_a_program_is_given_nothing_of_what_is_not_agreed(live, hidden, monkeypatch):
    usual = api.story_and_beside
    assert said(crawl) == []

    def shining(slug):
        found = usual(live.slug if slug == hidden.slug else slug)
        return {page_id: one._replace(slug=slug) for page_id, one in found.items()}

    broken(monkeypatch, api, "story_and_beside", shining)

    assert said(crawl) == [f"/api/v2/stories/{hidden.slug}/: is not agreed and answers 200"]


@pytest.mark.parametrize("part", ["title", "byline", "first_sentence"])
def test_the_feed_tells_it_as_agreed(part, live, monkeypatch):
    usual = feed._entry
    assert said(feed_crawl) == []
    broken(monkeypatch, feed, "_entry", lambda found: usual(replace(found, **{part: "Another"})))

    assert said(feed_crawl) == [
        f"{where}: tells of {live.slug} otherwise than was agreed"
        for where in ("/stories/feed/", "/cy/stories/feed/")
    ]


def test_the_feed_tells_nothing_that_is_not_agreed(live, hidden, monkeypatch):
    leak = replace(readers.reading(live), url=f"/stories/{hidden.slug}/")
    usual = feed.rows
    assert said(feed_crawl) == []
    broken(monkeypatch, feed, "rows", lambda found, kind, make: [*usual(found, kind, make=make), make(leak)])

    assert said(feed_crawl) == [
        f"{where}: tells of {hidden.slug}, which is not agreed"
        for where in ("/stories/feed/", "/cy/stories/feed/")
    ]


def test_the_map_leads_to_nothing_that_is_not_agreed(live, hidden, monkeypatch):
    both = [(f"/stories/{page.slug}/", "") for page in (live, hidden)]
    monkeypatch.setattr(sitemap, "_part", lambda number: both)

    assert said(crawl) == [
        f"{prefix}/sitemap-stories-{live.pk // sitemap.A_STRETCH}.xml: leads to {hidden.slug}, which is not agreed"
        for prefix in ("", "/cy")
    ]


@pytest.fixture
def speakers():
    """One listed whole, one nameless, one who was never asked."""
    with clock.at(NOON):
        is_listed(a_speaker(listing="full", bio=BIO), name="Joss")
        is_listed(a_speaker("Temi", listing="listed"), identity=2)
        a_speaker("Noor", listing="full", bio=A_SECRET_BIO)
        yield


def test_the_list_of_speakers_in_order_has_nothing_to_say(speakers, client):
    assert BIO in client.get("/speakers/").content.decode()
    assert said(speakers_crawl) == []


SPEAKER_LEAKS = {
    "another name": lambda found: [replace(one, name="Jocelyn Full-Name") for one in found],
    "a name of somebody nameless": lambda found: [replace(one, name=one.name or "Temi") for one in found],
    "more words": lambda found: [replace(one, about=f"{one.about} And more.") for one in found],
    "another region": lambda found: [replace(one, region="Kestlewick") for one in found],
    "somebody twice": lambda found: [*found, found[0]],
    "nobody": lambda _: [],
}


@pytest.mark.parametrize("how", SPEAKER_LEAKS)
def test_a_list_that_shows_more_of_a_speaker_is_named(how, speakers, monkeypatch):
    monkeypatch.setattr(directory, "listed", lambda at: SPEAKER_LEAKS[how](profiles.listed(at)))

    assert len(said(speakers_crawl)) == 1


def test_words_of_a_speaker_who_was_never_asked_are_named_whoever_let_them_through(speakers, monkeypatch):
    leak = [Listed(name="Noor", region="", topics=(), about=A_SECRET_BIO, language="en")]
    monkeypatch.setattr(directory, "listed", lambda at: leak)
    monkeypatch.setattr("home.domain.other_crawl.listed", lambda at: leak)

    assert said(speakers_crawl) == ["/speakers/: shows words of somebody whose yes does not stand"]


def test_words_changed_in_a_speakers_row_are_dark(speakers):
    row = ProfileEdition.objects.filter(words__about=BIO).get()
    row.words["about"] = A_SECRET_BIO
    row.save()

    assert said(speakers_crawl) == []


@pytest.fixture
def quote(story):
    wanted = Wanted(
        edition_id=press.edition_of(story),
        use="newspapers",
        words="I kept the kettle on for her.",
        recipient="Kestlewick Courier",
        contact="desk@courier.example",
        where="Saturday",
        once=uuid4(),
    )
    return make_quote(wanted, by=press.comms())


def stop(story) -> None:
    stopping.stop(files.author_of(story.file_id))
    settling.settle(story.file_id)


def test_a_quote_in_order_has_nothing_to_say_nor_has_a_stopped_one(quote, story, client):
    assert client.get(f"/q/{quote.code}/").status_code == 200
    assert said(quotes_crawl) == []

    stop(story)

    assert client.get(f"/q/{quote.code}/").status_code == 410
    assert said(quotes_crawl) == []


def test_a_quote_that_stays_after_the_stop_is_named(quote, story, monkeypatch):
    stays = showing.shown(quote)
    stop(story)
    monkeypatch.setattr(public, "shown", lambda _: stays)

    assert said(quotes_crawl) == [f"/q/{quote.code}/: is not agreed and answers 200"]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"words": "I never kept the kettle."}, "other words than the agreed ones"),
        ({"byline": "Deirdre"}, "another name than the agreed one"),
    ],
)
def test_a_quote_with_other_words_or_another_name_is_named(change, what, quote, monkeypatch):
    usual = showing.shown
    monkeypatch.setattr(public, "shown", lambda found: replace(usual(found), **change))

    assert said(quotes_crawl) == [f"/q/{quote.code}/: shows {what}"]


def test_words_exchanged_under_the_seal_are_dark(quote, story):
    Quote.objects.update(words_sealed=keyring.seal(story.file.uid, "I never kept the kettle."))

    assert said(quotes_crawl) == []


@pytest.fixture
def reading(story, client):
    wanted = making.Wanted(
        uid=uuid4(),
        edition_id=press.edition_of(story),
        use="ministers",
        reader="Alun Maddock",
        office="Marchgate House",
        last_day=clock.today() + timedelta(days=7),
    )
    row, link = making.make(wanted, by=press.comms())
    assert client.post("/" + link.split("/", 3)[3]).status_code == 200
    row.refresh_from_db()
    return row


def test_a_private_reading_in_order_has_nothing_to_say(reading):
    assert said(private_readings_crawl) == []


def other_words(row, story):
    words = json.loads(sealed.unseal(story.file.uid, row.words_sealed)) | {"title": "Another"}
    PrivateReading.objects.update(words_sealed=sealed.seal(story.file.uid, json.dumps(words).encode()))


TAMPERINGS = {
    "keeps other words than were handed over": other_words,
    "was taken back and keeps its words": lambda row, _: PrivateReading.objects.update(
        revoked_at=clock.now()
    ),
    "stays open longer than it was handed over for": lambda row, _: PrivateReading.objects.update(
        until=row.until + timedelta(days=300)
    ),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_private_reading_that_is_not_as_it_was_handed_over_is_named(what, reading, story):
    TAMPERINGS[what](reading, story)

    assert said(private_readings_crawl) == [f"private reading {reading.code}: {what}"]


def test_what_is_dark_in_the_whole_house_stays_so_on_every_walk(story, reading, quote):
    stop(story)

    assert StoryPage.objects.filter(live=True).count() == 0
    for walk in (crawl, feed_crawl, speakers_crawl, quotes_crawl, private_readings_crawl):
        assert said(walk) == []
