"""What search engines read in the head of a story: no author without a name, no day finer than agreed, no way out."""

import json
import re
from dataclasses import replace

import pytest

from consent.domain.stop import stopping
from consent.enums import IdentityLevel, TimeDetail
from people import clock
from storybank.domain.linked_data import article
from storybank.domain.reading import reading
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import the_stage

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SITE = "https://stories.example"


def said(client, page):
    (block,) = BLOCK.findall(client.get(f"/stories/{page.slug}/").content.decode())
    return json.loads(block)


def live(**terms):
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(stories.an_author("Robin"))
        stories.asked(page, "website")
        stories.answered(page, **{"name": "Robin"} | terms)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def test_it_says_what_the_page_shows(client):
    page = the_stage().page

    found = said(client, page)
    shown = reading(page)

    where = f"http://testserver/stories/{page.slug}/"
    assert found == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": shown.title,
        "description": shown.first_sentence,
        "url": where,
        "mainEntityOfPage": where,
        "image": f"{where}card.png",
        "inLanguage": "en",
        "about": ["Visits"],
        "timeRequired": "PT1M",
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "url": "http://testserver/"},
        "author": {"@type": "Person", "name": shown.byline},
        "datePublished": page.public_on.isoformat(),
        "dateModified": page.public_on.isoformat(),
    }


@pytest.mark.parametrize(
    ("identity", "author"),
    [(IdentityLevel.N2, None), (IdentityLevel.N3, "Robin"), (IdentityLevel.N5, "Robin")],
)
def test_somebody_who_shows_no_name_is_no_author(client, identity, author):
    assert said(client, live(identity=identity)).get("author", {}).get("name") == author


@pytest.mark.parametrize(
    ("time", "day"),
    [
        (TimeDetail.NONE, None),
        (TimeDetail.DECADE, None),
        (TimeDetail.SEASON, "%Y"),
        (TimeDetail.MONTH, "%Y-%m"),
        (TimeDetail.DAY, "%Y-%m-%d"),
    ],
)
def test_days_are_as_fine_as_agreed(client, time, day):
    page = live(time=time)

    found = said(client, page)

    right = day and page.public_on.strftime(day)
    assert (found.get("datePublished"), found.get("dateModified")) == (right, right)


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "]]>",
        "a\u2028b\u2029c",
        "\u202eback",
        'quoted " and \\ and \\u003C',
        "&lt;/script&gt;",
        "\x00\x1f",
        "🫖",
        "{{ 7 * 7 }}",
    ],
)
def test_no_words_break_out_of_their_block(words):
    shown = replace(reading(the_stage().page), title=words, byline=words, first_sentence=words)

    block = article(shown, site=SITE)

    assert re.findall(r"[<>&]|[^ -~]", block) == []
    assert json.loads(block)["headline"] == json.loads(block)["author"]["name"] == words


def test_a_stopped_story_has_none(client):
    author = stories.an_author()
    page = stories.a_live_story(author)
    before = BLOCK.findall(client.get(f"/stories/{page.slug}/").content.decode())

    stopping.stop(author)

    assert len(before) == 1
    assert BLOCK.findall(client.get(f"/stories/{page.slug}/").content.decode()) == []


def test_what_a_reader_may_want_to_know_first_stands_where_the_first_sentence_would(client):
    plain, noted = the_stage().page, the_stage(notes=True).page

    assert said(client, plain)["description"] == reading(plain).first_sentence
    assert said(client, noted)["description"].startswith("Speaks about: ")
    assert reading(noted).first_sentence not in said(client, noted)["description"]
