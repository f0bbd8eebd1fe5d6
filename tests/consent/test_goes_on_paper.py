"""That a yes goes on can be said on paper or by phone: the person's own act, written down, checked by somebody else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission as Right
from django.urls import reverse

from consent.domain.acts import ending_soon
from consent.domain.acts.renewing import LEAD
from consent.domain.care import reviewing
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import CannotRecord, How
from consent.domain.written.verifying import CannotVerify
from consent.enums import Method, ReviewOutcome
from consent.models import ConsentEvent, EndsSoon, Evidence, Permission, Receipt
from consent.receipts.slips import slip, slip_lines
from people import clock
from people.models import OutboxMessage
from tests.factories.consent import a_file, a_person, a_version, cleared
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return {name: a_supporter(first_name=name) for name in ("Priya", "Ama")}


@pytest.fixture
def yes(staff):
    """A yes whose last ten days have begun; its safety check reaches further."""
    person = a_person()
    person.supporter = staff["Priya"]
    person.save()
    edition = a_version(a_file(person))
    (permission,) = cleared(edition)
    with clock.at(permission.valid_until - timedelta(days=10)):
        far = clock.now() + timedelta(days=2000)
        reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=far)
        yield permission


def written_down(yes, staff, *, goes_on=True, **more):
    how = {"method": Method.PHONE, "happened_at": clock.now(), "understood": True} | more
    return evidence.record_renewal(
        yes.file,
        person=yes.appearance.person,
        goes_on={yes.uid: goes_on},
        how=How(**how),
        by=staff["Priya"],
    )


def ends(yes):
    return Permission.objects.get(pk=yes.pk).valid_until


def renewed():
    return ConsentEvent.objects.filter(kind="renewed")


def test_it_goes_on_once_somebody_else_has_checked_it_and_not_before(yes, staff):
    before = yes.valid_until
    made = written_down(yes, staff)

    waits = ends(yes)
    verifying.verify(made, agrees=True, by=staff["Ama"])

    event = renewed().get()
    assert (waits, ends(yes)) == (before, clock.now() + (before - yes.confirmed_at))
    assert (event.actor, event.recorded_by, event.method) == (None, staff["Priya"], "phone")
    assert slip_lines(made) == [(yes.use.label, "Yes, it goes on, just as it is.")]
    assert slip(made).startswith(b"%PDF")
    assert Receipt.objects.order_by("-id").first().kind == "change"
    assert list(audit()) == []


def test_what_we_tell_people_is_put_before_them_first(yes, staff):
    before = ConsentEvent.objects.filter(kind="notice_served").count()

    written_down(yes, staff)

    told = ConsentEvent.objects.filter(kind="notice_served").order_by("-seq").first()
    informed = ConsentEvent.objects.filter(kind="informed").order_by("-seq").first()
    assert ConsentEvent.objects.filter(kind="notice_served").count() >= before
    assert (told.data["language"], informed.method) == ("en", "phone")


def test_who_wrote_it_down_cannot_check_it(yes, staff):
    made = written_down(yes, staff)

    with pytest.raises(CannotVerify, match="yourself"):
        verifying.verify(made, agrees=True, by=staff["Priya"])

    assert not renewed().exists()


def test_not_the_same_leaves_it_to_end(yes, staff):
    before = yes.valid_until

    verifying.verify(written_down(yes, staff), agrees=False, by=staff["Ama"])

    assert (ends(yes), renewed().exists()) == (before, False)


def test_let_it_end_keeps_its_last_day_and_no_letter_goes(yes, staff):
    before = yes.valid_until

    verifying.verify(written_down(yes, staff, goes_on=False), agrees=True, by=staff["Ama"])
    ending_soon.write_to_whose_yes_ends_soon()

    assert (ends(yes), renewed().exists()) == (before, False)
    assert EndsSoon.objects.get().let_end_at is not None
    assert not OutboxMessage.objects.filter(event__startswith="consent/ends").exists()


def test_too_early_nothing_can_be_written_down(yes, staff):
    with clock.at(yes.valid_until - LEAD - timedelta(days=1)), pytest.raises(CannotRecord, match="end soon"):
        written_down(yes, staff)
    with pytest.raises(CannotRecord, match="before they could"):
        written_down(yes, staff, happened_at=yes.valid_until - LEAD - timedelta(days=1))

    assert Evidence.objects.count() == 0


def test_a_yes_that_ended_before_it_was_checked_does_not_come_back(yes, staff):
    made = written_down(yes, staff)

    with clock.at(yes.valid_until), pytest.raises(CannotVerify, match="has ended since"):
        verifying.verify(made, agrees=True, by=staff["Ama"])

    assert not renewed().exists()


def test_a_stop_in_between_stays_a_stop(yes, staff):
    made = written_down(yes, staff)
    stopping.stop(yes.appearance.person)

    with pytest.raises(CannotVerify, match="has ended since"):
        verifying.verify(made, agrees=True, by=staff["Ama"])

    assert not renewed().exists()
    assert list(audit()) == []


def test_somebody_elses_yes_is_not_theirs_to_carry_on(yes, staff):
    with pytest.raises(CannotRecord, match="end soon"):
        evidence.record_renewal(
            yes.file,
            person=a_person("Sam"),
            goes_on={yes.uid: True},
            how=How(method=Method.PAPER, happened_at=clock.now()),
            by=staff["Priya"],
        )


def test_the_supporters_page_leads_there_and_takes_it_down(client, yes, staff):
    staff["Priya"].user_permissions.add(Right.objects.get(codename="access_admin"))
    client.force_login(staff["Priya"])
    person = yes.appearance.person
    address = reverse("said:write", args=[person.pk, yes.file.uid, "renew"])
    given = {
        "method": "paper",
        "happened_at": clock.now().astimezone(clock.LONDON).strftime("%Y-%m-%dT%H:%M"),
        "understood": "yes",
        "copy_left": "yes",
    }

    led = client.get(reverse("said:person", args=[person.pk])).content.decode()
    shown = client.get(address).content.decode()
    unsaid = client.post(address, given)
    forged = client.post(address, given | {f"ends_{yes.uid}": "for ever"})
    done = client.post(address, given | {f"ends_{yes.uid}": "yes"})

    day = yes.valid_until.astimezone(clock.LONDON)
    assert address in led
    assert f"its last day is {day.day} {day:%B %Y}" in shown
    assert (unsaid.status_code, forged.status_code, done.status_code) == (422, 422, 302)
    assert evidence.said_in(Evidence.objects.get()) == [
        {"goes_on": True, "permission": yes.uid.hex, "use": "website"}
    ]
