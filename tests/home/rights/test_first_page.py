"""What the officer reads first: who waits, with the clocks, complaints, what goes next; and who reads none of it."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from consent.domain.care import complaints
from home.models import RightsRequest
from home.rights import asking, carrying_out, coming_up
from home.rights.admin.panel import SHOWN
from people import clock, roles
from people.models import User
from storybank.models import Draft
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def officer():
    return people.a_member_of_staff(roles.DPO, first_name="Kit")


def first_page(client, user) -> str:
    client.force_login(user)
    return " ".join(client.get("/admin/").content.decode().split())


def rights(page: str) -> str:
    return page[page.index('id="panel-rights"') : page.index("How long we keep things")]


def asked(name="Alun", *, days_ago=0):
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return asking.ask_to_be_erased(people.a_person(name), route="letter")


def test_each_open_request_stands_there_with_its_clock_and_what_is_next(client, officer):
    late, fresh = asked("Alun", days_ago=40), asked("Bern")
    carrying_out.prepare(late, by=officer)

    panel = rights(first_page(client, officer))

    assert panel.index(late.code) < panel.index(fresh.code)
    assert ("Late since" in panel, "sb-clock-late" in panel) == (True, True)
    assert "Somebody else confirms it." in panel
    assert "Look at who asks, then prepare it." in panel
    assert ("Alun" in panel, "Bern" in panel) == (False, False)


def test_while_they_may_change_their_mind_the_day_is_said(client, officer):
    row = asked()
    carrying_out.prepare(row, by=officer)

    panel = rights(first_page(client, officer))

    assert f"They may change their mind until {row.not_before:%-d %B}." in panel


def test_only_some_stand_there_and_the_rest_is_counted(client, officer):
    for number in range(SHOWN + 2):
        asked(f"Person {number}")

    panel = rights(first_page(client, officer))

    assert (panel.count("sb-clock"), "2 more</a>" in panel) == (SHOWN, True)


def test_nobody_reads_of_their_own_or_of_somebody_they_are_too_close_to(client, officer):
    row = asked()
    shown = row.code in rights(first_page(client, officer))
    row.person.conflicts.add(officer)

    assert (shown, row.code in rights(first_page(client, officer))) == (True, False)


def test_complaints_to_acknowledge_and_to_answer_are_counted_apart(client, officer):
    with clock.at(clock.now() - timedelta(days=31)):
        complaints.complain(about="Nobody rang back.", once="a")
    taken = complaints.complain(about="The page was hard to read.", once="b")
    before = rights(first_page(client, officer))
    complaints.acknowledge(taken, by=officer)
    after = rights(first_page(client, officer))

    assert ("2 to acknowledge" in before, "1 late" in before, "to answer" in before) == (True, True, False)
    assert ("1 to acknowledge" in after, "1 to answer" in after) == (True, True)


def test_what_goes_next_is_said_before_it_goes_and_is_what_the_clock_job_then_does(client, officer):
    draft = stories.a_draft(people.a_person("Alun"))
    old = clock.now() - timedelta(days=3 * 365)
    Draft.objects.filter(pk=draft.pk).update(saved_at=old, started_at=old)
    User.objects.filter(pk=draft.file.appearances.get().person.user_id).update(last_login=old)

    untold = rights(first_page(client, officer))
    coming_up.keeping.keep()
    coming_up.forget()
    told = rights(first_page(client, officer))
    day = clock.now() + coming_up.GRACE

    assert "Tonight 1 author is told that something of theirs would go." in untold
    assert f"1 told and waiting; the first goes on {day:%-d %B %Y}, unless its author touches it." in told
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_a_calm_house_says_so(client, officer):
    panel = rights(first_page(client, officer))

    assert [
        word
        for word in ("Nobody waits for us.", "Nothing waits.", "Nothing is that old.")
        if word not in panel
    ] == []


def test_a_rule_that_was_changed_shows_at_once(client, officer):
    before = rights(first_page(client, officer))
    draft = stories.a_draft(people.a_person("Alun"))
    old = clock.now() - timedelta(days=500)
    Draft.objects.filter(pk=draft.pk).update(saved_at=old, started_at=old)
    User.objects.filter(pk=draft.file.appearances.get().person.user_id).update(last_login=old)
    remembered = rights(first_page(client, officer))
    changed = client.post("/admin/rights/rules/drafts/", {"days": "400", "on": "yes"})

    assert changed.status_code == 302
    assert [
        "1 author is told" in page for page in (before, remembered, rights(first_page(client, officer)))
    ] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("role", [roles.SAFEGUARDING, roles.ADMINISTRATOR])
def test_whoever_may_confirm_reads_that_an_erasure_waits_for_them_and_nothing_more(client, officer, role):
    row = asked()
    second = people.a_member_of_staff(role, first_name="Moss")
    before = first_page(client, second)
    carrying_out.prepare(row, by=officer)
    after = first_page(client, second)

    assert ("panel-to-confirm" in before, "panel-rights" in after) == (False, False)
    assert "1 erasure</a> that somebody else has prepared." in after
    assert "panel-to-confirm" not in first_page(client, officer)


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.COMMS])
def test_nobody_else_reads_of_any_of_it(client, officer, role):
    carrying_out.prepare(asked(), by=officer)

    page = first_page(client, people.a_member_of_staff(role, first_name="Moss"))

    assert [name for name in ("panel-rights", "panel-to-confirm") if name in page] == []
    assert RightsRequest.objects.count() == 1
