"""Tidied spelling goes back exactly; after further changes the author is told what can go back and what cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.domain import suggestions, untidying
from storybank.domain.word_diff import Changed, Mark, compare, mix, tokens_of
from storybank.models import Look, StoryPage
from tests.factories import stories
from tests.storybank.admin.steps import a_team_story
from tests.storybank.desk.walking import address, at_the_desk_of, said

OWN = "I kept teh kettel on. Untill spring. She never came back adn I cried."
TIDY = "I kept the kettle on. Until spring. She never came back and I cried."
SLIPS = {"teh": "the", "adn": "and", "untill": "until", "freind": "friend", "kettel,": "kettle,"}
WORDS = st.sampled_from([*SLIPS, "I", "waited", "for", "her.", "again", "😀"])
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)


def tokens(text):
    return tokens_of([(Mark("paragraph"), text)])


def tidied(text):
    return " ".join(SLIPS.get(word, word) for word in text.split(" "))


def story_with(text):
    page, supporter, author = a_team_story(title="Tea", happened=text)
    return page, supporter, author


def paragraphs(page):
    words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [block.value for block in words.body]


@given(TEXTS)
def test_when_nothing_else_changed_every_word_is_as_it_was_written(text):
    before, after = tokens(text), tokens(tidied(text))

    edits = untidying.edits_of(before, after, after)

    assert untidying.put_back(after, edits) == before
    assert all(edit.start >= 0 for edit in edits)


@given(TEXTS, st.data())
def test_a_change_of_meaning_that_was_taken_stays(text, data):
    before = tokens(text)
    after = tokens(tidied(text) + data.draw(st.sampled_from([" always.", "", " every week"])))
    pieces = compare(before, after)
    changes = [piece for piece in pieces if isinstance(piece, Changed)]
    expected = mix(pieces, {n for n, piece in enumerate(changes) if not piece.spelling})

    edits = untidying.edits_of(before, after, after)

    assert untidying.put_back(after, edits) == expected


@given(TEXTS, TEXTS)
def test_after_further_changes_only_the_tidied_words_that_still_stand_go_back(text, later):
    before, after, now = tokens(text), tokens(tidied(text)), tokens(later)

    edits = untidying.edits_of(before, after, now)
    mixed = untidying.put_back(now, edits)

    going = [edit for edit in edits if edit.start >= 0]
    assert all(tuple(now[edit.start : edit.end]) == edit.tidied for edit in going)
    assert len(mixed) == len(now) + sum(len(edit.own) - len(edit.tidied) for edit in going)
    untouched = [t for place, t in enumerate(now) if not any(e.start <= place < e.end for e in going)]
    kept = iter(mixed)
    assert all(token in kept for token in untouched)


@pytest.mark.django_db
def test_one_tap_tidies_and_one_tap_brings_it_back_exactly():
    page, supporter, author = story_with(OWN)
    page = stories.edited(page, by=supporter, body=[TIDY])
    suggestions.accept_all(page)
    page = StoryPage.objects.get(pk=page.pk)
    desk = at_the_desk_of(author)
    screen = said(desk.get(address("spelling_back", page)))

    answer = desk.post(address("spelling_back", page), {"seen": page.accepted_revision_id}, follow=True)

    after = StoryPage.objects.get(pk=page.pk)
    assert "4 words can go back" in screen
    assert "4 words are as you wrote them again." in said(answer)
    assert paragraphs(page) == [OWN]
    assert (after.accepted_revision_id, after.latest_revision.user) == (after.latest_revision_id, None)
    assert untidying.last_tidied(after) is None


@pytest.mark.django_db
def test_what_was_changed_since_is_named_and_left():
    page, supporter, author = story_with(OWN)
    suggestions.accept_all(stories.edited(page, by=supporter, body=[TIDY]))
    changed = TIDY.replace("kettle on", "pan on")
    suggestions.accept_all(stories.edited(StoryPage.objects.get(pk=page.pk), by=supporter, body=[changed]))
    page = StoryPage.objects.get(pk=page.pk)
    desk = at_the_desk_of(author)
    screen = said(desk.get(address("spelling_back", page)))

    desk.post(address("spelling_back", page), {"seen": page.accepted_revision_id})

    assert ("3 words can go back" in screen, "1 word stays as it is" in screen) == (True, True)
    assert paragraphs(page) == [OWN.replace("kettel on", "pan on")]


@pytest.mark.django_db
@pytest.mark.parametrize("why", ["new changes", "being read", "another window", "a second tap"])
def test_it_is_refused_in_words_and_nothing_is_written(why):
    page, supporter, author = story_with(OWN)
    suggestions.accept_all(stories.edited(page, by=supporter, body=[TIDY]))
    page = StoryPage.objects.get(pk=page.pk)
    seen = page.accepted_revision_id
    if why == "new changes":
        stories.edited(page, by=supporter, body=[TIDY + " Always."])
    elif why == "being read":
        page.get_workflow().start(page, supporter)
    elif why == "another window":
        seen = 1
    else:
        untidying.undo(page)
    before = paragraphs(page)
    desk = at_the_desk_of(author)

    answer = desk.post(address("spelling_back", page), {"seen": str(seen)}, follow=True)

    sentences = {
        "new changes": "Say first what you think of them.",
        "being read": "Do it when they are done.",
        "another window": "Look at it once more.",
        "a second tap": "Put my own spelling back",
    }
    assert (sentences[why] in said(answer)) is (why != "a second tap")
    assert paragraphs(page) == before


@pytest.mark.django_db
@pytest.mark.parametrize("seen", ["", "x", "\x00", "-1", "9" * 40, "٣"])
def test_an_odd_number_of_what_was_seen_changes_nothing(seen):
    page, supporter, author = story_with(OWN)
    suggestions.accept_all(stories.edited(page, by=supporter, body=[TIDY]))

    answer = at_the_desk_of(author).post(address("spelling_back", page), {"seen": seen}, follow=True)

    assert answer.status_code == 200
    assert paragraphs(page) == [TIDY]


@pytest.mark.django_db
def test_where_nothing_was_tidied_there_is_no_such_page():
    page, supporter, author = story_with(OWN)
    suggestions.put_all_back(stories.edited(page, by=supporter, body=[TIDY]))

    answer = at_the_desk_of(author).get(address("spelling_back", page))

    assert answer.status_code == 302
    assert Look.objects.get().tidied == 0
