"""Taking out, counting, holding and narrowing against a stop or each other: both orders, always the safer end."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from django.test import Client

from consent import policy
from consent.domain.acts import narrowing
from consent.domain.acts.narrowing import Less
from consent.domain.care import files, holding
from consent.domain.out import claiming, outings
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import EventKind, HoldReason, IdentityLevel, OutingKind
from consent.models import ConsentEvent, Outing, Permission, RecallAction
from people import clock
from storybank.domain import settling
from storybank.domain.queries import public_stories
from storybank.models import StoryPage
from tests.consent.the_race import Runner, race
from tests.factories import stories
from tests.factories.consent import a_file, a_version, cleared, later

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

ORDERS = {"first": lambda act, safer: (act, safer), "second": lambda act, safer: (safer, act)}
A_FEW, MANY = 3, 25


def cleared_edition():
    edition = a_version(a_file())
    cleared(edition, "website", "newsletter")
    return edition


def author(edition):
    return edition.file.appearances.get().person


def both(order: str, act: Callable[[], Any], safer: Callable[[], Any], file_id: int) -> list[Any]:
    return race(*ORDERS[order](act, safer), files=[file_id])


def out_against_a_stop(order: str) -> tuple[Any, ...]:
    """Whatever went out is being taken back, or it did not go out; nothing is cleared; no error but a plain no."""
    edition = cleared_edition()
    with clock.at(later()):
        runners = both(
            order,
            lambda: outings.begin(edition, use="newsletter", kind=OutingKind.PRINT, recipient="The Herald"),
            lambda: stopping.stop(author(edition)),
            edition.file_id,
        )
        allowed = policy.may_use(edition.pk, "newsletter", clock.now()).allowed
    out = list(Outing.objects.filter(file=edition.file_id))
    free = [row for row in out if not RecallAction.objects.filter(outing=row).exists()]
    errors = {type(runner.error) for runner in runners} - {type(None), outings.NotCleared}
    return allowed, free, errors, bool(list(audit()))


@pytest.mark.parametrize("order", ORDERS)
def test_nothing_goes_out_past_a_stop_without_being_taken_back(order):
    assert {str(out_against_a_stop(order)) for _ in range(A_FEW)} == {str((False, [], set(), False))}


@pytest.mark.deep
@pytest.mark.parametrize("order", ORDERS)
def test_nothing_goes_out_past_fifty_stops(order):
    assert {str(out_against_a_stop(order)) for _ in range(MANY)} == {str((False, [], set(), False))}


def test_what_goes_out_before_the_stop_is_on_the_list_to_take_back():
    edition = cleared_edition()
    with clock.at(later()):
        outing = outings.begin(edition, use="newsletter", kind=OutingKind.PRINT, recipient="The Herald")

    stopping.stop(author(edition))

    assert RecallAction.objects.filter(outing=outing).count() == 1


def claim_against_a_stop(order: str) -> tuple[Any, ...]:
    """A counted yes: the last time is taken, or the stop came first; afterwards nothing is left either way."""
    edition = cleared_edition()
    permission = Permission.objects.get(edition=edition, use__slug="newsletter")
    with clock.at(later()):
        narrowing.narrow(permission, Less(max_uses=1), person=author(edition))
        runners = both(
            order,
            lambda: claiming.claim(edition.pk, "newsletter"),
            lambda: stopping.stop(author(edition)),
            edition.file_id,
        )
        allowed = policy.may_use(edition.pk, "newsletter", clock.now()).allowed
    used = ConsentEvent.objects.filter(file=edition.file_id, kind=EventKind.USED).count()
    errors = {type(runner.error) for runner in runners} - {type(None), claiming.NothingLeft}
    return allowed, used <= 1, errors, bool(list(audit()))


@pytest.mark.parametrize("order", ORDERS)
def test_the_last_time_and_a_stop_leave_nothing(order):
    assert {str(claim_against_a_stop(order)) for _ in range(A_FEW)} == {str((False, True, set(), False))}


@pytest.mark.deep
@pytest.mark.parametrize("order", ORDERS)
def test_the_last_time_and_fifty_stops_leave_nothing(order):
    assert {str(claim_against_a_stop(order)) for _ in range(MANY)} == {str((False, True, set(), False))}


def narrower_against_out(order: str) -> tuple[Any, ...]:
    """A use that loses its name while it goes out: what is cleared afterwards shows none."""
    edition = cleared_edition()
    permission = Permission.objects.get(edition=edition, use__slug="newsletter")
    with clock.at(later()):
        runners = both(
            order,
            lambda: outings.begin(edition, use="newsletter", kind=OutingKind.PRINT, recipient="The Herald"),
            lambda: narrowing.narrow(permission, Less(identity=IdentityLevel.N2), person=author(edition)),
            edition.file_id,
        )
        verdict = policy.may_use(edition.pk, "newsletter", clock.now())
    return int(verdict.identity), [runner.error for runner in runners], bool(list(audit()))


@pytest.mark.parametrize("order", ORDERS)
def test_a_name_taken_away_while_it_goes_out_is_gone(order):
    assert {str(narrower_against_out(order)) for _ in range(A_FEW)} == {str((2, [None, None], False))}


def hold_against_publishing(order: str) -> tuple[Any, ...]:
    """The clock job puts a story up while a lead holds it: it rests."""
    page = stories.a_live_story()
    StoryPage.objects.filter(pk=page.pk).update(live=False, edition=None)
    settling.owe(page.file_id, at=clock.now())
    runners = both(
        order,
        settling.settle_due,
        lambda: holding.hold(page.file, reason=HoldReason.SAFETY, by=None),
        page.file_id,
    )
    settling.settle_due()
    live = StoryPage.objects.get(pk=page.pk).live
    return live, public_stories().exists(), [runner.error for runner in runners], bool(list(audit()))


@pytest.mark.parametrize("order", ORDERS)
def test_a_hold_wins_against_publishing(order):
    ends = {str(hold_against_publishing(order)) for _ in range(A_FEW)}

    assert ends == {str((False, False, [None, None], False))}


@pytest.mark.deep
@pytest.mark.parametrize("order", ORDERS)
def test_fifty_holds_win_against_publishing(order):
    ends = {str(hold_against_publishing(order)) for _ in range(MANY)}

    assert ends == {str((False, False, [None, None], False))}


def test_readers_during_a_stop_never_meet_an_error_page():
    page = stories.a_live_story()
    person = files.author_of(page.file_id)
    where = (f"/stories/{page.slug}/", "/stories/", "/", "/stories/feed/")
    stopped, seen = Event(), []

    def read():
        client = Client()
        while not stopped.is_set():
            seen.extend(client.get(address).status_code for address in where)
        seen.extend(client.get(address).status_code for address in where)

    reader = Runner(read)
    reader.start()
    stopping.stop(person)
    stopped.set()
    reader.join(20)

    assert reader.error is None
    assert seen[-4:] == [410, 200, 200, 200]
    assert set(seen) <= {200, 404, 410}
