"""On the story's own page: an answer is there, and dark, on the next request, also with the cache warm."""

import pytest
from django.test import Client
from django.urls import reverse

from consent.domain.stop import stopping
from people import clock, roles
from storybank.answers import deciding, writing
from storybank.domain import settling
from tests.factories import people
from tests.storybank.answers.an_answer import THEIRS, a_promise, a_story, an_answer, let

pytestmark = pytest.mark.django_db


def shown(page):
    return Client().get(reverse("storybank:story", args=[page.slug])).content.decode()


def test_it_is_there_on_the_next_request_and_dark_on_the_one_after_it_was_taken_down():
    page, author = a_story()
    row = an_answer(page)
    waits = shown(page)
    let(row, author)
    stands = [shown(page), shown(page)]

    deciding.may_stand(row, person=author, yes=False)

    assert THEIRS not in waits
    assert [THEIRS in page for page in stands] == [True, True]
    assert THEIRS not in shown(page)


def test_a_promise_tells_truthfully_what_became_of_it():
    page, author = a_story()
    row = a_promise(page, due=clock.today())
    let(row, author)
    promised = shown(page)
    writing.claim(row, on=clock.today(), by=people.a_member_of_staff(roles.COMMS))
    claimed = shown(page)
    row.refresh_from_db()

    deciding.say_happened(row, person=author, said="no")

    assert "A bench outside the gate." in promised
    assert "They say it is done" not in claimed
    assert "They say it is done. The author says it is not." in shown(page)


def test_a_stop_takes_it_with_the_story_in_the_same_instant():
    page, author = a_story()
    let(an_answer(page), author)
    before = shown(page)

    stopping.stop(author)
    stopped = shown(page)
    settling.settle(page.file_id)

    assert THEIRS in before
    assert [THEIRS in words for words in (stopped, shown(page))] == [False, False]


def test_it_stands_beside_no_other_story():
    page, author = a_story()
    other, _sam = a_story("Sam")
    let(an_answer(page), author)

    assert (THEIRS in shown(page), THEIRS in shown(other)) == (True, False)


def test_what_they_said_is_never_markup():
    page, author = a_story()
    let(an_answer(page, words="<script>x</script> {{ settings }}"), author)

    assert "&lt;script&gt;x&lt;/script&gt; {{ settings }}" in shown(page)
