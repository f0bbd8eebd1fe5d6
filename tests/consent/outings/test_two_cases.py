"""The same copy is asked back twice, first as made less and then after a stop: one answer counts for both."""

from datetime import timedelta

import pytest

from consent.domain.acts import narrowing
from consent.domain.acts.narrowing import Less
from consent.domain.out import recalling
from consent.domain.out.following_up import follow_up_due
from consent.domain.out.outings import Kind, begin
from consent.domain.out.reminding import remind
from consent.domain.out.where_been import where_it_has_been
from consent.domain.proof.audit import audit
from consent.domain.record.locking import locked_file
from consent.domain.stop import stopping
from consent.enums import IdentityLevel, RecallState
from consent.models import RecallAction, Use
from people import clock
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return a_person("Dee", email="dee@post.example")


@pytest.fixture
def asked_twice(person):
    """Both letters are with the newspaper; the token of the first, and both actions."""
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        version = a_version(a_file(person))
        (choice,) = cleared(version, "newspapers")
    begin(version, use="newspapers", kind=Kind.PACK, recipient="Courier", contact="desk@courier.example")
    narrowing.narrow(choice, Less(identity=IdentityLevel.N2), person=person)
    follow_up_due()
    stopping.stop(person)
    first, second = RecallAction.objects.order_by("pk")
    for action in (first, second):
        recalling.mark(action.uid, to=RecallState.ASKED)
    with locked_file(version.file_id):
        return recalling.ask_by(first), first, second


def states():
    return list(RecallAction.objects.order_by("pk").values_list("case__kind", "state"))


def test_an_answer_to_the_first_letter_counts_for_the_stop(person, asked_twice):
    before = states()

    recalling.answered(asked_twice[0], gone=True)

    assert before == [("less", "asked"), ("stop", "asked")]
    assert states() == [("less", "acknowledged"), ("stop", "acknowledged")]
    assert "They told us" in where_it_has_been(person)[0].places[0].sentence
    assert list(audit()) == []


def test_what_is_gone_is_gone_for_both_and_a_no_only_for_the_one_that_was_asked(asked_twice):
    _, first, second = asked_twice

    recalling.mark(first.uid, to=RecallState.REFUSED)
    after_no = states()
    recalling.mark(first.uid, to=RecallState.ASKED)
    recalling.mark(second.uid, to=RecallState.DONE)

    assert after_no == [("less", "refused"), ("stop", "asked")]
    assert states() == [("less", "done"), ("stop", "done")]
    assert list(audit()) == []


def test_only_the_newest_asking_is_reminded_of(asked_twice):
    with clock.at(clock.now() + timedelta(days=31)):
        assert remind() == 1
