"""What is in a picture, for somebody who cannot see it: the author is asked, and what they say is theirs."""

import pytest

from storybank.domain import media, pictures_said
from storybank.domain.provenance import AUTHOR, told_in
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, said
from tests.surfaces.stage import a_picture

pytestmark = pytest.mark.django_db
QUESTION = "What is in this picture, for somebody who cannot see it?"


@pytest.fixture
def supporter():
    return stories.a_supporter()


@pytest.fixture
def author(supporter):
    return stories.an_author("Dee", supporter=supporter)


@pytest.fixture
def story(author, supporter):
    """A supporter put a picture in and says what they see; it is the author's turn to look."""
    story = stories.a_shared_story(author)
    media.add_picture(story, upload=a_picture(), alt="Some kettle", face=False, by=supporter)
    stories.checked(of(story))
    return of(story)


def of(story) -> StoryPage:
    return StoryPage.objects.get(pk=story.pk)


def alt(story) -> str:
    return next(
        block.value["alt"] for block in of(story).accepted_revision.as_object().body if "alt" in block.value
    )


def box(story) -> str:
    (only,) = pictures_said.asked(story.get_latest_revision_as_object())
    return f"picture-{only.key}"


def taken(desk, story) -> None:
    """Every change is taken; the author has only to say that this is how they want it."""
    desk.post(address("changes", story), {"act": "take:body-0", "seen": story.latest_revision_id})


def finish(desk, story, **boxes):
    sent = {"act": "finish", "seen": story.latest_revision_id} | boxes
    return desk.post(address("changes", story), sent)


def test_whoever_takes_a_picture_is_asked_what_is_in_it_and_says_it_in_their_own_words(author, story):
    desk = at_the_desk_of(author)
    taken(desk, story)
    shown = desk.get(address("changes", story))
    proposal = QUESTION in said(shown), "Some kettle" in said(shown), box(story) in shown.content.decode()

    finish(desk, story, **{box(story): "The kettle my nan\r\ngave me \x00"})

    assert proposal == (True, True, True)
    assert alt(story) == "The kettle my nan gave me"
    assert of(story).accepted_revision.user_id is None
    assert {owner for token, owner in told_in(of(story)) if token == "nan"} == {AUTHOR}


def test_what_the_supporter_wrote_may_stay(author, story):
    desk = at_the_desk_of(author)
    taken(desk, story)

    finish(desk, story, **{box(story): "Some kettle"})

    assert alt(story) == "Some kettle"
    assert "supporter" in {owner for token, owner in told_in(of(story)) if token == "kettle"}


@pytest.mark.parametrize("words", ["", " \r\n\x00", "\u200f kettle" * 60])
def test_a_picture_without_words_or_with_too_many_is_asked_about_again(author, story, words):
    desk = at_the_desk_of(author)
    taken(desk, story)
    before = of(story).latest_revision_id

    answer = finish(desk, story, **{box(story): words})

    assert (answer.status_code, 'aria-invalid="true"' in answer.content.decode()) == (422, True)
    assert words.replace("\x00", "").strip()[:200] in answer.content.decode()
    assert of(story).latest_revision_id == before


def test_what_was_typed_waits_when_the_supporter_changed_something_meanwhile(author, supporter, story):
    desk = at_the_desk_of(author)
    taken(desk, story)
    stories.edited(story, by=supporter, closing="Thanks")

    finish(desk, story, **{box(story): "{{ nan }} 🫖"})
    stories.checked(of(story))
    now = of(story)
    for change in ("body-0", "closing-0"):
        desk.post(address("changes", story), {"act": f"take:{change}", "seen": now.latest_revision_id})

    assert "{{ nan }} 🫖" in said(desk.get(address("changes", story)))


def test_the_words_can_be_changed_later_and_keeping_them_changes_nothing(author, story):
    desk = at_the_desk_of(author)
    taken(desk, story)
    finish(desk, story)
    later = of(story)
    linked = "Say what is in your pictures" in said(desk.get(address("my_story", story)))
    asked = said(desk.get(address("pictures", story)))

    desk.post(address("pictures", story), {"seen": later.latest_revision_id, box(story): "Some kettle"})
    kept = of(story).latest_revision_id
    desk.post(address("pictures", story), {"seen": kept, box(story): "Nan's kettle"})

    assert (linked, QUESTION in asked, kept) == (True, True, later.latest_revision_id)
    assert alt(story) == "Nan's kettle"
    assert of(story).accepted_revision_id == of(story).latest_revision_id


@pytest.mark.parametrize("seen", ["", "0", "x" * 500, "-1"])
def test_an_old_window_writes_nothing_and_keeps_what_was_typed(author, story, seen):
    desk = at_the_desk_of(author)
    taken(desk, story)
    finish(desk, story)
    before = of(story).latest_revision_id

    answer = desk.post(address("pictures", story), {"seen": seen, box(story): "Nan's kettle"})

    assert (answer.status_code, of(story).latest_revision_id) == (422, before)
    assert "Nan's kettle" in said(answer)


def test_somebody_elses_pictures_are_nowhere(author, story):
    desk = at_the_desk_of(author)
    taken(desk, story)
    finish(desk, story)

    by_another = at_the_desk_of(stories.an_author("Heledd")).get(address("pictures", story))

    assert (desk.get(address("pictures", story)).status_code, by_another.status_code) == (200, 404)
