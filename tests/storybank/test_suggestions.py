"""What staff changed is shown word by word; the author decides; no shared word is ever lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consent.domain.acts import asking
from consent.domain.care import files
from people.models import Theme
from storybank.domain import suggestions
from storybank.domain.spelling import is_spelling
from storybank.domain.word_diff import Mark, Same, blocks_of, compare, mix, tokens_of
from storybank.models import StoryPage
from tests.factories import stories

WORDS = st.sampled_from(
    [
        "I",
        "kept",
        "kettel",
        "kettle",
        "the",
        "her",
        "a",
        "b",
        "c\n",
        "visits.",
        "can",
        "can't",
        "😀",
        "مرحبا",
        "{{7*7}}",
        "<b>",
        ",",
    ]
)
TEXT = st.lists(WORDS, max_size=12).map(" ".join)
BLOCKS = st.lists(
    st.tuples(st.sampled_from([Mark("paragraph"), Mark("heading"), Mark("note", "death")]), TEXT), max_size=4
)


@given(BLOCKS, BLOCKS)
def test_taking_all_gives_the_later_text_and_taking_none_the_earlier(before, after):
    pieces = compare(tokens_of(before), tokens_of(after))

    assert blocks_of(mix(pieces, range(len(pieces)))) == after
    assert blocks_of(mix(pieces, [])) == before


@given(BLOCKS, BLOCKS, st.sets(st.integers(0, 30)))
def test_any_mixture_keeps_every_shared_word_in_order(before, after, take):
    pieces = compare(tokens_of(before), tokens_of(after))
    shared = [token for piece in pieces if isinstance(piece, Same) for token in piece.tokens]

    mixed = iter(mix(pieces, take))

    assert all(any(token == found for found in mixed) for token in shared)
    blocks_of(mix(pieces, take))


@settings(max_examples=30)
@given(BLOCKS)
def test_a_text_does_not_differ_from_itself(blocks):
    assert all(isinstance(piece, Same) for piece in compare(tokens_of(blocks), tokens_of(blocks)))


@pytest.mark.parametrize(
    ("struck", "added"),
    [
        ("teh", "the"),
        ("definately", "definitely"),
        ("seperate", "separate"),
        ("occured", "occurred"),
        ("monday", "Monday"),
        ("kettle", "kettle,"),
        ("untill", "until"),
        ("alot", "a lot"),
        ("cant", "can't"),
        ("recieve teh", "receive the"),
        ("  ", " "),
    ],
)
def test_spelling_is_spelling(struck, added):
    assert is_spelling(struck, added)


@pytest.mark.parametrize(
    ("struck", "added"),
    [
        ("can", "can't"),
        ("not", "now"),
        ("he", "she"),
        ("5", "6"),
        ("2019", "2018"),
        ("prison", "prisons"),
        ("warden", "warder"),
        ("trial", "trail"),
        ("happy", "unhappy"),
        ("the rapist", "therapist"),
        ("bad", "sad"),
        ("", "very"),
        ("very", ""),
        ("£5", "5"),
        ("good", "good 😀"),
    ],
)
def test_a_change_of_meaning_is_never_called_spelling(struck, added):
    assert not is_spelling(struck, added)


@pytest.fixture
def story(db):
    return stories.a_shared_story(
        stories.an_author(supporter=stories.a_supporter()),
        title="The kettel",
        happened="I kept teh kettle on for my sister. She always came.\n\nIt was warm.",
        say="Let us keep teh kettle.",
    )


def paragraphs(story):
    return [block.value for block in story.get_latest_revision_as_object().body]


def test_each_change_is_shown_with_the_words_around_it(story):
    story = stories.edited(
        story, body=["I kept the kettle on for my mother. She always came.", "It was warm."]
    )

    spelling, meaning = suggestions.suggested_changes(story)

    assert (spelling.struck, spelling.added, spelling.spelling) == ("teh", "the", True)
    assert (meaning.struck, meaning.added, meaning.spelling) == ("sister.", "mother.", False)
    assert [piece.kind for piece in meaning.pieces] == ["same", "struck", "added", "same"]
    assert meaning.pieces[0].text.endswith("kettle on for my ")


def test_one_change_is_put_back_and_the_other_stays_in_one_revision_without_a_user(story):
    story = stories.edited(
        story, body=["I kept the kettle on for my mother. She always came.", "It was warm."]
    )
    spelling, meaning = suggestions.suggested_changes(story)
    revisions = story.revisions.count()

    suggestions.decide(story, decisions={spelling.id: True, meaning.id: False}, seen=story.latest_revision_id)

    after = StoryPage.objects.get(pk=story.pk)
    assert paragraphs(after) == ["I kept the kettle on for my sister. She always came.", "It was warm."]
    assert after.revisions.count() == revisions + 1
    assert (after.accepted_revision, after.latest_revision.user) == (after.latest_revision, None)
    assert suggestions.suggested_changes(after) == []


def test_accepting_all_and_putting_all_back_give_exactly_the_two_texts(story):
    words = ["Something else.", "It was warm."]
    story = stories.edited(story, title="Tea", body=words, closing="", closing_kind="")

    suggestions.put_all_back(story)
    first = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    story = stories.edited(
        StoryPage.objects.get(pk=story.pk), title="Tea", body=words, closing="", closing_kind=""
    )
    suggestions.accept_all(story)
    second = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()

    assert (first.title, first.closing, first.closing_kind) == (
        "The kettel",
        "Let us keep teh kettle.",
        "ask",
    )
    assert (second.title, second.closing, second.closing_kind) == ("Tea", "", "")
    assert [block.value for block in second.body] == words


def test_how_it_is_sorted_is_the_authors_to_decide_too(story):
    theme = Theme.objects.create(slug="visits", name="Visits")
    words = story.get_latest_revision_as_object()
    words.themes.set([theme])
    words.kind = "praise"
    words.content_notes = [{"type": "note", "value": {"code": "death", "level": "mention"}}]
    words.save_revision(user=stories.a_supporter(first_name="Sol"))
    story = StoryPage.objects.get(pk=story.pk)

    shown = [
        (change.part.name, change.struck, change.added) for change in suggestions.suggested_changes(story)
    ]
    suggestions.decide(story, decisions={"content_notes-0": True, "kind-0": False, "themes-0": True})

    after = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert shown == [
        ("content_notes", "", "Death and bereavement (mentioned)"),
        ("kind", "Journey", "Praise"),
        ("themes", "", "Visits"),
    ]
    assert (after.kind, [item.slug for item in after.themes.all()], len(after.content_notes)) == (
        "journey",
        ["visits"],
        1,
    )


def test_a_look_at_older_changes_is_refused_and_writes_nothing(story):
    story = stories.edited(story, body=["One."])
    seen = story.latest_revision_id
    story = stories.edited(story, body=["Two."])

    with pytest.raises(suggestions.StaleSuggestions):
        suggestions.decide(story, decisions={"body-0": True}, seen=seen)

    assert StoryPage.objects.get(pk=story.pk).latest_revision_id == story.latest_revision_id


def test_undecided_changes_are_refused(story):
    story = stories.edited(story, body=["One."])

    with pytest.raises(suggestions.NotAllDecided):
        suggestions.decide(story, decisions={})


def test_an_end_that_grows_too_long_is_refused_in_words(story):
    long = "word " * 79
    story = stories.edited(story, closing=long + "x", closing_kind="ask")
    suggestions.accept_all(story)
    story = stories.edited(
        StoryPage.objects.get(pk=story.pk), closing="other " * 60 + long[:30], closing_kind="ask"
    )
    added, *others = suggestions.suggested_changes(story)

    with pytest.raises(suggestions.DoesNotFit, match="How it ends"):
        suggestions.decide(story, decisions={added.id: True} | {item.id: False for item in others})


def test_with_a_safety_check_of_these_words_the_choices_are_asked_at_once(story):
    story = stories.edited(story, body=["I kept the kettle on."])
    stories.checked(story)

    asked = suggestions.accept_all(story)

    author = files.author_of(story.file_id)
    assert asked
    assert [item.use.slug for item in asking.open_asks(author.pk, story.file_id)] == ["website"]


def test_without_one_the_supporter_goes_on(story):
    story = stories.edited(story, body=["I kept the kettle on."])
    stories.checked(story)

    asked = suggestions.put_all_back(story)

    assert not asked
    assert asking.open_asks(files.author_of(story.file_id).pk, story.file_id) == []


@pytest.mark.django_db
def test_a_live_story_stays_as_agreed_while_changes_are_decided():
    story = stories.edited(stories.a_live_story(), body=["Other words."])

    suggestions.accept_all(story)

    live = StoryPage.objects.get(pk=story.pk)
    assert (live.live, live.body[0].value) == (True, stories.KETTLE)
