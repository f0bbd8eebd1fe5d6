"""What can be tried with the demo's stories: a picture, a recording, slots, and three names at once."""

from home.demo.drawn import MADE_UP, DemoPicture, DemoSound
from tests.home.test_demo_words import LIVE, text_of


def test_a_picture_a_recording_and_each_slot_can_be_met_in_a_public_story():
    """And one story is up, for newspapers and for ministers at once, by three different names."""
    shown = {story.key: [type(one) for one in story.shown] for story in LIVE if story.shown}
    slots = {
        slot for story in LIVE for slot in ("{name}", "{place}", "{when}") if slot in text_of(story.body)
    }
    (three,) = [
        story
        for story in LIVE
        if {other.use for other in story.also if other.answer == "yes"} >= {"newspapers", "ministers"}
    ]

    assert shown == {"old_pound": [DemoPicture], "the_44": [DemoSound]}
    assert slots == {"{name}", "{place}", "{when}"}
    assert len({three.identity, *(other.identity for other in three.also)}) == 3
    assert [one.caption for story in LIVE for one in story.shown if MADE_UP not in one.caption] == []
