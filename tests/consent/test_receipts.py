"""A copy for every act of the person, derived from the events alone, silent about the story and about reasons."""

import hashlib
import json
from datetime import timedelta

import pytest

from consent.domain.acts import answering, choosing
from consent.domain.acts.choosing import Given
from consent.domain.stop import stopping
from consent.domain.told import receipts
from consent.domain.told.accounts import account_of
from consent.domain.told.receipts import NoCopy
from consent.enums import Answer, EventKind, State
from consent.models import Permission, Receipt, Use
from consent.receipts import jsonld
from people import clock
from tests.consent.the_copies import SECRET, a_life, newest
from tests.factories.consent import (
    a_file,
    a_person,
    a_version,
    asked,
    cleared,
    first_yes,
    later,
    second_yes,
    told,
)
from tests.factories.people import an_organisation

pytestmark = pytest.mark.django_db


def kinds(person):
    return [str(copy.kind) for copy in Receipt.objects.filter(person=person).order_by("id")]


def test_every_act_of_the_person_leaves_one_copy():
    person, _ = a_life()

    assert kinds(person) == ["no", "yes", "yes", "second_yes", "change", "change", "stop"]


def test_all_first_answers_given_together_are_one_act_and_one_copy():
    person = a_person()
    edition = a_version(a_file(person))
    asked(edition, "website", "newsletter")
    told(edition.file, person)

    answers = [Given("website", Answer.YES), Given("newsletter", Answer.NO)]
    choosing.give(edition.file, person=person, answers=answers, edition_id=edition.pk)

    (copy,) = Receipt.objects.filter(person=person)
    assert copy.kind == "yes"
    assert {choice.use.slug: choice.state for choice in account_of(copy).mine} == {
        "website": State.COOLING,
        "newsletter": State.REFUSED,
    }


def test_no_to_everything_has_a_copy_that_says_no():
    person = a_person()
    edition = a_version(a_file(person))
    asked(edition)
    told(edition.file, person)

    choosing.give(edition.file, person=person, answers=[Given("website", Answer.NO)], edition_id=edition.pk)

    assert kinds(person) == ["no"]


def test_an_act_that_did_not_happen_leaves_no_copy():
    edition = a_version(a_file())
    permission = first_yes(asked(edition)[0])
    person = permission.appearance.person
    before = kinds(person)

    with pytest.raises(answering.CannotAnswer):
        answering.confirm(edition.file, person=person, permissions=[permission])

    assert before == kinds(person) == ["yes"]


def test_what_staff_and_the_clock_do_leaves_no_copy():
    person = a_person()
    edition = a_version(a_file(person))

    asked(edition)

    assert kinds(person) == []


def test_a_stop_of_everything_has_one_copy_for_each_file_under_the_code_of_the_stop():
    person = a_person()
    for _ in range(2):
        cleared(a_version(a_file(person)))

    done = stopping.stop(person)

    copies = receipts.copies_of_act(person, done.code)
    assert [(copy.kind, copy.act) for copy in copies] == [("stop", done.code), ("stop", done.code)]
    assert [[one.state for one in account_of(copy).mine] for copy in copies] == [
        [State.WITHDRAWN],
        [State.WITHDRAWN],
    ]


def test_a_stop_of_somebody_whose_yes_was_never_asked_has_a_copy_too():
    person = a_person()
    a_version(a_file(person))

    stopping.stop(person)

    assert kinds(person) == ["stop"]
    assert account_of(newest(person)).choices == ()


def test_each_person_in_a_file_has_copies_of_their_own():
    person, other = a_person(), a_person("Sam")
    cleared(a_version(a_file(person)))
    cleared(a_version(a_file(other)))

    assert kinds(person) == kinds(other) == ["yes", "second_yes"]
    with pytest.raises(NoCopy):
        receipts.copy_of(other, newest(person).code)
    assert receipts.copy_of(person, newest(person).code) == newest(person)


def test_a_copy_is_found_by_its_code_however_it_is_typed():
    person = a_person()
    cleared(a_version(a_file(person)))
    copy = newest(person)

    typed = [copy.code.lower(), copy.code.replace("-", ""), f"  {copy.code} ", copy.code.replace("-", " ")]

    assert [receipts.copy_of(person, code) for code in typed] == [copy] * 4


@pytest.mark.parametrize(
    "code", ["", "x" * 100_000, "\x00", "😀", "AAAA-AAAA-AAAA", "' OR 1=1 --", "{{ 7 }}"]
)
def test_a_code_that_is_none_finds_nothing(code):
    person = a_person()
    cleared(a_version(a_file(person)))

    with pytest.raises(NoCopy):
        receipts.copy_of(person, code)


def test_the_copy_of_an_event_is_found_and_what_is_no_act_has_none():
    permission = cleared(a_version(a_file()))[0]

    events = {event.kind: event for event in permission.file.events.order_by("seq")}

    assert receipts.receipt_for(events[EventKind.ANSWERED]).kind == "yes"
    assert receipts.receipt_for(events[EventKind.CONFIRMED]).kind == "second_yes"
    with pytest.raises(NoCopy):
        receipts.receipt_for(events[EventKind.ASKED])


def test_codes_follow_from_the_events_and_our_key():
    person, edition = a_life()

    made_again = [receipts.code_of(edition.file, person.pk, copy.first_seq) for copy in person.receipts.all()]

    assert made_again == [copy.code for copy in person.receipts.all()]
    assert {len(code.replace("-", "")) for code in made_again} == {12}


def test_a_copy_made_again_after_everything_else_has_happened_is_the_same_byte_for_byte():
    person = a_person()
    edition = a_version(a_file(person))
    permission = asked(edition)[0]
    told(edition.file, person)
    answering.answer(permission, person=person, answer=Answer.YES)
    copy = newest(person)
    on_the_day = jsonld.canonical_bytes(copy)

    second_yes(Permission.objects.get(pk=permission.pk))
    with clock.at(later() + timedelta(days=1)):
        answering.pause(permission, person=person)
        cleared(a_version(edition.file, "Other words."))
        an_organisation(name="Another name", address="Elsewhere", phone="01632 960111")
        Use.objects.filter(slug="website").update(label="Another label", audience="nobody")
        stopping.stop(person)

    assert jsonld.canonical_bytes(copy) == on_the_day
    assert jsonld.canonical_bytes(newest(person)) != on_the_day


def test_the_digest_in_the_row_is_that_of_the_bytes():
    person, _ = a_life()
    copy = newest(person)

    derived = jsonld.settle(copy)

    assert copy.sha256 == hashlib.sha256(derived).hexdigest()
    assert Receipt.objects.get(pk=copy.pk).sha256 == copy.sha256


def test_no_copy_shows_the_story_a_name_or_a_reason():
    person, edition = a_life()

    for copy in person.receipts.all():
        said = jsonld.canonical_bytes(copy).decode()
        assert SECRET not in said
        assert "I kept the kettle" not in said
        assert "Dee" not in said
        assert person.uid.hex not in said.replace("-", "")
        assert '"why' not in said
        assert "reason" not in said.lower()
        assert edition.file.uid.hex in said


def test_the_person_has_another_number_in_every_file():
    person = a_person()
    for _ in range(2):
        cleared(a_version(a_file(person)))

    subjects = {jsonld.document(copy)["dpv:hasDataSubject"][0]["@id"] for copy in person.receipts.all()}

    assert len(subjects) == 2


def test_a_stop_says_what_still_stands_beside_it():
    person, _ = a_life()

    account = account_of(newest(person, "stop"))

    assert {one.use.slug: one.state for one in account.mine} == {"website": State.WITHDRAWN}
    assert {one.use.slug: one.state for one in account.others} == {
        "newsletter": State.ACTIVE,
        "newspapers": State.REFUSED,
    }


def test_the_canonical_form_is_sorted_and_reads_as_json():
    person, _ = a_life()

    said = jsonld.canonical_bytes(newest(person))

    assert json.loads(said)["@type"] == "dpv:ConsentReceipt"
    assert (
        said
        == json.dumps(json.loads(said), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    )
