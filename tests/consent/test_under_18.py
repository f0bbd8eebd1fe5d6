"""Under 18: both must say yes, each can stop alone, and the 18th birthday darkens everything with every job off."""

from datetime import date, timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.asking import CannotAsk
from consent.domain.care import deciding_young, files
from consent.domain.care.deciding_young import CannotDecide, What
from consent.domain.care.growing_up import rest_what_was_agreed_under_18
from consent.domain.proof.audit import audit
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, IdentityLevel, Relation
from consent.models import Clearance, Permission, Use
from people import clock, roles
from people.domain import vault
from people.models import OutboxMessage
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db


def born(years: int, *, days_to_birthday: int = 100) -> str:
    """The birth date of somebody who turns `years` + 1 in so many days."""
    birthday = clock.today() + timedelta(days=days_to_birthday)
    return date(birthday.year - years - 1, birthday.month, min(birthday.day, 28)).isoformat()


def a_lead(name: str = "Moss"):
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name=name)


def written_by(age: int, **more):
    """A file whose author is so old, with one version."""
    author = people.a_person("Wren", born=born(age, **more))
    file = make.a_file(author)
    return file, make.a_version(file), files.appearances_in(file.pk).get()


def yes(permission, *, identity=IdentityLevel.N2, name="", **more):
    person = permission.appearance.person
    make.told(permission.file, person)
    return answering.answer(
        permission, person=person, answer=Answer.YES, identity=identity, shown=Shown(name=name), **more
    )


def is_cleared(edition, at=None) -> bool:
    return policy.may_use(edition.pk, policy.WEBSITE, at or make.later()).allowed


def codes(edition) -> list[str]:
    return [reason.code for reason in policy.may_use(edition.pk, policy.WEBSITE, make.later()).reasons]


def test_under_16_nothing_is_asked_without_somebody_with_parental_authority():
    _, edition, _ = written_by(14)

    with pytest.raises(CannotAsk, match="parental authority"):
        asking.ask(edition, uses=["website"])


def test_at_16_a_lead_decides_first_whether_a_parent_is_asked():
    _, edition, wren = written_by(16)
    with pytest.raises(CannotAsk, match="safeguarding lead decides"):
        asking.ask(edition, uses=["website"])

    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=a_lead())

    assert len(asking.ask(edition, uses=["website"])) == 1


def test_a_lead_may_decide_that_a_parent_is_asked_at_17_and_then_one_is():
    _, edition, wren = written_by(17)
    deciding_young.decide(
        wren, what=What.PARENT_NEEDED, reason="They want her mother beside her.", by=a_lead()
    )

    with pytest.raises(CannotAsk, match="parental authority"):
        asking.ask(edition, uses=["website"])


def test_an_adult_needs_nobody():
    _, edition, _ = written_by(18)

    assert len(asking.ask(edition, uses=["website"])) == 1


@pytest.mark.parametrize(
    ("who", "cleared"), [((), False), (("Wren",), False), (("Mam",), False), (("Wren", "Mam"), True)]
)
def test_both_must_say_yes(who, cleared):
    _, edition, wren = written_by(14)
    deciding_young.name_guardian(wren, guardian=people.a_person("Mam"), by=a_lead())

    for permission in asking.ask(edition, uses=["website"]):
        if permission.appearance.person.called in who:
            make.second_yes(yes(permission))

    assert is_cleared(edition) is cleared


@pytest.mark.parametrize("who", ["Wren", "Mam"])
def test_each_can_stop_alone(who):
    _, edition, wren = written_by(14)
    deciding_young.name_guardian(wren, guardian=people.a_person("Mam"), by=a_lead())
    for permission in asking.ask(edition, uses=["website"]):
        make.second_yes(yes(permission))
    assert is_cleared(edition)

    stopping.stop(
        next(row.person for row in files.appearances_in(edition.file_id) if row.person.called == who)
    )

    assert not is_cleared(edition)


def test_a_guardians_name_never_stands_under_the_words():
    _, edition, wren = written_by(14)
    deciding_young.name_guardian(wren, guardian=people.a_person("Mam"), by=a_lead())
    for permission in asking.ask(edition, uses=["website"]):
        name = permission.appearance.person.called
        make.second_yes(yes(permission, identity=IdentityLevel.N3, name=name))

    assert Clearance.objects.get().slots["name"] == "Wren"


def test_who_is_in_it_already_cannot_speak_for_the_young_person():
    mother = people.a_person("Mam")
    file = make.a_file(mother)
    child = files.add_appearance(
        file, person=people.a_person("Wren", born=born(9)), relation=Relation.IN_IT, basis=Basis.OWN
    )

    with pytest.raises(CannotDecide, match="in it already"):
        deciding_young.name_guardian(child, guardian=mother, by=a_lead())


def test_nobody_young_speaks_for_the_young_and_nobody_grown_up_is_spoken_for():
    _, _, wren = written_by(14)
    _, _, adult = written_by(30)

    with pytest.raises(CannotDecide, match="under 18 cannot speak"):
        deciding_young.name_guardian(wren, guardian=people.a_person("Robin", born=born(15)), by=a_lead())
    with pytest.raises(CannotDecide, match="not known to be under 18"):
        deciding_young.name_guardian(adult, guardian=people.a_person("Mam"), by=a_lead())


def test_that_no_parent_is_asked_is_never_decided_under_16_and_never_without_a_reason():
    _, _, wren = written_by(15)

    with pytest.raises(CannotDecide, match="Under 16"):
        deciding_young.decide(
            wren, what=What.PARENT_NOT_NEEDED, reason="She is wise for her age.", by=a_lead()
        )
    with pytest.raises(CannotDecide, match="Say in a few words why"):
        deciding_young.decide(wren, what=What.PARENT_NEEDED, reason=" so ", by=a_lead())


@pytest.mark.parametrize(
    "shows",
    [
        {"identity": IdentityLevel.N4, "name": "Wren"},
        {"identity": IdentityLevel.N5, "name": "W"},
        {"face": True},
        {"voice": True},
    ],
)
def test_to_be_known_takes_two_leads(shows):
    _, edition, wren = written_by(17)
    first, second = a_lead("Moss"), a_lead("Ada")
    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=first)
    (permission,) = asking.ask(edition, uses=["website"])

    for lead in (None, first):
        if lead:
            deciding_young.decide(wren, what=What.MAY_BE_KNOWN, reason="She asked for her own name.", by=lead)
        with pytest.raises(CannotAnswer, match="two people here have to agree"):
            yes(permission, **shows)
    with pytest.raises(CannotDecide, match="second lead"):
        deciding_young.decide(wren, what=What.MAY_BE_KNOWN, reason="And once more, myself.", by=first)
    deciding_young.decide(wren, what=What.MAY_BE_KNOWN, reason="I have talked with her too.", by=second)

    make.second_yes(yes(permission, **shows))

    assert is_cleared(edition)


def test_some_uses_are_not_for_the_young():
    _, edition, wren = written_by(17)
    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=a_lead())
    not_theirs = Use.objects.filter(not_under_18=True, current=True).order_by("slug")

    for use in not_theirs:
        with pytest.raises(CannotAsk, match="not for anybody under 18"):
            asking.ask(edition, uses=[use.slug])

    assert [use.slug for use in not_theirs] == ["funders", "machine-processing"]


def test_a_yes_of_the_young_lasts_no_longer_than_twelve_months():
    Use.objects.filter(slug="website").update(max_days=1800)
    _, edition, wren = written_by(16)
    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=a_lead())
    (permission,) = asking.ask(edition, uses=["website"])

    given = make.second_yes(yes(permission))

    assert given.valid_until - given.confirmed_at == timedelta(days=365)


def agreed_at_17(days_to_birthday: int = 20):
    _, edition, wren = written_by(17, days_to_birthday=days_to_birthday)
    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=a_lead())
    (permission,) = asking.ask(edition, uses=["website"])
    return edition, wren, make.second_yes(yes(permission))


def test_on_the_18th_birthday_the_gate_is_dark_with_every_job_off():
    edition, _, _ = agreed_at_17()
    birthday = Clearance.objects.get().valid_until

    assert is_cleared(edition, birthday - timedelta(seconds=1))
    assert not is_cleared(edition, birthday)
    assert birthday.astimezone(clock.LONDON).hour == 0
    with clock.at(birthday):
        assert "turned_18" in [row.code for row in policy.why_not(edition.file_id, "website", birthday)]
        assert list(audit()) == []


def test_the_job_writes_the_rest_down_once_and_tells_them():
    _, wren, permission = agreed_at_17()

    with clock.at(Clearance.objects.get().valid_until):
        first, second = rest_what_was_agreed_under_18(), rest_what_was_agreed_under_18()
        found = Permission.objects.get(pk=permission.pk)
        assert list(audit()) == []

    assert (first, second) == (1, 0)
    assert found.paused_at is not None
    assert OutboxMessage.objects.filter(event="consent/grown_up", person=wren.person).count() == 1


def test_nobody_goes_on_with_it_after_the_birthday_and_a_fresh_ask_makes_it_stand():
    edition, wren, permission = agreed_at_17()

    with clock.at(Clearance.objects.get().valid_until):
        rest_what_was_agreed_under_18()
        with pytest.raises(CannotAnswer, match="as an adult"):
            answering.resume(permission, person=wren.person)
        (fresh,) = asking.ask(edition, uses=["website"])
        make.second_yes(yes(fresh, identity=IdentityLevel.N4, name="Wren"))
        after = clock.now() + timedelta(days=8)

    assert fresh.pk != permission.pk
    assert is_cleared(edition, after)


def test_a_first_yes_from_before_the_birthday_cannot_be_finished_after_it():
    _, edition, wren = written_by(17, days_to_birthday=3)
    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=a_lead())
    (permission,) = asking.ask(edition, uses=["website"])
    given = yes(permission)

    with pytest.raises(CannotAnswer, match="as an adult"):
        make.second_yes(given)


def test_grown_up_nobody_else_is_asked_for_them_any_more():
    _, edition, wren = written_by(15, days_to_birthday=100)
    deciding_young.name_guardian(wren, guardian=people.a_person("Mam"), by=a_lead())
    for permission in asking.ask(edition, uses=["website"]):
        make.second_yes(yes(permission))

    with clock.at(clock.now() + timedelta(days=365 * 3)):
        make.reviewed_again(edition)
        fresh = asking.ask(edition, uses=["website"])
        for permission in fresh:
            make.second_yes(yes(permission))
        after = clock.now() + timedelta(days=8)

    assert [permission.appearance_id for permission in fresh] == [wren.pk]
    assert is_cleared(edition, after)


def test_a_birth_date_that_becomes_known_later_counts_at_once():
    author = people.a_person("Wren")
    edition = make.a_version(make.a_file(author))
    make.cleared(edition)
    assert is_cleared(edition)
    vault.set_identity(author, born=born(15))

    assert not is_cleared(edition)
    assert "no_guardian" in codes(edition)
    assert list(audit()) == []
