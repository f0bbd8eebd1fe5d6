"""A stop wins every race: real threads, real connections, both orders, on PostgreSQL."""

from collections.abc import Callable
from typing import Any

import pytest

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.care import files, holding
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.shown import Shown
from consent.domain.record.states import state_of
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, EventKind, HoldReason, Relation, State
from consent.models import ConsentEvent, Permission
from people import clock
from storybank.domain import settling
from storybank.domain.queries import public_stories
from storybank.models import StoryPage
from tests.consent.the_race import race
from tests.factories import stories
from tests.factories.consent import a_file, a_person, a_version, asked, cleared, first_yes, told

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ORDERS = {
    "the stop comes second": lambda first, stop: (first, stop),
    "the stop comes first": lambda a, b: (b, a),
}


def state(permission: Permission) -> State:
    return state_of(facts_of(Permission.objects.get(pk=permission.pk)), clock.now())


def events(file, kind: EventKind) -> int:
    return ConsentEvent.objects.filter(file=file, kind=kind).count()


def stop_against(order: str, publishing: Callable[[StoryPage], Callable[[], Any]]) -> tuple[bool, ...]:
    """One race: live on the page, in the list, at the gate; whatever the audit finds."""
    page = stories.a_live_story()
    author = files.author_of(page.file_id)
    edition, act = page.edition_id, publishing(page)

    race(*ORDERS[order](act, lambda: stopping.stop(author)), files=[page.file_id])

    settling.settle_due()
    return (
        StoryPage.objects.get(pk=page.pk).live,
        public_stories().exists(),
        policy.may_use(edition, policy.WEBSITE, clock.now()).allowed,
        bool(list(audit())),
    )


def resuming(page: StoryPage) -> Callable[[], Any]:
    """The story rests; resuming puts it up again."""
    author = files.author_of(page.file_id)
    permission = Permission.objects.get(file_id=page.file_id)
    answering.pause(permission, person=author)
    return lambda: answering.resume(permission, person=author)


def settling_late(page: StoryPage) -> Callable[[], Any]:
    """The page went down while its yes stands; the clock job puts it up again."""
    StoryPage.objects.filter(pk=page.pk).update(live=False, edition=None)
    settling.owe(page.file_id, at=clock.now())
    return settling.settle_due


def confirming(page: StoryPage) -> Callable[[], Any]:
    """A second version waits for its second yes."""
    author = files.author_of(page.file_id)
    with clock.at(clock.now() - stories.LONG_AGO):
        changed = stories.edited(page, closing="And thank you.", closing_kind="thanks")
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=changed.latest_revision)
        stories.asked(StoryPage.objects.get(pk=page.pk), "website")
        stories.answered(page)
    ready = answering.waiting_for_second_yes(author, page.file_id)
    assert len(ready) == 1
    return lambda: answering.confirm(page.file, person=author, permissions=ready)


PUBLISHING = [resuming, settling_late, confirming]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("publishing", PUBLISHING)
def test_nothing_is_live_after_a_stop_however_close_the_race(publishing, order):
    ends = {stop_against(order, publishing) for _ in range(4)}

    assert ends == {(False, False, False, False)}


@pytest.mark.deep
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("publishing", PUBLISHING)
def test_two_hundred_races_end_dark(publishing, order):
    ends = {stop_against(order, publishing) for _ in range(34)}

    assert ends == {(False, False, False, False)}


def test_without_the_stop_the_same_acts_do_publish():
    live = []
    for publishing in PUBLISHING:
        page = stories.a_live_story()
        act = publishing(page)
        race(act, files=[page.file_id])
        settling.settle_due()
        live.append(StoryPage.objects.get(pk=page.pk).live)

    assert live == [True, True, True]


@pytest.mark.parametrize("order", ORDERS)
def test_an_answer_that_meets_a_stop_never_leaves_a_yes(order):
    edition = a_version(a_file())
    (permission,) = asked(edition)
    person = permission.appearance.person
    told(edition.file, person)

    def yes():
        return answering.answer(permission, person=person, answer=Answer.YES, shown=Shown(name="Dee"))

    race(*ORDERS[order](yes, lambda: stopping.stop(person)), files=[edition.file_id])

    assert state(permission) is State.WITHDRAWN
    assert list(audit()) == []


def test_two_second_yeses_at_once_are_one():
    edition = a_version(a_file())
    permission = first_yes(asked(edition)[0])
    person = permission.appearance.person

    with clock.at(permission.cool_until):
        both = race(
            *[lambda: answering.confirm(edition.file, person=person, permissions=[permission])] * 2,
            files=[edition.file_id],
        )

    assert [runner.error for runner in both] == [None, None]
    assert events(edition.file, EventKind.CONFIRMED) == 1
    assert list(audit()) == []


def test_a_yes_and_a_no_at_once_leave_one_answer():
    edition = a_version(a_file())
    (permission,) = asked(edition)
    person = permission.appearance.person
    told(edition.file, person)

    both = race(
        lambda: answering.answer(permission, person=person, answer=Answer.NO),
        lambda: answering.answer(permission, person=person, answer=Answer.YES),
        files=[edition.file_id],
    )

    assert [type(runner.error) for runner in both] == [type(None), answering.CannotAnswer]
    assert events(edition.file, EventKind.ANSWERED) == 1
    assert state(permission) is State.REFUSED


def test_asking_twice_at_once_asks_once():
    edition = a_version(a_file())

    both = race(*[lambda: asking.ask(edition, uses=["website"])] * 2, files=[edition.file_id])

    assert [runner.error for runner in both] == [None, None]
    assert Permission.objects.count() == 1


def test_freezing_the_same_words_twice_at_once_makes_one_version():
    file = a_file()

    both = race(*[lambda: a_version(file)] * 2, files=[file.pk])

    assert [runner.error for runner in both] == [None, None]
    assert file.editions.count() == 1


@pytest.mark.parametrize("order", [0, 1])
def test_a_hold_and_a_second_yes_at_once_leave_it_dark(order):
    edition = a_version(a_file())
    permission = first_yes(asked(edition)[0])
    person = permission.appearance.person

    with clock.at(permission.cool_until):
        acts = [
            lambda: answering.confirm(edition.file, person=person, permissions=[permission]),
            lambda: holding.hold(edition.file, reason=HoldReason.SAFETY, by=None),
        ]
        both = race(acts[order], acts[1 - order], files=[edition.file_id])
        codes = [reason.code for reason in policy.may_use(edition.pk, "website", clock.now()).reasons]

    assert [runner.error for runner in both] == [None, None]
    assert codes == ["held"]
    assert list(audit()) == []


def test_the_last_two_second_yeses_of_two_people_at_once_clear_it_once():
    file = a_file()
    sam = a_person("Sam")
    files.add_appearance(file, person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    edition = a_version(file)
    ready = [first_yes(permission) for permission in asked(edition)]

    def second(permission):
        return lambda: answering.confirm(file, person=permission.appearance.person, permissions=[permission])

    with clock.at(max(permission.cool_until for permission in ready)):
        both = race(*map(second, ready), files=[file.pk])
        allowed = policy.may_use(edition.pk, "website", clock.now()).allowed

    assert [runner.error for runner in both] == [None, None]
    assert (allowed, edition.clearances.count()) == (True, 1)
    assert list(audit()) == []


def test_two_people_who_share_two_files_can_stop_at_once():
    dee, sam = a_person("Dee"), a_person("Sam")
    shared = [a_file(dee), a_file(sam)]
    files.add_appearance(shared[0], person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    files.add_appearance(shared[1], person=dee, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    for file in shared:
        cleared(a_version(file))

    both = race(lambda: stopping.stop(dee), lambda: stopping.stop(sam), files=[file.pk for file in shared])

    assert [runner.error for runner in both] == [None, None]
    assert [runner.answer.ended for runner in both] == [2, 2]
    assert list(audit()) == []
