"""We end a yes, or find that it did not count: a reason is owed, letters go out, nothing is left half done."""

from datetime import timedelta
from uuid import uuid4

import pytest

from consent import guards, policy
from consent.domain.acts import ending_letters
from consent.domain.acts.ending import NothingToEnd, ReasonNeeded, did_not_count, we_end
from consent.domain.acts.invalidating import AlreadyOver, Found
from consent.domain.care import files
from consent.domain.out.outings import Kind, begin
from consent.domain.proof.audit import audit
from consent.domain.rights import erasing
from consent.enums import Basis, Relation
from consent.models import ConsentEvent, Ending, Permission, RecallAction
from people import clock, keyring, roles
from people.models import OutboxMessage
from tests.factories.consent import a_file, a_version, asked, cleared, later
from tests.factories.people import a_member_of_staff, a_person, a_supporter

pytestmark = pytest.mark.django_db
WHY = "The partner who printed it has closed."


@pytest.fixture
def kit():
    return a_member_of_staff(roles.DPO, first_name="Kit", last_name="Oye")


@pytest.fixture
def priya():
    return a_supporter(first_name="Priya")


@pytest.fixture
def dee(priya):
    return a_person("Dee", supporter=priya, email="dee@post.example")


@pytest.fixture
def version(dee):
    made = a_version(a_file(dee))
    cleared(made, "website", "newsletter")
    return made


def letters(django_capture, act):
    with django_capture(execute=True):
        done = act()
    return done, {message.event: message for message in OutboxMessage.objects.all()}


def allowed(version, use):
    return policy.may_use(version.pk, use, later()).allowed


def test_who_loses_a_yes_reads_what_and_why_and_their_supporter_hears(
    version, dee, kit, priya, django_capture_on_commit_callbacks
):
    ending, sent = letters(
        django_capture_on_commit_callbacks,
        lambda: we_end(version.file, by=kit, use="newsletter", reason=f"  {WHY}\x00 "),
    )

    letter, word = sent["consent/we_ended_it"], sent["consent/we_ended_something"]
    assert (letter.person, word.user, len(sent)) == (dee, priya, 2)
    label = Permission.objects.get(use__slug="newsletter").use.label
    assert f"for: {label}. That was our decision" in letter.body
    assert f"Why: {WHY}\n" in letter.body
    assert (allowed(version, "website"), allowed(version, "newsletter")) == (True, False)
    ending.refresh_from_db()
    assert (ending_letters.reason_of(ending), ending.told_at is not None) == (WHY, True)
    assert list(audit()) == []


@pytest.mark.parametrize("reason", ["", "   ", "\x00", "\n\t"])
def test_without_a_reason_nothing_ends(version, kit, reason):
    with pytest.raises(ReasonNeeded):
        we_end(version.file, by=kit, reason=reason)

    assert (allowed(version, "website"), Ending.objects.count()) == (True, 0)


def test_two_presses_end_once_and_write_once(version, kit, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        we_end(version.file, by=kit, reason=WHY)
        with pytest.raises(NothingToEnd):
            we_end(version.file, by=kit, reason=WHY)

    assert (Ending.objects.count(), OutboxMessage.objects.filter(event="consent/we_ended_it").count()) == (
        1,
        1,
    )


def test_everybody_in_it_hears_once_of_all_that_was_theirs(kit, dee, django_capture_on_commit_callbacks):
    file = a_file(dee)
    sam = a_person("Sam", language="cy", email="sam@post.example")
    files.add_appearance(file, person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    asked(a_version(file), "website", "newsletter")

    with django_capture_on_commit_callbacks(execute=True):
        we_end(file, by=kit, reason=WHY)

    told = OutboxMessage.objects.filter(event="consent/we_ended_it")
    assert {message.person: message.subject for message in told} == {
        dee: "We have ended something",
        sam: "Rydym wedi dod â rhywbeth i ben",
    }
    assert {message.body.count(WHY) for message in told} == {1}


def test_the_events_carry_a_digest_of_the_reason_and_never_the_reason(version, kit):
    ending = we_end(version.file, by=kit, reason=WHY)

    said = [event.data for event in ConsentEvent.objects.filter(kind="revoked")]
    assert {data["ending"] for data in said} == {ending.uid.hex}
    assert {len(data["reason"]) for data in said} == {64}
    assert WHY not in str(said)


@pytest.mark.parametrize("found", list(Found))
def test_what_did_not_count_is_told_with_what_was_wrong(
    version, dee, kit, found, django_capture_on_commit_callbacks
):
    row = Permission.objects.get(use__slug="website")

    _, sent = letters(
        django_capture_on_commit_callbacks, lambda: did_not_count(row, found=found, by=kit, reason=WHY)
    )

    letter = sent["consent/did_not_count"]
    assert f"Why: {ending_letters.FOUND['en'][found]} {WHY}\n" in letter.body
    assert not allowed(version, "website")
    with pytest.raises(AlreadyOver):
        did_not_count(row, found=found, by=kit, reason=WHY)
    assert Ending.objects.count() == 1
    assert list(audit()) == []


def test_letters_that_could_not_be_written_are_written_later(version, kit, dee):
    we_end(version.file, by=kit, reason=WHY)  # the callbacks after the commit never run here

    before = OutboxMessage.objects.filter(person=dee).count()
    counts = (ending_letters.tell_due(), ending_letters.tell_due())

    assert (before, counts) == (0, (1, 0))
    assert OutboxMessage.objects.filter(person=dee).count() == 1


def test_where_something_is_taken_back_the_supporter_reads_one_message_that_tells_no_lie(
    version, dee, kit, priya, django_capture_on_commit_callbacks
):
    cleared(version, "funders")
    with clock.at(clock.now() + timedelta(days=40)), django_capture_on_commit_callbacks(execute=True):
        begin(version, use="funders", kind=Kind.PACK, recipient="A fund", contact="fund@fund.example")
        we_end(version.file, by=kit, reason=WHY)

    to_priya = OutboxMessage.objects.get(user=priya)
    to_fund = OutboxMessage.objects.get(event="consent/please_take_down")
    assert (to_priya.event, RecallAction.objects.count()) == ("consent/we_take_it_back", 1)
    assert "has said stop" not in to_priya.body
    assert "It may not be used any more." in to_fund.body


def test_erasing_takes_the_reason_with_it(version, dee, kit):
    ending = we_end(version.file, by=kit, reason=WHY)

    erasing.erase_file(version.file, by=kit)

    ending.refresh_from_db()
    assert bytes(ending.reason_sealed) == b"erased"
    assert ending_letters.reason_of(ending) == ""


def exchange_the_reason(ending):
    """By somebody who holds the key."""
    sealed = keyring.seal(ending.file.uid, "They asked us to.")
    Ending.objects.filter(pk=ending.pk).update(reason_sealed=sealed)


def pretend_it_was_erased(ending):
    Ending.objects.filter(pk=ending.pk).update(reason_sealed=b"erased")


def leave_out_one_use(ending):
    ending.permissions.remove(ending.permissions.first())


def take_it_out(ending):
    ending.permissions.clear()
    ending.delete()


def invent_another(ending):
    ending.pk, ending.uid = None, uuid4()
    ending.save(force_insert=True)


@pytest.mark.parametrize(
    "tamper",
    [exchange_the_reason, pretend_it_was_erased, leave_out_one_use, take_it_out, invent_another],
)
def test_whoever_changes_why_it_ended_is_found_with_the_guards_down_too(version, kit, tamper):
    ending = we_end(version.file, by=kit, reason=WHY)
    before = list(audit())

    with guards.lifted():
        tamper(ending)

    assert before == []
    assert [str(drift) for drift in audit()] == [
        f"{version.file}: what we ended, or why, differs from the events"
    ]


def test_a_reason_erased_with_its_file_or_its_person_is_no_drift(version, dee, kit):
    we_end(version.file, by=kit, reason=WHY)
    others = a_file(a_person("Sam"))
    files.add_appearance(others, person=dee, relation=Relation.IN_IT, basis=Basis.OWN)
    asked(a_version(others), "website")
    we_end(others, by=kit, reason=WHY)

    erasing.erase(dee, by=kit)

    assert {bytes(row.reason_sealed) for row in Ending.objects.all()} == {b"erased"}
    assert list(audit()) == []
