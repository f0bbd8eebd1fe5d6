"""Whose words: every word has one owner, and the shares are always exactly a hundred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.enums import EditionKind
from storybank.domain import deriving, suggestions, typing_for
from storybank.domain.provenance import (
    AUTHOR,
    SUPPORTER,
    TRANSLATOR,
    TYPED,
    Shares,
    attribute,
    count,
    looked_at,
    shares,
)
from storybank.domain.word_diff import Mark, tokens_of
from storybank.models import StoryPage, Typed
from tests.factories import stories
from tests.storybank.admin.steps import a_team_story, at_safety

TEXTS = st.lists(st.text(alphabet="ab \n", max_size=20), min_size=1, max_size=5)
OWNERS = st.sampled_from([AUTHOR, SUPPORTER, TRANSLATOR, TYPED])


@given(TEXTS, st.lists(OWNERS, min_size=5, max_size=5))
def test_every_word_has_one_owner_and_the_shares_sum_to_a_hundred(texts, owners):
    told = []
    for text, by in zip(texts, owners, strict=False):
        told = attribute(told, tokens_of([(Mark("paragraph"), text)]), by=by)

    found = count(told)

    assert [token for token, _ in told] == tokens_of([(Mark("paragraph"), texts[-1])])
    assert found.author + found.supporter + found.translator == 100


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 3000))
def test_no_rounding_loses_or_invents_an_owner(author, supporter, translator):
    told = (
        [("word", AUTHOR)] * author + [("word", SUPPORTER)] * supporter + [("word", TRANSLATOR)] * translator
    )
    total = author + supporter + translator

    found = count(told)

    parts = (found.author, found.supporter, found.translator)
    assert sum(parts) == 100
    for share, words in zip(parts, (author, supporter, translator), strict=True):
        if total:
            assert (share > 0) == (words > 0)
            assert abs(share - 100 * words / total) < 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((0, 0, 0), Shares(100, 0, 0)),
        ((1, 1, 1), Shares(34, 33, 33)),
        ((1999, 1, 0), Shares(99, 1, 0)),
        ((1, 1999, 1), Shares(1, 98, 1)),
        ((2, 1, 0), Shares(67, 33, 0)),
    ],
)
def test_a_hundred_is_said_only_where_it_is_true(words, expected):
    told = [
        ("w", owner)
        for owner, n in zip((AUTHOR, SUPPORTER, TRANSLATOR), words, strict=True)
        for _ in range(n)
    ]

    assert count(told) == expected


@given(TEXTS)
def test_what_was_typed_for_them_is_theirs_once_they_looked(texts):
    told = attribute([], tokens_of([(Mark("paragraph"), texts[0])]), by=TYPED)

    assert count(looked_at(told)) == Shares(author=100, supporter=0)


@pytest.mark.django_db
def test_what_staff_add_is_theirs_and_what_they_only_spell_stays_the_authors():
    page = stories.a_shared_story(title="Tea", happened="I kept teh kettle on")
    first = shares(page)

    page = stories.edited(page, body=["I kept the kettle on every day"])

    assert first == Shares(author=100, supporter=0)
    assert shares(page) == Shares(author=75, supporter=25)


@pytest.mark.django_db
def test_what_the_author_puts_back_is_the_authors():
    page = stories.edited(
        stories.a_shared_story(title="Tea", happened="One two three"), body=["Four five six"]
    )
    by_staff = shares(page)

    suggestions.put_all_back(page)

    assert by_staff == Shares(author=25, supporter=75)
    assert shares(page) == Shares(author=100, supporter=0)


@pytest.mark.django_db
def test_words_typed_from_a_voice_note_wait_for_the_author_and_are_then_theirs():
    author = stories.an_author(supporter=stories.a_supporter())
    page = stories.a_shared_story(author, title="Tea", happened="One two three")

    made = typing_for.type_for_author(page, text="four five\r\n\r\nsix seven\x00", by=author.supporter)
    page = StoryPage.objects.get(pk=page.pk)
    before, waiting = shares(page), suggestions.suggested_changes(page)
    suggestions.accept_all(page)
    after = StoryPage.objects.get(pk=page.pk)

    words = [block.value for block in after.get_latest_revision_as_object().body]
    assert words == ["One two three", "four five", "six seven"]
    assert made.revision.user == author.supporter
    assert len(waiting) == 1
    assert before == Shares(author=50, supporter=50)
    assert shares(after) == Shares(author=100, supporter=0)


@pytest.mark.django_db
def test_what_is_typed_for_them_and_then_changed_by_staff_is_told_apart():
    author = stories.an_author(supporter=stories.a_supporter())
    page = stories.a_shared_story(author, title="Tea", happened="One two three")
    typing_for.type_for_author(page, text="four five six seven", by=author.supporter)

    page = stories.edited(
        StoryPage.objects.get(pk=page.pk), body=["One two three", "four five six more more"]
    )
    suggestions.accept_all(page)

    assert shares(StoryPage.objects.get(pk=page.pk)) == Shares(author=78, supporter=22)


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "  \n\n ", "\x00", "a" * 60_001])
def test_nothing_and_too_much_is_not_typed(text):
    author = stories.an_author(supporter=stories.a_supporter())
    page = stories.a_shared_story(author)
    revisions = page.revisions.count()

    with pytest.raises(typing_for.CannotType):
        typing_for.type_for_author(page, text=text, by=author.supporter)

    assert (page.revisions.count(), Typed.objects.count()) == (revisions, 0)


@pytest.mark.django_db
def test_words_that_are_being_checked_are_not_typed_into():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(typing_for.CannotType, match="being checked"):
        typing_for.type_for_author(page, text="Four", by=supporter)


@pytest.mark.django_db
def test_an_excerpt_stays_the_authors_and_a_translation_is_its_translators():
    author = stories.an_author(supporter=stories.a_supporter())
    page = stories.a_frozen_story(author, title="Tea", happened="One two\n\nthree four")

    excerpt = deriving.derive(page, form=EditionKind.EXCERPT, parts=[1], by=author.supporter)
    welsh = deriving.derive(page, form=EditionKind.TRANSLATION, language="cy", by=author.supporter)
    welsh = stories.edited(welsh, by=author.supporter, title="Te", body=["Un dau", "tri pedwar"])

    assert shares(excerpt) == Shares(author=100, supporter=0)
    assert shares(welsh) == Shares(author=0, supporter=0, translator=100)
