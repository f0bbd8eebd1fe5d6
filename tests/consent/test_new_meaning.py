"""What a use means: mended in place, or changed with every yes to the old meaning ended; and the officer's screens."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering
from consent.domain.acts.new_use_version import (
    NotAllowed,
    ask_again,
    change_meaning,
    how_many_end,
    mend,
    to_ask_again,
)
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import LONGEST, state_of
from consent.enums import Answer, RecallClass, State
from consent.models import Permission, Use
from people import clock, roles
from tests.factories import people
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    user = people.a_member_of_staff(roles.DPO, first_name="Kit")
    client.force_login(user)
    return user


@pytest.fixture
def website():
    return Use.objects.get(slug="website", applies_to="story", current=True)


def state(permission):
    return state_of(facts_of(Permission.objects.get(pk=permission.pk)), clock.now())


def allowed(edition, at=None):
    return policy.may_use(edition.pk, "website", at or later()).allowed


def drifts():
    return [str(drift) for drift in audit()]


def test_better_words_end_no_yes(website):
    edition = a_version(a_file())
    cleared(edition)

    mended = mend(website, label="On our website", max_days=website.max_days - 1, thinking_days=9)

    assert (mended.pk, mended.version, mended.thinking_days) == (website.pk, 1, 9)
    assert allowed(edition)
    assert drifts() == []


PROTECTS_LESS = {
    "longer": {"max_days": 731},
    "sooner": {"thinking_days": 3},
    "no thinking time of its own": {"thinking_days": None},
    "harder to take back": {"recall_class": RecallClass.R3},
    "other readers": {"audience": "subscribers"},
    "another road": {"channel": "social"},
}


@pytest.mark.parametrize("what", PROTECTS_LESS)
def test_whatever_protects_less_is_a_new_meaning(what, website):
    Use.objects.filter(pk=website.pk).update(thinking_days=14)

    with pytest.raises(NotAllowed, match="meaning changes"):
        mend(website, **PROTECTS_LESS[what])

    assert Use.objects.get(pk=website.pk).version == 1


def test_a_new_meaning_ends_what_was_said_to_the_old_one_and_nothing_else(website, officer):
    yes, refused, other = a_version(a_file()), a_version(a_file(a_person("Sam"))), a_version(a_file())
    (standing,) = cleared(yes)
    (no,) = asked(refused)
    told(refused.file, no.appearance.person)
    answering.answer(no, person=no.appearance.person, answer=Answer.NO)
    (elsewhere,) = cleared(other, "newspapers")
    waiting = first_yes(asked(a_version(a_file(a_person("Jo"))))[0])

    newer = change_meaning(website, by=officer, audience="everyone and their phones")

    assert (newer.version, newer.current, Use.objects.get(pk=website.pk).current) == (2, True, False)
    assert (state(standing), state(no), state(waiting)) == (State.SUPERSEDED, State.REFUSED, State.SUPERSEDED)
    with clock.at(later()):
        assert state(elsewhere) is State.ACTIVE
    assert not allowed(yes)
    assert drifts() == []


def test_the_reason_says_that_the_meaning_has_changed(website, officer):
    edition = a_version(a_file())
    cleared(edition)

    change_meaning(website, by=officer, audience="more people")

    assert [reason.code for reason in policy.may_use(edition.pk, "website", later()).reasons] == [
        "new_meaning"
    ]


def test_a_question_about_the_old_meaning_cannot_be_answered_nor_confirmed(website, officer):
    (open_ask,) = asked(a_version(a_file()))
    told(open_ask.file, open_ask.appearance.person)
    change_meaning(website, by=officer, audience="more people")

    with pytest.raises(answering.CannotAnswer):
        answering.answer(open_ask, person=open_ask.appearance.person, answer=Answer.YES)

    assert state(open_ask) is State.SUPERSEDED


def test_people_are_asked_again_once_and_whoever_said_no_is_left_in_peace(website, officer):
    yes, silent = a_version(a_file()), a_version(a_file(a_person("Sam")))
    cleared(yes)
    (no,) = asked(silent)
    told(silent.file, no.appearance.person)
    answering.answer(no, person=no.appearance.person, answer=Answer.LATER)
    newer = change_meaning(website, by=officer, audience="more people")

    listed = [(one.person.called, one.edition.pk) for one in to_ask_again(newer)]
    first, second = ask_again(newer, by=officer), ask_again(newer, by=officer)

    assert listed == [("Dee", yes.pk)]
    assert (first, second, to_ask_again(newer)) == (1, 0, [])
    new = Permission.objects.get(use=newer)
    again = second_yes(first_yes(new))
    with clock.at(again.confirmed_at + timedelta(hours=1)):
        assert allowed(yes, clock.now())
        assert drifts() == []


@pytest.mark.parametrize("days", [0, LONGEST.days + 1, 32767])
def test_no_use_lasts_for_no_time_or_for_ever(days, website, officer):
    with pytest.raises(NotAllowed, match="at most"):
        change_meaning(website, by=officer, max_days=days)

    assert Use.objects.get(pk=website.pk).current


def test_thinking_time_has_a_floor(website, officer):
    with pytest.raises(NotAllowed, match="at least 3"):
        change_meaning(website, by=officer, thinking_days=2)


def test_two_officers_at_once_the_second_is_told(website, officer):
    change_meaning(website, by=officer, audience="more people")

    with pytest.raises(NotAllowed, match="meanwhile"):
        change_meaning(website, by=officer, audience="fewer people")


# The screens


def address(use):
    return f"/admin/uses/{use.pk}/"


def filled(client, use, **changes):
    """The form as it was shown, with these answers."""
    form = client.get(address(use)).context["form"]
    given = {name: form.initial.get(name, form.fields[name].initial) for name in form.fields}
    given = {name: value for name, value in given.items() if value not in (None, False)}
    return given | {"meaning": "mends"} | changes


def test_the_list_names_every_use_and_each_can_be_opened(client, officer):
    page = client.get("/admin/uses/")

    uses = list(Use.objects.filter(current=True))
    assert [use.label for use in uses if use.label not in page.content.decode().replace("&#x27;", "'")] == []
    assert {client.get(address(use)).status_code for use in uses} == {200}


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.COMMS, roles.SAFEGUARDING, roles.ADMINISTRATOR])
def test_nobody_but_the_officer_finds_it(client, role, website):
    client.force_login(people.a_member_of_staff(role, first_name="Nobody"))

    assert client.get("/admin/uses/").status_code != 200
    assert client.post(address(website), {"label": "Mine"}).status_code != 200
    assert Use.objects.get(pk=website.pk).label == website.label


def test_mending_is_saved_and_says_that_every_yes_stays(client, officer, website):
    answered = client.post(address(website), filled(client, website, label="On our website"), follow=True)

    assert "Every yes stays." in answered.content.decode()
    assert Use.objects.get(pk=website.pk).label == "On our website"


def test_a_new_meaning_is_done_on_the_second_press_only(client, officer, website):
    edition = a_version(a_file())
    cleared(edition)
    given = filled(client, website, audience="more people", meaning="changes")

    first = client.post(address(website), given)
    between = allowed(edition)
    client.post(address(website), given | {"sure": "yes"})

    assert (first.context["ends"], how_many_end(website)) == (1, 0)
    assert between
    assert not allowed(edition)
    newer = Use.objects.get(slug="website", applies_to="story", current=True)
    assert (newer.version, newer.audience) == (2, "more people")
    client.post(f"/admin/uses/{newer.pk}/ask/")
    assert Permission.objects.filter(use=newer).count() == 1


def test_without_saying_whether_the_meaning_changes_nothing_is_saved_and_the_words_are_kept(
    client, officer, website
):
    given = filled(client, website, label="On our website")
    del given["meaning"]

    answered = client.post(address(website), given)

    assert answered.status_code == 422
    assert answered.context["form"]["label"].value() == "On our website"
    assert Use.objects.get(pk=website.pk).label == website.label


def test_an_old_tab_saves_nothing_over_anothers_change(client, officer, website):
    stale = filled(client, website, label="From the old tab")
    client.post(address(website), filled(client, website, label="From the new tab"))

    answered = client.post(address(website), stale)

    assert answered.status_code == 422
    assert "meanwhile" in answered.content.decode()
    assert Use.objects.get(pk=website.pk).label == "From the new tab"


def test_an_old_version_leads_to_how_it_stands_now(client, officer, website):
    newer = change_meaning(website, by=officer, audience="more people")

    assert client.get(address(website)).url == address(newer)
    assert client.post(address(website), {"meaning": "changes", "sure": "yes"}).url == address(newer)


@pytest.mark.parametrize(
    "odd",
    [
        {"max_days": "9999999999"},
        {"max_days": "-1"},
        {"max_days": "soon"},
        {"thinking_days": "2"},
        {"recall_class": "R9"},
        {"label": "one two three four five six seven eight nine"},
        {"label": "a\x00b"},
        {"explanation": "x" * 1_000_000},
        {"meaning": "perhaps"},
        {"seen": "0" * 64},
    ],
)
def test_odd_answers_are_refused_in_words_and_change_nothing(client, officer, website, odd):
    before = Use.objects.filter(pk=website.pk).values().get()

    answered = client.post(address(website), filled(client, website) | odd)

    assert answered.status_code == 422
    assert Use.objects.filter(pk=website.pk).values().get() == before
