"""Whose words: every word has one owner, and the shares are always a hundred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.domain import suggestions
from storybank.domain.provenance import AUTHOR, SUPPORTER, Shares, attribute, count, shares
from storybank.domain.word_diff import Mark, tokens_of
from tests.factories import stories

TEXTS = st.lists(st.text(alphabet="ab \n", max_size=20), min_size=1, max_size=5)


@given(TEXTS, st.lists(st.sampled_from([AUTHOR, SUPPORTER]), min_size=5, max_size=5))
def test_every_word_has_one_owner_and_the_shares_sum_to_a_hundred(texts, owners):
    told = []
    for text, by in zip(texts, owners, strict=False):
        told = attribute(told, tokens_of([(Mark("paragraph"), text)]), by=by)

    found = count(told)

    assert [token for token, _ in told] == tokens_of([(Mark("paragraph"), texts[-1])])
    assert found.author + found.supporter == 100


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
