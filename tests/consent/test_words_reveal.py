"""What the words show by themselves: a yes to less is refused on every road, and clears nothing."""

from datetime import date, timedelta

import pytest

from consent import policy
from consent.admin.said_forms import FirstForm
from consent.domain.acts import answering, asking, narrowing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.asking import CannotAsk
from consent.domain.acts.choices import open_choices
from consent.domain.acts.choosing import Given, give
from consent.domain.acts.narrowing import Less
from consent.domain.care import deciding_young, files
from consent.domain.care.deciding_young import CannotDecide, What
from consent.domain.proof.audit import audit
from consent.domain.record.shown import Shown
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import How
from consent.enums import Answer, Basis, IdentityLevel, Method, PlaceDetail, Relation
from consent.models import Permission
from people import clock, roles
from people.domain import vault
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db
N0, N2, N3, N4, N5 = (IdentityLevel(number) for number in (0, 2, 3, 4, 5))
LESS = [(N2, N3), (N2, N4), (N3, N4), (N2, N5), (N4, N5)]
ENOUGH = [(N2, N2), (N3, N2), (N3, N3), (N4, N3), (N5, N5), (N2, N0)]


def born(years):
    birthday = clock.today() + timedelta(days=100)
    return date(birthday.year - years - 1, birthday.month, min(birthday.day, 28)).isoformat()


def asked_of_dee(revealed):
    file = make.a_file(people.a_person("Dee"))
    (permission,) = asking.ask(make.a_revealing_version(file, Dee=revealed), uses=["website"])
    make.told(file, permission.appearance.person)
    return permission


def on_the_screen(permission, identity):
    person = permission.appearance.person
    return answering.answer(
        permission, person=person, answer=Answer.YES, identity=identity, shown=Shown(name="Dee")
    )


def all_at_once(permission, identity):
    given = [Given("website", Answer.YES, identity=identity, name="Dee")]
    give(
        permission.file, person=permission.appearance.person, answers=given, edition_id=permission.edition_id
    )


def written_down(permission, identity):
    """On paper, and checked by a second person."""
    person, by = permission.appearance.person, people.a_supporter()
    how = How(method=Method.PAPER, happened_at=clock.now(), understood=True)
    given = [Given("website", Answer.YES, identity=identity, name="Dee")]
    try:
        record = evidence.record_first(permission.file, person=person, answers=given, how=how, by=by)
        verifying.verify(record, agrees=True, by=people.a_supporter(first_name="Sol"))
    except (evidence.CannotRecord, verifying.CannotVerify) as refused:
        raise CannotAnswer(str(refused)) from refused


ROADS = [on_the_screen, all_at_once, written_down]


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(("identity", "revealed"), LESS)
def test_a_yes_to_less_than_the_words_show_is_refused_on_every_road(road, identity, revealed):
    permission = asked_of_dee(revealed)

    with pytest.raises(CannotAnswer, match="Choose again, or say “not now” and we change the words first"):
        road(permission, identity)

    assert Permission.objects.get().answer == ""


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(("identity", "revealed"), ENOUGH)
def test_a_yes_to_as_much_as_they_show_counts_on_every_road(road, identity, revealed):
    permission = asked_of_dee(revealed)

    road(permission, identity)
    make.second_yes(Permission.objects.get())

    assert policy.clearance(permission.edition_id, "website", make.later()).identity == identity
    assert list(audit()) == []


def test_a_wider_ask_is_held_to_the_same():
    stands = make.second_yes(on_the_screen(asked_of_dee(N3), N3))

    with clock.at(make.later()):
        wider = asking.ask_wider(stands, person=stands.appearance.person)
        with pytest.raises(CannotAnswer, match="change the words first"):
            on_the_screen(wider, N2)
        on_the_screen(wider, N4)

    assert Permission.objects.get(pk=wider.pk).answer == "yes"


def test_showing_less_is_never_refused_it_goes_dark_and_says_why():
    stands = make.second_yes(on_the_screen(asked_of_dee(N4), N4))

    with clock.at(make.later()):
        narrowing.narrow(stands, Less(identity=N2), person=stands.appearance.person)
        verdict = policy.may_use(stands.edition_id, "website", clock.now())
        assert list(audit()) == []

    assert [reason.code for reason in verdict.reasons] == ["words_reveal"]


def test_somebody_of_whom_nothing_was_said_is_not_asked_and_clears_nothing():
    file = make.a_file(people.a_person("Dee"))
    edition = make.a_revealing_version(file, Dee=N2)
    (dee,) = make.cleared(edition)
    assert policy.may_use(edition.pk, "website", make.later()).allowed
    files.add_appearance(file, person=people.a_person("Rosa"), relation=Relation.IN_IT, basis=Basis.OWN)

    with pytest.raises(CannotAsk, match="Nobody has said yet what these words let a reader know"):
        asking.ask(edition, uses=["website"])

    assert not policy.may_use(edition.pk, "website", make.later()).allowed
    assert dee.ended_at is None


def test_a_guardian_says_yes_to_what_the_words_show_of_the_young_person():
    wren, mam = people.a_person("Wren", born=born(14)), people.a_person("Mam")
    file = make.a_file(wren)
    row = files.appearances_in(file.pk).get()
    deciding_young.name_guardian(row, guardian=mam, by=people.a_member_of_staff(roles.SAFEGUARDING))
    edition = make.a_revealing_version(file, Wren=N3)
    hers, beside = sorted(asking.ask(edition, uses=["website"]), key=lambda item: item.appearance.relation)
    make.told(file, mam)
    make.told(file, wren)

    with pytest.raises(CannotAnswer, match="change the words first"):
        on_the_screen(beside, N2)
    for permission in (hers, beside):
        on_the_screen(permission, N3)
        make.second_yes(Permission.objects.get(pk=permission.pk))

    assert policy.may_use(edition.pk, "website", make.later()).allowed


@pytest.mark.parametrize(
    ("age", "revealed", "said"),
    [
        (17, N4, "two safeguarding leads"),
        (15, N5, "two safeguarding leads"),
        (12, N3, "under 13"),
        (9, N4, "under 13"),
    ],
)
def test_words_that_show_too_much_of_somebody_young_are_not_even_asked_for(age, revealed, said):
    wren = people.a_person("Wren", born=born(age))
    file = make.a_file(wren)
    row, lead = files.appearances_in(file.pk).get(), people.a_member_of_staff(roles.SAFEGUARDING)
    if age == 17:
        deciding_young.decide(row, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=lead)
    else:
        deciding_young.name_guardian(row, guardian=people.a_person("Mam"), by=lead)

    with pytest.raises(CannotAsk, match=said):
        asking.ask(make.a_revealing_version(file, Wren=revealed), uses=["website"])

    assert Permission.objects.count() == 0
    assert asking.ask(make.a_revealing_version(file, Wren=N2), uses=["website"])


def a_child(age=9):
    """A child's own story with a parent beside, asked."""
    wren, mam = people.a_person("Wren", born=born(age)), people.a_person("Mam")
    file = make.a_file(wren)
    row, lead = files.appearances_in(file.pk).get(), people.a_member_of_staff(roles.SAFEGUARDING)
    deciding_young.name_guardian(row, guardian=mam, by=lead)
    edition = make.a_revealing_version(file, Wren=N2)
    asking.ask(edition, uses=["website"])
    make.told(file, wren)
    make.told(file, mam)
    return edition, Permission.objects.get(appearance=row), Permission.objects.exclude(appearance=row).get()


def test_a_child_is_heard_by_somebody_and_a_parent_says_yes_and_only_both_together_count():
    edition, childs, parents = a_child()
    allowed = []

    with pytest.raises(CannotAnswer, match="Under 13 you do not say yes here by yourself"):
        on_the_screen(childs, N2)
    on_the_screen(parents, N2)
    make.second_yes(Permission.objects.get(pk=parents.pk))
    allowed.append(policy.may_use(edition.pk, "website", make.later()).allowed)
    written_down(childs, N2)
    with pytest.raises(CannotAnswer, match="Under 13 you do not say yes here by yourself"):
        make.second_yes(Permission.objects.get(pk=childs.pk))
    first = Permission.objects.get(pk=childs.pk)
    with clock.at(first.cool_until):
        answering.confirm(
            first.file,
            person=first.appearance.person,
            permissions=[first],
            method=Method.IN_PERSON,
            recorded_by=people.a_supporter(),
        )
    allowed.append(policy.may_use(edition.pk, "website", make.later()).allowed)

    assert allowed == [False, True]
    assert list(audit()) == []


@pytest.mark.parametrize("answer", [Answer.NO, Answer.LATER])
def test_a_childs_own_no_counts_from_any_screen_whatever_the_parent_says(answer):
    edition, childs, parents = a_child()
    on_the_screen(parents, N2)
    make.second_yes(Permission.objects.get(pk=parents.pk))

    answering.answer(childs, person=childs.appearance.person, answer=answer)

    assert not policy.may_use(edition.pk, "website", make.later()).allowed


@pytest.mark.parametrize(
    "shows",
    [{"identity": N3}, {"identity": N5}, {"face": True}, {"voice": True}, {"place": PlaceDetail.REGION}],
)
def test_no_yes_shows_a_child_not_a_parents_and_not_with_two_leads(shows):
    _, _, parents = a_child(12)
    row = parents.appearance.speaks_for
    with pytest.raises(CannotDecide, match="Under 13 nobody is known"):
        deciding_young.decide(
            row,
            what=What.MAY_BE_KNOWN,
            reason="They asked for it themselves.",
            by=people.a_member_of_staff(roles.SAFEGUARDING),
        )

    with pytest.raises(CannotAnswer, match="Under 13, no name stands under the words"):
        answering.answer(
            parents, person=parents.appearance.person, answer=Answer.YES, **{"identity": N2} | shows
        )

    answering.answer(
        parents, person=parents.appearance.person, answer=Answer.YES, place=PlaceDetail.NATION, identity=N2
    )


def test_at_13_they_answer_for_themselves():
    _, childs, _ = a_child(12)
    wren = childs.appearance.person
    vault.set_identity(wren, born=born(13))

    on_the_screen(childs, N3)

    assert Permission.objects.get(pk=childs.pk).identity == N3


@pytest.mark.parametrize(("revealed", "offered"), [(N2, [2, 3, 4, 5]), (N4, [4, 5]), (N5, [5])])
def test_whoever_writes_an_answer_down_is_offered_the_same_list(revealed, offered):
    permission = asked_of_dee(revealed)
    choices = open_choices(permission.appearance.person, permission.file_id)

    form = FirstForm({"use_website-answer": "yes"}, {}, user=people.a_supporter(), choices=choices)
    form.is_valid()

    assert [value for value, _ in form.terms.fields["identity"].choices] == offered
    assert ("identity" in form.terms.errors) is (revealed > N2)
