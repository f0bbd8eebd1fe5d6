"""After a no or a stop only the person starts again: thirty days of peace, unless they come to us."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consent.domain.acts import answering, asking, starting_again
from consent.domain.acts.asking import CannotAsk
from consent.domain.acts.offering import uses_on_offer
from consent.domain.care import files
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import CannotRecord, How
from consent.domain.written.verifying import CannotVerify
from consent.enums import Answer, Method, Subject
from consent.models import ConsentEvent, Permission
from consent.receipts.slips import slip, slip_lines
from people import clock
from tests.factories.consent import a_file, a_person, a_version, asked, cleared, first_yes, later, told
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db
DAYS = timedelta(days=30)
A_MOMENT = timedelta(hours=1)


def said_no(edition, use="website"):
    (row,) = asked(edition, use)
    person = row.appearance.person
    told(edition.file, person)
    answering.answer(row, person=person, answer=Answer.NO)
    return person


def may_ask(edition, use="website"):
    try:
        asking.ask(edition, uses=[use])
    except CannotAsk:
        return False
    return True


def no(edition):
    return said_no(edition)


def stop_one(edition):
    cleared(edition)
    return stopped(edition, "website")


def stop_all(edition):
    cleared(edition)
    return stopped(edition, "")


def stop_before_anything_was_asked(edition):
    return stopped(edition, "")


def taken_away_at_the_second_yes(edition):
    row = first_yes(asked(edition)[0])
    answering.decline_second(edition.file, person=row.appearance.person, permissions=[row])
    return row.appearance.person


def stopped(edition, use):
    person = edition.file.appearances.get().person
    stopping.stop(person, files=[edition.file], use=use)
    return person


@pytest.mark.parametrize(
    "end", [no, stop_one, stop_all, stop_before_anything_was_asked, taken_away_at_the_second_yes]
)
def test_nobody_asks_again_for_thirty_days_unless_the_person_comes_to_us(end):
    edition = a_version(a_file())
    person = end(edition)
    over = clock.now() + DAYS

    with clock.at(over - A_MOMENT):
        refused = may_ask(edition)
    with clock.at(over):
        thirty_days_on = starting_again.closed_uses(edition.file_id, ["website"], at=clock.now())
    opened = starting_again.say_we_may_ask(edition.file, person=person, uses=["website"])

    assert (refused, thirty_days_on, opened, may_ask(edition)) == (False, {}, ["website"], True)
    assert list(audit()) == []


def test_not_now_closes_nothing_and_a_yes_that_ran_out_neither():
    edition = a_version(a_file())
    (row,) = asked(edition)
    told(edition.file, row.appearance.person)
    answering.answer(row, person=row.appearance.person, answer=Answer.LATER)
    (old,) = cleared(edition, "newsletter")

    with clock.at(old.valid_until):
        assert (may_ask(edition), may_ask(edition, "newsletter")) == (True, True)


def test_only_what_they_said_no_to_is_closed_and_also_for_a_newer_version():
    file = a_file()
    said_no(a_version(file))
    newer = a_version(file, "Other words.")

    assert (may_ask(newer, "website"), may_ask(newer, "newsletter")) == (False, True)
    assert not Permission.objects.filter(edition=newer, use__slug="website").exists()


def test_another_file_of_theirs_is_another_matter():
    person = a_person()
    said_no(a_version(a_file(person)))

    assert may_ask(a_version(a_file(person)))


def test_the_no_of_one_closes_it_for_all_whose_yes_is_needed():
    file = a_file()
    files.add_appearance(file, person=a_person("Sam"), relation="co_author", basis="own")
    edition = a_version(file)
    dee, sam = asked(edition)
    told(file, sam.appearance.person)
    answering.answer(sam, person=sam.appearance.person, answer=Answer.NO)
    newer = a_version(file, "Other words.")

    refused = may_ask(newer)
    starting_again.say_we_may_ask(file, person=dee.appearance.person, uses=["website"])
    still = may_ask(newer)
    starting_again.say_we_may_ask(file, person=sam.appearance.person, uses=["website"])

    assert (refused, still, may_ask(newer)) == (False, False, True)


def test_what_still_waits_for_their_answer_is_no_new_question():
    edition = a_version(a_file())
    person = said_no(edition)
    starting_again.say_we_may_ask(edition.file, person=person, uses=["website"])
    (waits,) = asked(edition)

    assert [row.pk for row in asking.ask(edition, uses=["website"])] == [waits.pk]


def test_after_a_stop_of_everything_they_open_use_by_use():
    edition = a_version(a_file())
    person = stop_all(edition)

    starting_again.say_we_may_ask(edition.file, person=person, uses=["newsletter"])

    assert (may_ask(edition, "newsletter"), may_ask(edition, "website")) == (True, False)


def test_a_no_after_they_came_to_us_closes_it_afresh():
    edition = a_version(a_file())
    person = said_no(edition)
    starting_again.say_we_may_ask(edition.file, person=person, uses=["website"])
    with clock.at(clock.now() + timedelta(hours=1)):
        said_no(edition)

        assert may_ask(edition) is False


def test_a_no_to_showing_more_leaves_the_yes_that_stands_alone():
    edition = a_version(a_file())
    (row,) = cleared(edition)
    person = row.appearance.person
    with clock.at(later()):
        wider = asking.ask_wider(row, person=person)
        answering.answer(wider, person=person, answer=Answer.NO)

        assert may_ask(a_version(edition.file, "Other words."))


def test_saying_it_twice_or_about_what_is_open_changes_nothing():
    edition = a_version(a_file())
    person = said_no(edition)

    said = [
        starting_again.say_we_may_ask(edition.file, person=person, uses=uses)
        for uses in (["newsletter"], ["website", "no-such-use"], ["website"])
    ]

    assert said == [[], ["website"], []]
    assert ConsentEvent.objects.filter(kind="may_ask").count() == 1


def test_nobody_says_it_for_somebody_elses_file():
    edition = a_version(a_file())
    said_no(edition)

    with pytest.raises(answering.CannotAnswer, match="not yours"):
        starting_again.say_we_may_ask(edition.file, person=a_person("Kit"), uses=["website"])

    assert may_ask(edition) is False


def test_staff_are_not_offered_it_and_read_why_and_until_when():
    edition = a_version(a_file())
    with clock.at(clock.now().replace(year=2027, month=3, day=1, hour=12)):
        person = said_no(edition)
        offer = uses_on_offer(Subject.STORY, file_id=edition.file_id)
        starting_again.say_we_may_ask(edition.file, person=person, uses=["website"])
        after = uses_on_offer(Subject.STORY, file_id=edition.file_id)

    assert "website" not in {use.slug for use in offer.uses}
    assert [use.slug for use, _ in offer.theirs] == ["website"]
    assert "said no or stopped it: Our website (until 31 March 2027)." in offer.why
    assert ("website" in {use.slug for use in after.uses}, after.why) == (True, "")


@pytest.fixture
def staff():
    return {name: a_supporter(first_name=name) for name in ("Priya", "Ama")}


def written_down(edition, person, staff, **more):
    how = How(**({"method": Method.PHONE, "happened_at": clock.now()} | more))
    return evidence.record_again(edition.file, person=person, uses=["website"], how=how, by=staff["Priya"])


def test_said_by_phone_it_counts_once_a_second_person_has_checked_it(staff):
    edition = a_version(a_file())
    person = said_no(edition)
    made = written_down(edition, person, staff)

    waits = may_ask(edition)
    with pytest.raises(CannotVerify, match="yourself"):
        verifying.verify(made, agrees=True, by=staff["Priya"])
    verifying.verify(made, agrees=True, by=staff["Ama"])

    event = ConsentEvent.objects.get(kind="may_ask")
    assert (waits, may_ask(edition)) == (False, True)
    assert (event.actor, event.recorded_by, event.method) == (None, staff["Priya"], "phone")
    assert slip_lines(made) == [("Our website", "We may ask you again.")]
    assert slip(made).startswith(b"%PDF")
    assert list(audit()) == []


def test_not_the_same_or_a_stop_in_between_opens_nothing(staff):
    edition = a_version(a_file())
    person = said_no(edition)
    verifying.verify(written_down(edition, person, staff), agrees=False, by=staff["Ama"])
    made = written_down(edition, person, staff)
    with clock.at(clock.now() + timedelta(hours=1)):
        stopping.stop(person)

        with pytest.raises(CannotVerify, match="again since"):
            verifying.verify(made, agrees=True, by=staff["Ama"])

    assert may_ask(edition) is False


def test_it_cannot_have_been_said_before_the_no_nor_about_what_is_open(staff):
    edition = a_version(a_file())
    person = said_no(edition)

    with pytest.raises(CannotRecord, match="before they said no"):
        written_down(edition, person, staff, happened_at=clock.now() - timedelta(days=1))
    starting_again.say_we_may_ask(edition.file, person=person, uses=["website"])
    with pytest.raises(CannotRecord, match="said no to, or stopped"):
        written_down(edition, person, staff)


def test_a_supporter_writes_it_down_on_their_page(client, staff):
    edition = a_version(a_file())
    person = said_no(edition)
    person.supporter = staff["Priya"]
    person.save()
    client.force_login(staff["Priya"])
    page = reverse("said:write", args=[person.pk, edition.file.uid, "again"])
    now = clock.now().astimezone(clock.LONDON)
    sent = {"method": "phone", "happened_at": f"{now:%Y-%m-%dT%H:%M}", "uses": ["website"]}

    offered = client.get(reverse("said:person", args=[person.pk])).content.decode()
    nothing = client.post(page, sent | {"uses": []})
    client.post(page, sent)

    assert page in offered
    assert (nothing.status_code, "Choose at least one." in nothing.content.decode()) == (422, True)
    assert person.evidence.get().act == "again"
