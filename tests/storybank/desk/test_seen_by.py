"""As my sister, as a journalist, as prison staff: what the author is shown is what the gate then shows, to the word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from people import clock
from people.models import Region
from storybank.domain import media, settling
from storybank.domain.reading import reading, reading_of_edition
from storybank.models import StoryPage
from storybank.packs.making import fetch, make_pack
from tests.factories import press, stories
from tests.storybank.desk.walking import address, said, up_to_the_uses
from tests.storybank.press.packing import inside, wanted
from tests.surfaces.stage import a_picture, a_sound

pytestmark = pytest.mark.django_db

WORDS = "{when} I came to {place}, and I kept the kettle on for her."
SEEN = {"place": "4", "place_words": "Eastmere", "time": "4", "month": "3", "year": "2019"}
EXCEPT = {"identity": "2", "name": "", "place": "0", "time": "2", "month": "", "year": "2019"}


@pytest.fixture
def story(author):
    page = stories.a_shared_story(author, title="The kettle in {place}", happened=WORDS)
    words = page.get_latest_revision_as_object()
    words.region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
    words.save_revision(user=None)
    for add in (_picture, _sound):
        add(StoryPage.objects.get(pk=page.pk))
    page = StoryPage.objects.get(pk=page.pk)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website", "newspapers", "printed")
    return StoryPage.objects.get(pk=page.pk)


def _picture(page):
    media.add_picture(page, upload=a_picture(), alt="Me at the kettle", by=None)


def _sound(page):
    media.add_sound(page, upload=a_sound(), transcript="The kettle sings.", by=None)


def chosen(desk, story, *, face="yes", voice="no"):
    """Robin of Eastmere everywhere, but in the newspapers no name, no place and only the year; nothing in print."""
    desk.post(address("choices", story), {"as": "plain"})
    desk.post(address("choice_people", story), {"answer": "no"})
    desk.post(address("choice_name", story), {"identity": "3", "name": "Robin"})
    desk.post(address("choice_seen", story), {**SEEN, "face": face, "voice": voice})
    desk.post(address("choice_use", story, "website"), {"answer": "yes"})
    desk.post(address("choice_use", story, "printed"), {"answer": "no"})
    desk.post(address("choice_use", story, "newspapers"), {"answer": "yes", **EXCEPT, "face": "no"})


def agreed(desk, story):
    desk.post(address("choice_understood", story), {"asked": "stop", "answer": "stop"})
    desk.post(address("choice_understood", story), {"asked": "copies", "answer": "no_new"})
    done = desk.post(address("choice_check", story), follow=True)
    assert done.request["PATH_INFO"] == address("choice_done", story), said(done)


def second_yes(story):
    stories.confirmed(story)
    settling.settle(story.file_id)
    return StoryPage.objects.get(pk=story.pk)


def seen(desk, story, who):
    """By the label of each way: the reading the person was shown."""
    views = desk.get(address("seen_by", story, who)).context["views"]
    return {way.choice.use.slug: view.reading for view in views for way in view.ways}


def words_of(read):
    """All of a reading but what a yet unpublished page cannot have: its address, its days, and where bytes are got."""
    body = tuple(replace(block, url="") for block in read.body)
    plain = {"url": "", "published": "", "approved": "", "published_day": None, "approved_day": None}
    plain |= {"published_iso": "", "approved_iso": ""}
    return replace(read, body=body, page_id=0, edition_id=0, **plain)


@pytest.mark.parametrize(("face", "voice"), [("yes", "no"), ("no", "yes")])
def test_before_the_yes_they_see_just_what_the_gate_shows_after_it(desk, author, story, face, voice):
    chosen(desk, story, face=face, voice=voice)
    before = seen(desk, story, "sister"), seen(desk, story, "journalist")
    agreed(desk, story)
    between = seen(desk, story, "sister"), seen(desk, story, "journalist")
    clock.forward(timedelta(days=15))
    live = second_yes(story)

    public = words_of(reading(live))
    paper = words_of(reading_of_edition(press.edition_of(live), use="newspapers"))
    for sister, journalist in (before, between, (seen(desk, live, "sister"), seen(desk, live, "journalist"))):
        assert words_of(sister["website"]) == words_of(journalist["website"]) == public
        assert words_of(journalist["newspapers"]) == words_of(sister["newspapers"]) == paper
        assert "printed" not in sister
    assert (public.byline, public.title, paper.byline, paper.title) == (
        *("Robin", "The kettle in Eastmere"),
        *("", "The kettle in a place"),
    )
    assert [block.type for block in public.body if block.type == "picture"] == ["picture"] * (face == "yes")


def test_what_they_see_stands_on_the_public_page_and_in_the_pack(desk, author, story, client):
    chosen(desk, story)
    sister = said(desk.get(address("seen_by", story, "sister")))
    journalist = seen(desk, story, "journalist")["newspapers"]
    agreed(desk, story)
    clock.forward(timedelta(days=15))
    live = second_yes(story)
    public = said(client.get(f"/stories/{live.slug}/"))
    marcus = press.comms()
    pack = inside(fetch(make_pack(wanted(live), by=marcus), by=marcus))["txt"].decode()

    for words in (
        "The kettle in Eastmere",
        "In March 2019 I came to Eastmere, and I kept the kettle on for her.",
    ):
        assert words in sister
        assert words in public
    assert journalist.title in pack
    assert all(block.text in pack for block in journalist.body)
    assert ("Robin" in pack, "Eastmere" in pack) == (False, False)


def test_what_is_not_decided_says_only_if_and_a_no_reaches_nobody(desk, author, story):
    up_to_the_uses(desk, story)
    desk.post(address("choice_seen", story), {"place": "0", "time": "0", "face": "no", "voice": "no"})
    open_still = said(desk.get(address("seen_by", story, "prison-staff")))
    for use in ("website", "printed", "newspapers"):
        desk.post(address("choice_use", story, use), {"answer": "no"})

    nothing = said(desk.get(address("seen_by", story, "prison-staff")))

    assert "only if you say yes." in open_still
    assert "They see nothing of it." in nothing
    assert "kettle" not in nothing


def test_what_rests_or_was_stopped_is_seen_by_nobody(desk, author, story):
    chosen(desk, story)
    agreed(desk, story)
    clock.forward(timedelta(days=15))
    live = second_yes(story)
    desk.post(address("stop_story", live), {"use": "website"})

    assert set(seen(desk, live, "sister")) == {"newspapers"}


def test_somebody_nobody_knows_of_is_not_there(desk, author, story):
    assert desk.get(address("seen_by", story, "the-king")).status_code == 404


def test_the_honest_lines_and_what_is_not_seen_stand_there_for_each(desk, author, story):
    pages = {
        who: said(desk.get(address("seen_by", story, who)))
        for who in ("sister", "journalist", "prison-staff")
    }

    assert "She may know that it is you" in pages["sister"]
    assert "We do not tell." in pages["journalist"]
    assert "We do not tell a prison who you are" in pages["prison-staff"]
    assert all("Your address, your phone, your e-mail" in page for page in pages.values())
