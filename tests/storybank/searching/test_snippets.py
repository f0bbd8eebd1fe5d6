"""Beside a story that was found stands a piece of what its readers may see, marked and harmless; nothing else ever."""

import pytest

from consent.enums import IdentityLevel
from people import clock
from storybank.domain import media
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.storybank.searching.as_read import answered
from tests.surfaces.stage import a_picture, rewrite

pytestmark = pytest.mark.django_db


def only(typed: str):
    (one,) = answered(typed).found
    return one


def with_body(*body, title="The kettle", themes=(), **agreed) -> StoryPage:
    """Live, with these blocks and nothing finer agreed than `agreed` says."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(title=title), body=list(body), themes=list(themes))
        stories.asked(page, "website")
        stories.answered(page, **({"identity": IdentityLevel.N2} | agreed))
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def test_the_sentence_that_was_met_is_shown_and_the_words_in_it_are_marked():
    with_body(
        ("paragraph", "It rained. I was visiting my sister that day. Then I went home."),
        ("paragraph", "My sister waved."),
    )

    found = only("visit sisters")

    assert found.piece == "I was <mark>visiting</mark> my <mark>sister</mark> that day."


def test_a_long_sentence_is_cut_between_words_and_says_so():
    before, after = "one two three four five six seven " * 10, " eight nine ten eleven twelve" * 10
    with_body(("paragraph", f"{before}robin{after}."))

    piece = str(only("robin").piece)

    assert (piece[:2], piece[-2:], piece.count("<mark>robin</mark>")) == ("… ", " …", 1)
    assert len(piece) < 260
    assert set(piece[2:-2].replace("<mark>", "").replace("</mark>", "").split()) <= set(
        f"{before}robin{after}".split()
    )


def test_what_an_author_wrote_is_never_read_as_a_tag():
    with_body(("paragraph", "I wrote <script>robin</script> & <mark>x</mark> once."), title="<b>robin</b>")

    found = only("robin")

    assert found.piece == (
        "I wrote &lt;script&gt;<mark>robin</mark>&lt;/script&gt; &amp; &lt;mark&gt;x&lt;/mark&gt; once."
    )
    assert found.title == "&lt;b&gt;<mark>robin</mark>&lt;/b&gt;"


def test_accents_stay_as_the_author_wrote_them():
    with_body(("paragraph", "We drank at Siân's CAFÉ again."))

    assert only("sian cafe").piece == "We drank at <mark>Siân</mark>&#x27;s <mark>CAFÉ</mark> again."


def test_what_is_met_only_in_a_passage_with_a_note_or_in_a_theme_shows_how_the_story_begins():
    with_body(
        ("paragraph", "I was nine when I first saw the garden."),
        ("note", {"code": "death", "text": "The funeral was small."}),
        themes=[people.a_theme("letters", "Letters home")],
    )

    found = {typed: only(typed) for typed in ("funeral", "letters", "garden")}

    assert {typed: str(one.piece) for typed, one in found.items()} == {
        "funeral": "",
        "letters": "",
        "garden": "I was nine when I first saw the <mark>garden</mark>.",
    }
    assert found["funeral"].reading.first_sentence == "I was nine when I first saw the garden."


def found_by(typed: str) -> bool:
    found = answered(typed)
    return bool(found.found) and found.meant is None


def test_a_name_in_a_slot_finds_nobody_though_it_is_shown():
    with_body(
        ("paragraph", "They call me {name}. I feed the robin every day."),
        title="{name} and the robin",
        name="Zeisig",
        identity=IdentityLevel.N3,
    )

    found = only("robin")

    assert found.title == "Zeisig and the <mark>robin</mark>"
    assert {word: found_by(word) for word in ("Zeisig", "name", "robin")} == {
        "Zeisig": False,
        "name": False,
        "robin": True,
    }


def test_a_place_and_a_day_that_were_not_agreed_find_nobody_and_are_not_in_the_piece():
    with_body(("paragraph", "In {place}, {when}, I fed the robin."))

    found = only("robin")

    assert found.piece == "In a place, one day, I fed the <mark>robin</mark>."
    assert {word: found_by(word) for word in ("place", "when", "fed")} == {
        "place": False,
        "when": False,
        "fed": True,
    }


@pytest.mark.parametrize("seen", [False, True])
def test_words_under_a_face_find_nobody_and_stand_in_no_piece(seen):
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(title="The robin")
        media.add_picture(page, upload=a_picture(), alt="A drawn wren", face=False, by=None)
        media.add_picture(page, upload=a_picture("navy"), alt="Me with Zeisig", caption="Dompfaff", by=None)
        page.refresh_from_db()
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
        stories.asked(page, "website")
        stories.answered(page, identity=IdentityLevel.N2, face=seen)
    stories.confirmed(page)

    assert {word: found_by(word) for word in ("wren", "zeisig", "dompfaff")} == {
        "wren": True,
        "zeisig": False,
        "dompfaff": False,
    }


def test_a_word_of_a_newer_text_or_of_a_note_for_staff_finds_nobody():
    page = with_body(("paragraph", "I fed the robin every single day."))
    stories.edited(page, body=["I fed the nightjar every single day."])

    assert {word: found_by(word) for word in ("robin", "nightjar")} == {"robin": True, "nightjar": False}
