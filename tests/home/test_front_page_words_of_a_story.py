"""Nobody's story is typed into a page of ours: there it would stay when they stop."""

import pytest
from wagtail.blocks import StructBlockValidationError

from home.models.blocks import ChangedBlock, DoorBlock, OwnWordsBlock, PictureBlock, PurposeBlock
from people import clock, roles
from storybank.domain.searching.quoting import words_of_a_story
from tests.factories import stories
from tests.home.test_front_page_staff import editor, front, posted, signed_in

pytestmark = pytest.mark.django_db

QUOTED = "As one of them says: “Every Sunday I filled it at two, and every Sunday she came.” So it is."
OURS = {
    "We wrote to the visits office every Sunday, and they came.",
    "People tell their own stories here, in their own words.",
    "Every Sunday at two",
    "",
}


@pytest.fixture
def story():
    return stories.a_live_story()


def test_words_of_a_story_are_known_wherever_they_begin_and_however_they_are_written(story):
    told = stories.KETTLE.split()
    quotes = [" ".join(told[start : start + 8]) for start in range(len(told) - 7)]

    assert {words_of_a_story(f"Listen, {one.upper()} — and so on") for one in quotes} == {True}
    assert words_of_a_story(QUOTED)
    assert {words_of_a_story(one) for one in OURS} == {False}


def test_before_anybody_can_read_the_story_its_words_are_told_to_nobody():
    stories.a_frozen_story()

    assert not words_of_a_story(QUOTED)


@pytest.mark.parametrize(
    ("block", "name", "more"),
    [
        (OwnWordsBlock, "words", {}),
        (OwnWordsBlock, "words_cy", {"words": "Ours."}),
        (PurposeBlock, "words", {}),
        (DoorBlock, "words", {}),
        (ChangedBlock, "what", {"on": clock.today()}),
        (PictureBlock, "caption", {"decorative": True}),
    ],
)
def test_every_place_for_words_of_ours_refuses_them(story, block, name, more):
    made = block()
    if block is PictureBlock:
        made.child_blocks["image"].field.required = False

    with pytest.raises(StructBlockValidationError) as refused:
        made.clean(made.to_python(more | {name: QUOTED}))

    assert list(refused.value.block_errors) == [name]
    assert "words of a story" in refused.value.block_errors[name].message


def test_in_the_editor_they_are_refused_and_what_was_typed_stays(story):
    sent = posted(**{"action-publish": "1", "body-0-value-words": QUOTED})

    answer = signed_in(roles.COMMS).post(editor(), sent).content.decode()

    assert "These are words of a story" in answer
    assert "every Sunday she came" in answer
    assert "As one of them says" not in front()
