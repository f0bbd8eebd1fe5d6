"""How long things are kept: decided by one pure function, warned first, spared when fresh, and only then gone."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from home.models import KeepingRule, KeepingWarning
from home.rights import keeping
from home.rights.deciding import GRACE, Step, decide
from home.rights.kinds import ALL
from people import clock, roles
from people.domain import outbox
from people.models import OutboxMessage, User
from storybank.domain import drafts
from storybank.models import Draft, StoryPage
from tests.factories import people, stories

NOW = datetime(2027, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


def ahead(what: str) -> keeping.Ahead:
    return next(one for one in keeping.look_ahead() if one.rule.kind.what == what)


@pytest.mark.parametrize(
    ("age", "warned", "on", "warns"),
    list(
        product(
            [0, 99, 100, 101, 129, 130, 131, 500], [None, 0, 1, 29, 30, 31, 200], [True, False], [True, False]
        )
    ),
)
def test_every_combination_keeps_warns_waits_or_acts_as_the_three_rules_say(age, warned, on, warns):
    last, warned_at = NOW - age * DAY, None if warned is None else NOW - warned * DAY

    step = decide(last=last, days=100, on=on, warns=warns, warned_at=warned_at, now=NOW)

    fresh = warned is not None and age < warned
    if not on or age < 100 or fresh:
        assert step is (Step.KEEP if warned is None else Step.SPARE)
    elif not warns:
        assert step is Step.ACT
    elif warned is None:
        assert step is Step.WARN
    else:
        assert step is (Step.WAIT if warned < GRACE.days else Step.ACT)


def test_nothing_with_a_person_behind_it_ever_goes_without_a_month_of_warning():
    for age, warned in product(range(0, 400, 7), [None, *range(30)]):
        warned_at = None if warned is None else NOW - warned * DAY
        step = decide(last=NOW - age * DAY, days=1, on=True, warns=True, warned_at=warned_at, now=NOW)
        assert step is not Step.ACT


@pytest.fixture
def draft() -> Draft:
    with clock.at(clock.now() - timedelta(days=800)):
        return stories.a_draft(people.a_person("Dee", email="dee@post.example"))


def test_an_old_draft_is_warned_about_waited_for_and_gone(draft):
    begun = clock.now()

    assert (ahead("drafts").warn, ahead("drafts").act) == (1, 0)
    keeping.keep()
    keeping.keep()
    told = OutboxMessage.objects.get(event="home/keep_drafts")
    assert "has ever read it" in told.body
    with clock.at(begun + timedelta(days=29)):
        keeping.keep()
        assert Draft.objects.filter(pk=draft.pk).exists()
    with clock.at(begun + timedelta(days=31)):
        assert keeping.keep() >= 1

    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert not KeepingWarning.objects.exists()


def test_a_draft_touched_after_the_warning_is_spared_and_warned_about_anew_much_later(draft):
    begun = clock.now()
    keeping.keep()
    with clock.at(begun + timedelta(days=20)):
        drafts.save(draft, answers={"happened": "I came back to it."}, version=draft.version)

    with clock.at(begun + timedelta(days=60)):
        keeping.keep()

    assert Draft.objects.filter(pk=draft.pk).exists()
    assert not KeepingWarning.objects.exists()


def test_signing_in_alone_is_a_sign_of_life(draft):
    person = stories.files.author_of(draft.file_id)
    User.objects.filter(pk=person.user_id).update(last_login=clock.now())

    keeping.keep()

    assert not KeepingWarning.objects.exists()


def test_a_story_ended_years_ago_goes_and_its_address_answers_410(client):
    with clock.at(clock.now() - timedelta(days=2300)):
        page = stories.a_stopped_story(people.a_person("Dee", email="dee@post.example"))
    StoryPage.objects.update(latest_revision_created_at=clock.now() - timedelta(days=2300))
    begun = clock.now()

    keeping.keep()
    with clock.at(begun + timedelta(days=31)):
        keeping.keep()

    assert not StoryPage.objects.filter(pk=page.pk).exists()
    assert client.get(f"/stories/{page.slug}/").status_code == 410


def test_a_story_that_stands_never_grows_old(client):
    with clock.at(clock.now() - timedelta(days=300)):
        page = stories.a_live_story()

    with clock.at(clock.now() + timedelta(days=30)):
        assert ahead("ended_stories").warn == 0
        keeping.keep()

    assert StoryPage.objects.filter(pk=page.pk).exists()


def test_delivered_messages_go_and_waiting_ones_never(draft):
    person = stories.files.author_of(draft.file_id)
    with clock.at(clock.now() - timedelta(days=400)):
        sent = outbox.put(event="storybank/please_look", person=person)
        waiting = outbox.put(event="storybank/please_look", person=person)
    OutboxMessage.objects.filter(pk=sent.pk).update(state="sent")

    assert ahead("messages").act == 1
    keeping.keep()

    assert set(OutboxMessage.objects.filter(pk__in=[sent.pk, waiting.pk])) == {waiting}


def test_looking_ahead_changes_nothing(draft):
    keeping.look_ahead()

    assert not KeepingWarning.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_the_officer_changes_a_rule_but_never_below_the_floor(client, draft):
    client.force_login(people.a_member_of_staff(roles.DPO))

    page = client.get("/admin/rights/rules/").content.decode()
    low = client.post("/admin/rights/rules/drafts/", {"days": "3", "on": "yes"})
    word = client.post("/admin/rights/rules/drafts/", {"days": "soon", "on": "yes"})
    good = client.post("/admin/rights/rules/drafts/", {"days": "400"})

    assert all(kind.label.replace("’", "’") in page for kind in ALL.values())
    assert (low.status_code, word.status_code) == (422, 422)
    assert "at least 365 days" in low.content.decode()
    assert good.status_code == 302
    rule = KeepingRule.objects.get()
    assert (rule.days, rule.on) == (400, False)
    assert ahead("drafts").warn == 0
    assert client.post("/admin/rights/rules/nothing/", {"days": "400"}).status_code == 403
