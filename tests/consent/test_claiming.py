"""The last time is taken once, however many hands reach for it."""

from datetime import timedelta
from threading import Barrier

import pytest

from consent import policy
from consent.domain.care import files
from consent.domain.out import claiming
from consent.domain.out.claiming import Claimed, NothingLeft
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Basis, EventKind, Relation
from consent.models import ConsentEvent, Permission, Use
from people import clock
from tests.consent.the_race import Runner
from tests.factories.consent import a_file, a_person, a_version, asked, cleared, first_yes, second_yes

HANDS = 20


@pytest.fixture
def once():
    """A use for which every yes counts once."""
    Use.objects.filter(slug="newspapers", applies_to="story").update(single_use=True)


def a_counted_yes(edition=None) -> Permission:
    return cleared(edition or a_version(a_file()), "newspapers")[0]


def claim(permission, use="newspapers"):
    return claiming.claim(permission.edition_id, use)


def used():
    return ConsentEvent.objects.filter(kind=EventKind.USED).count()


@pytest.mark.django_db
def test_the_one_time_is_taken_and_the_gate_is_dark_after_it(once):
    yes = a_counted_yes()
    with clock.at(yes.confirmed_at):
        before = policy.may_use(yes.edition_id, "newspapers", clock.now()).allowed
        taken = claim(yes)
        after = policy.may_use(yes.edition_id, "newspapers", clock.now())

        assert (before, taken, after.allowed) == (True, Claimed(counted=1, left=0), False)
        assert after.sentence == "Dee said yes to using it once, and that is used up."
        with pytest.raises(NothingLeft, match="used up"):
            claim(yes)
        assert used() == 1
        assert list(audit()) == []


@pytest.mark.django_db
def test_a_yes_without_a_number_is_not_counted():
    yes = cleared(a_version(a_file()), "website")[0]
    with clock.at(yes.confirmed_at):
        assert claim(yes, "website") == Claimed(counted=0, left=None)
        assert policy.may_use(yes.edition_id, "website", clock.now()).allowed
    assert used() == 0


@pytest.mark.django_db
def test_everybody_behind_it_gives_one_of_their_times_or_nobody_does(once):
    file = a_file()
    sam = a_person("Sam")
    files.add_appearance(file, person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    edition = a_version(file)
    mine, theirs = (second_yes(first_yes(row)) for row in asked(edition, "newspapers"))
    with clock.at(theirs.confirmed_at):
        assert claim(mine) == Claimed(counted=2, left=0)
        stopping.stop(sam)
        with pytest.raises(NothingLeft):
            claim(mine)
    assert [row.uses for row in Permission.objects.order_by("id")] == [1, 1]


@pytest.mark.django_db
@pytest.mark.parametrize("use", ["website", "no-such-use", ""])
def test_what_is_not_cleared_gives_nothing(use, once):
    yes = a_counted_yes()

    with clock.at(yes.confirmed_at), pytest.raises(NothingLeft):
        claim(yes, use)

    assert used() == 0


@pytest.mark.django_db
def test_a_version_that_is_not_there_gives_nothing():
    with pytest.raises(NothingLeft):
        claiming.claim(987654321, "newspapers")


@pytest.mark.django_db
def test_a_moment_in_the_past_does_not_bring_a_yes_back(once):
    yes = a_counted_yes()
    when_it_stood = yes.confirmed_at + timedelta(hours=1)

    with clock.at(yes.valid_until), pytest.raises(NothingLeft):
        claiming.claim(yes.edition_id, "newspapers", at=when_it_stood)

    assert used() == 0


def together(act, times):
    """So many hands at the same moment, each on a connection of its own."""
    start = Barrier(times)

    def hand():
        start.wait(20)
        return act()

    runners = [Runner(hand) for _ in range(times)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join(60)
    assert not any(runner.is_alive() for runner in runners)
    return runners


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twenty_hands_reach_for_the_last_time_and_one_gets_it(once):
    yes = a_counted_yes()

    with clock.at(yes.confirmed_at):
        hands = together(lambda: claim(yes), HANDS)
        allowed = policy.may_use(yes.edition_id, "newspapers", clock.now()).allowed

    got = [hand.answer for hand in hands if hand.error is None]
    assert got == [Claimed(counted=1, left=0)]
    assert {type(hand.error) for hand in hands} == {type(None), NothingLeft}
    assert (used(), Permission.objects.get().uses, allowed) == (1, 1, False)
    assert list(audit()) == []
