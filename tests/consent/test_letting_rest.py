"""Staff let things rest at once; who ends a rest follows from why it began, and no decision about one ends another."""

import pytest

from consent import policy
from consent.domain.acts import concern_decisions
from consent.domain.care import concerns, files, letting_rest
from consent.domain.care.concerns import Decision, Matter, Said
from consent.domain.care.letting_rest import CannotRest
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Basis, EventKind, HoldReason
from consent.models import ConsentEvent, Hold
from people import clock, roles
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")


@pytest.fixture
def officer():
    return people.a_member_of_staff(roles.DPO, first_name="Kit")


@pytest.fixture
def live():
    return stories.a_live_story(stories.an_author("Philippa"), name="Philippa")


def is_up(page) -> bool:
    return policy.may_use(page.edition_id, policy.WEBSITE, clock.now()).allowed


def test_a_lead_lets_a_story_rest_and_ends_the_rest(live, lead, client):
    up = client.get(f"/stories/{live.slug}/").status_code

    (made,) = letting_rest.let_rest(f"story {live.code.lower()}", reason=HoldReason.SAFETY, by=lead)
    resting = is_up(live), client.get(f"/stories/{live.slug}/").status_code
    letting_rest.end_rest(made, by=lead)

    assert (up, resting, is_up(live)) == (200, (False, 404), True)
    assert list(audit()) == []


def test_by_the_code_of_a_person_everything_they_are_in_rests_with_one_event_a_file(live, lead):
    person = files.author_of(live.file_id)
    other = stories.a_live_story(person, name="Pip")

    made = letting_rest.let_rest(person.code, reason=HoldReason.SAFETY, by=lead)

    held = ConsentEvent.objects.filter(kind=EventKind.HELD).order_by("file_id")
    assert [event.file_id for event in held] == sorted(files.files_of(person).values_list("pk", flat=True))
    assert len(made) == held.count() >= 2
    assert [is_up(live), is_up(other)] == [False, False]
    assert list(audit()) == []


def test_one_use_rests_and_the_others_go_on(live, lead):
    letting_rest.let_rest(live.code, reason=HoldReason.SAFETY, by=lead, use="newsletter")

    assert is_up(live)
    assert [hold.use_slug for hold in Hold.objects.all()] == ["newsletter"]


def test_pressing_twice_is_one_rest(live, lead):
    once = letting_rest.let_rest(live.code, reason=HoldReason.OTHER, by=lead)
    twice = letting_rest.let_rest(live.code, reason=HoldReason.OTHER, by=lead)

    assert once == twice
    assert Hold.objects.count() == 1


@pytest.mark.parametrize(
    ("reason", "by_lead", "by_officer"),
    [
        (HoldReason.SAFETY, True, False),
        (HoldReason.THIRD_PARTY, True, False),
        (HoldReason.OTHER, True, False),
        (HoldReason.COURT, False, True),
    ],
)
def test_who_may_end_it_follows_from_why_it_began(live, lead, officer, reason, by_lead, by_officer):
    (made,) = letting_rest.let_rest(live.code, reason=reason, by=lead)

    assert letting_rest.may_end(made, lead) is by_lead
    assert letting_rest.may_end(made, officer) is by_officer
    with pytest.raises(CannotRest, match="ends this rest"):
        letting_rest.end_rest(made, by=officer if by_lead else lead)
    letting_rest.end_rest(made, by=lead if by_lead else officer)
    assert is_up(live)


def test_ended_twice_says_so(live, lead):
    (made,) = letting_rest.let_rest(live.code, reason=HoldReason.SAFETY, by=lead)
    letting_rest.end_rest(made, by=lead)

    with pytest.raises(CannotRest, match="already"):
        letting_rest.end_rest(made, by=lead)


def test_no_number_rests_nothing(live, lead):
    for code in ("", "ZZZZ", "\x00", "🦊" * 400, "' or 1=1 --"):
        with pytest.raises(CannotRest, match="has this code"):
            letting_rest.let_rest(code, reason=HoldReason.SAFETY, by=lead)
    with pytest.raises(CannotRest, match="Choose why"):
        letting_rest.let_rest(live.code, reason=HoldReason.RESTORED, by=lead)

    assert Hold.objects.count() == 0


def test_a_supporter_lets_their_own_people_rest_and_nobody_elses(live):
    person = files.author_of(live.file_id)
    mine, other = people.a_supporter(first_name="Priya"), people.a_supporter(first_name="Jo")
    person.supporter = mine
    person.save(update_fields=["supporter"])

    with pytest.raises(CannotRest, match="has this code"):
        letting_rest.let_rest(live.code, reason=HoldReason.SAFETY, by=other)
    (made,) = letting_rest.let_rest(live.code, reason=HoldReason.SAFETY, by=mine)

    assert list(letting_rest.open_rests(mine)) == [made]
    assert list(letting_rest.open_rests(other)) == []
    with pytest.raises(CannotRest, match="safeguarding lead"):
        letting_rest.end_rest(made, by=mine)


def test_a_lead_who_is_too_close_neither_sees_nor_ends_it(live, lead, officer):
    (made,) = letting_rest.let_rest(live.code, reason=HoldReason.SAFETY, by=officer)
    files.author_of(live.file_id).conflicts.add(lead)

    assert list(letting_rest.open_rests(lead)) == []
    with pytest.raises(CannotRest, match="too close"):
        letting_rest.end_rest(made, by=lead)


def concern_about(page):
    words = Said(story=page.slug, text="", contact="")
    return concerns.raise_concern(words, matter=Matter.ME, once="1").concern


def kept(concern, by):
    concern_decisions.decide(
        concern, decision=Decision.KEEP, to_them="We looked. It stays.", to_author="We looked.", by=by
    )


def test_what_a_concern_waits_on_is_ended_by_its_decision_only(live, lead):
    concern = concern_about(live)

    with pytest.raises(CannotRest, match="Decide the concern first"):
        letting_rest.end_rest(concern.hold, by=lead)

    kept(concern, lead)
    assert is_up(live)


def test_a_concern_that_is_kept_ends_no_rest_of_staff(live, lead):
    letting_rest.let_rest(live.code, reason=HoldReason.THIRD_PARTY, by=lead)

    kept(concern_about(live), lead)

    assert not is_up(live)
    assert letting_rest.open_rests(lead).count() == 1


@pytest.mark.parametrize("stop_comes_first", [True, False])
def test_a_concern_that_is_kept_undoes_no_stop_of_somebody_in_it(live, lead, stop_comes_first):
    sam = people.a_person("Sam")
    files.add_appearance(live.file, person=sam, basis=Basis.COMPOSITE)
    if stop_comes_first:
        stopping.stop(sam)
        concern = concern_about(live)
    else:
        concern = concern_about(live)
        stopping.stop(sam)

    kept(concern, lead)

    assert not is_up(live)
    (left,) = letting_rest.open_rests(lead)
    letting_rest.end_rest(left, by=lead)
    assert is_up(live)
    assert list(audit()) == []
