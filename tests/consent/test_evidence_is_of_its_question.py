"""What somebody said to one question is no answer to a later one: a stop between writing down and checking stays."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, asking, new_use_version
from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given
from consent.domain.care import reviewing
from consent.domain.proof.audit import audit
from consent.domain.record import editions
from consent.domain.record.closure import Closure, Part
from consent.domain.stop import stopping
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import How
from consent.domain.written.verifying import CannotVerify
from consent.enums import Answer, EditionKind, IdentityLevel, Method, ReviewOutcome, State
from consent.models import Evidence, Permission, Use
from people import clock
from tests.factories.consent import a_file, a_person, a_version, comes_to_us, first_yes, later
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db
YES = [Given("website", Answer.YES, identity=IdentityLevel.N3, name="Dee")]


@pytest.fixture
def staff():
    return {name: a_supporter(first_name=name) for name in ("Priya", "Sol", "Ama")}


@pytest.fixture
def edition(staff):
    made = a_version(a_file(a_person()))
    asking.ask(made, uses=["website"], by=staff["Sol"])
    return made


def person_of(edition):
    return edition.file.appearances.get().person


def on_paper() -> How:
    return How(method=Method.PAPER, happened_at=clock.now(), understood=True)


def state(edition) -> State:
    (choice,) = choices_of(person_of(edition), edition.file_id)
    return choice.state


def the_person_stops(edition, staff) -> None:
    stopping.stop(person_of(edition))
    comes_to_us(edition.file)


def the_use_means_something_else(edition, staff) -> None:
    use = Use.objects.get(slug="website", current=True, applies_to="story")
    new_use_version.change_meaning(use, by=staff["Sol"], explanation="Anybody may print it from there.")


@pytest.mark.parametrize("between", [the_person_stops, the_use_means_something_else])
def test_a_first_yes_on_paper_answers_no_later_question(edition, staff, between):
    made = evidence.record_first(
        edition.file, person=person_of(edition), answers=YES, how=on_paper(), by=staff["Priya"]
    )
    between(edition, staff)
    with clock.at(clock.now() + timedelta(days=1)):
        asking.ask(edition, uses=["website"], by=staff["Sol"])

        with pytest.raises(CannotVerify, match="asked again since"):
            verifying.verify(made, agrees=True, by=staff["Ama"])

        assert state(edition) is State.REQUESTED
    assert list(audit()) == []


def test_a_second_yes_on_paper_confirms_no_later_first_one(edition, staff):
    first_yes(Permission.objects.get())
    with clock.at(later()):
        made = evidence.record_second(
            edition.file, person=person_of(edition), uses=["website"], how=on_paper(), by=staff["Priya"]
        )
        the_person_stops(edition, staff)
        (again,) = asking.ask(edition, uses=["website"], by=staff["Sol"])
        first_yes(again)
    with clock.at(later() + timedelta(days=9)):
        with pytest.raises(CannotVerify, match="asked again since"):
            verifying.verify(made, agrees=True, by=staff["Ama"])

        assert not policy.may_use(edition.pk, "website", clock.now()).allowed
    assert list(audit()) == []


def test_it_can_be_put_aside_and_what_they_say_now_written_down(edition, staff):
    made = evidence.record_first(
        edition.file, person=person_of(edition), answers=YES, how=on_paper(), by=staff["Priya"]
    )
    the_person_stops(edition, staff)
    with clock.at(clock.now() + timedelta(days=1)):
        asking.ask(edition, uses=["website"], by=staff["Sol"])
        verifying.verify(made, agrees=False, by=staff["Ama"])
        afresh = evidence.record_first(
            edition.file, person=person_of(edition), answers=YES, how=on_paper(), by=staff["Priya"]
        )
        verifying.verify(afresh, agrees=True, by=staff["Ama"])

        assert state(edition) is State.COOLING
    assert Evidence.objects.count() == 2


def test_a_second_yes_on_paper_to_one_form_of_the_words_is_none_to_another(edition, staff):
    """Both are ready; theirs to the one is given on the screen while the paper waits for its second pair of eyes."""
    welsh = editions.freeze(
        edition.file,
        closure=Closure((Part.of("paragraph", "body 1", "Cadwais y tegell."),)),
        language="cy",
        kind=EditionKind.TRANSLATION,
    )
    reviewing.review(welsh, outcome=ReviewOutcome.SAFE, valid_until=later() + timedelta(days=300))
    asking.ask(welsh, uses=["website"], by=staff["Sol"])
    person = person_of(edition)
    for row in Permission.objects.order_by("id"):
        first_yes(row)
    with clock.at(later()):
        paper = evidence.record_second(
            edition.file, person=person, uses=["website"], how=on_paper(), by=staff["Priya"]
        )
        meant = Permission.objects.get(edition=paper.edition)
        answering.confirm(edition.file, person=person, permissions=[meant])
        with pytest.raises(CannotVerify, match="has changed since"):
            verifying.verify(paper, agrees=True, by=staff["Ama"])

        confirmed = Permission.objects.filter(confirmed_at__isnull=False)

    assert [row.edition_id for row in confirmed] == [paper.edition_id]
