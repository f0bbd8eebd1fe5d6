"""By pen, too: what a picture shows is in the author's words, and spelling that was tidied comes back."""

import pytest

from storybank.domain import suggestions
from storybank.models import PaperPack, StoryPage
from tests.factories import pictures, stories
from tests.storybank.paper_twin.reading import pages
from tests.storybank.paper_twin.sheets_back import printed, scanned
from tests.storybank.paper_twin.steps import at, items, sheets

pytestmark = pytest.mark.django_db
OWN = "I kept teh kettel on. Untill spring. She never came back adn I cried."
TIDY = "I kept the kettle on. Until spring. She never came back and I cried."
BOX = "Yes, put my spelling back"


def shown_by(page) -> list[str]:
    body = StoryPage.objects.get(pk=page.pk).accepted_revision.as_object().body
    return [block.value["alt"] for block in body if block.block_type == "picture"]


def test_what_a_picture_shows_is_changed_by_pen_and_never_left_without_words(priya, ama, dee):
    page = pictures.added(stories.a_shared_story(dee))
    pack = printed(dee, page)
    scanned(pack)
    names = [
        f"pen-b{place}"
        for place, block in enumerate(page.get_latest_revision_as_object().body)
        if block.block_type == "picture"
    ]
    typed = sheets() | dict(zip(names, (pictures.FACE, "My  gran's kettle, <b>black</b>"), strict=True))
    form = priya.get(at("enter", pack.code)).content.decode()

    refused = [
        priya.post(at("enter", pack.code), typed | {names[1]: gone}).status_code
        for gone in ("", " ", "x" * 251)
    ]
    sent = priya.post(at("enter", pack.code), typed)
    to_compare = ama.get(at("check", pack.code)).content.decode()
    before = shown_by(page)
    done = ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))

    assert ("What picture 1 shows" in form, "What picture 2 shows" in form) == (True, True)
    assert refused == [422, 422, 422]
    assert ("Changed by pen: what picture 2 shows" in to_compare, pictures.KETTLE in to_compare) == (
        True,
        True,
    )
    assert [sent.status_code, done.status_code] == [302, 302]
    assert before == [pictures.FACE, pictures.KETTLE]
    assert shown_by(page) == [pictures.FACE, "My gran's kettle, <b>black</b>"]


def accepted(page) -> str:
    body = StoryPage.objects.get(pk=page.pk).accepted_revision.as_object().body
    return " ".join(str(block.value) for block in body)


@pytest.fixture
def tidied(dee):
    page = stories.edited(stories.a_shared_story(dee, happened=OWN), body=[TIDY])
    every = {change.id: True for change in suggestions.suggested_changes(page)}
    suggestions.decide(page, decisions=every, seen=page.latest_revision_id)
    return StoryPage.objects.get(pk=page.pk)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        pytest.param({"untidy": "on"}, OWN, id="the box alone"),
        pytest.param(
            {"untidy": "on", "pen-b0": f"{TIDY} Often."}, f"{OWN} Often.", id="the box and words added by pen"
        ),
    ],
)
def test_tidied_spelling_comes_back_by_a_box_on_the_sheets_and_only_once_two_have_looked(
    priya, ama, dee, tidied, typed, after
):
    sheets_of_it = " ".join(pages(priya.post(at("for_story", tidied.pk), {"no_name": "1"}).content))
    pack = PaperPack.objects.get()
    scanned(pack)
    sent = priya.post(at("enter", pack.code), sheets(people="") | {"pen-b0": TIDY} | typed)
    before = accepted(tidied)
    to_compare = ama.get(at("check", pack.code)).content.decode()
    done = ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))

    assert (BOX in sheets_of_it, BOX in to_compare) == (True, True)
    assert [sent.status_code, done.status_code, before] == [302, 302, TIDY]
    assert accepted(tidied) == after


def test_no_box_stands_where_nothing_was_tidied_and_a_box_sent_all_the_same_is_nothing(priya, dee):
    page = stories.a_shared_story(dee)
    shown = " ".join(pages(priya.post(at("for_story", page.pk), {"no_name": "1"}).content))
    pack = PaperPack.objects.get()
    scanned(pack)

    sent = priya.post(at("enter", pack.code), sheets(people="") | {"untidy": "on"})

    assert (BOX in shown, sent.status_code) == (False, 422)
