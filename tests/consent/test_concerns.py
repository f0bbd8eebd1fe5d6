"""Concerns: who may decide what, what each decision does to the story, both sides' reasons, clocks and appeals."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import asking, concern_decisions
from consent.domain.acts.concern_decisions import CannotDecide
from consent.domain.care import concern_clock, concerns
from consent.domain.care.concerns import Decision, Matter, Said
from consent.domain.out import outings
from consent.domain.proof.audit import audit
from consent.models import Concern, Hold, Permission, RecallAction
from people import clock, roles
from people.models import OutboxMessage, Person
from tests.factories import consent as make
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")


@pytest.fixture
def live():
    return stories.a_live_story()


def raised(
    page=None, *, matter: Matter = Matter.ME, contact: str = "", text: str = "", story: str = ""
) -> Concern:
    words = Said(story=page.slug if page else story or "something", text=text, contact=contact)
    return concerns.raise_concern(words, matter=matter, once=str(Concern.objects.count())).concern


def decided(
    concern, *, by, decision=Decision.KEEP, them="We looked. It stays.", author="We looked. It stays."
) -> Concern:
    return concern_decisions.decide(concern, decision=decision, to_them=them, to_author=author, by=by)


def is_up(page) -> bool:
    return policy.may_use(page.edition_id, policy.WEBSITE, clock.now()).allowed


def test_keep_ends_the_hold_and_the_agreed_words_are_up_again(live, lead):
    concern = raised(live)

    decided(concern, by=lead)

    assert is_up(live)
    assert list(audit()) == []


@pytest.mark.parametrize("decision", [Decision.BLUR, Decision.PASSAGE, Decision.STOP])
def test_what_was_taken_out_never_comes_back(live, lead, decision):
    decided(raised(live), by=lead, decision=decision)

    assert not is_up(live)
    assert [row.ended_why for row in Permission.objects.all()] == ["revoked"]
    assert policy.why_not(live.file_id, policy.WEBSITE, clock.now())[0].code == "barred"
    with pytest.raises(asking.CannotAsk, match="may not be shown again"):
        asking.ask(live.edition, uses=["website"])
    assert list(audit()) == []


@pytest.mark.parametrize(
    ("decision", "held"), [(Decision.BLUR, 0), (Decision.PASSAGE, 0), (Decision.STOP, 1)]
)
def test_only_stop_keeps_the_hold_so_that_a_new_version_may_be_made_after_the_others(
    live, lead, decision, held
):
    decided(raised(live), by=lead, decision=decision)

    assert Hold.objects.filter(released_at=None).count() == held


@pytest.mark.parametrize(
    ("decision", "asked_back"), [(Decision.KEEP, 0), (Decision.PASSAGE, 1), (Decision.STOP, 1)]
)
def test_what_others_hold_is_asked_back_when_a_concern_ends_it(lead, decision, asked_back):
    file = make.a_file()
    version = make.a_version(file)
    make.cleared(version, "funders")
    with clock.at(clock.now() + timedelta(days=40)):
        make.reviewed_again(version)
        outings.begin(version, use="funders", kind=outings.Kind.PACK, recipient="A fund")
        concern = raised()
        concerns.attach(concern, file.pk, rest=True)

        decided(concern, by=lead, decision=decision)

        assert RecallAction.objects.count() == asked_back
        assert list(audit()) == []


def test_a_new_version_goes_the_whole_way_and_is_up_after_two_yeses(lead):
    file = make.a_file()
    first = make.a_version(file)
    make.cleared(first)
    concern = raised()
    concerns.attach(concern, file.pk, rest=True)
    decided(concern, by=lead, decision=Decision.PASSAGE)

    second = make.a_version(file, "I kept the kettle. The rest is gone.")
    make.cleared(second)

    with clock.at(make.later()):
        assert policy.may_use(second.pk, policy.WEBSITE, clock.now()).allowed
        assert not policy.may_use(first.pk, policy.WEBSITE, clock.now()).allowed


def test_two_concerns_about_one_story_share_the_hold_until_both_are_decided(live, lead):
    first, second = raised(live), raised(live, text="me too")

    decided(first, by=lead)
    after_one = is_up(live)
    decided(second, by=lead)

    assert (after_one, is_up(live)) == (False, True)


def test_after_a_lead_has_kept_it_the_softer_matters_wait_for_a_lead_and_the_harder_do_not(live, lead):
    decided(raised(live), by=lead)

    raised(live, text="again")
    soft = is_up(live)
    raised(live, matter=Matter.DANGER)

    assert (soft, is_up(live)) == (True, False)


def test_a_lead_may_let_it_rest_and_say_which_story_it_is(live, lead):
    concern = raised()

    concern_decisions.find_story(concern, code=live.code.lower(), by=lead)

    assert not is_up(live)
    with pytest.raises(CannotDecide, match="no story with this code"):
        concern_decisions.find_story(raised(), code="ZZZZZZ", by=lead)


def test_both_sides_read_the_reasons_and_neither_learns_who_the_other_is(live, lead):
    concern = raised(live, contact="someone@post.example")

    with pytest.raises(CannotDecide, match="Leave out names"):
        decided(concern, by=lead, them="Dee wrote it and wants to keep it.")
    with pytest.raises(CannotDecide, match="both sides"):
        decided(concern, by=lead, author=" ")
    decided(concern, by=lead, them="We looked at it.", author="It goes on.")

    to_them = OutboxMessage.objects.get(event="consent/concern_answered")
    to_author = OutboxMessage.objects.get(event="consent/decided_about_it")
    assert (to_them.address, to_author.person.called) == ("someone@post.example", "Dee")
    assert "We looked at it." in to_them.body
    assert "It goes on." in to_author.body
    assert "someone" not in to_author.body


def test_the_author_is_not_told_where_that_would_add_risk(live, lead):
    concern_decisions.decide(
        raised(live, matter=Matter.DANGER), decision=Decision.STOP, to_them="It is gone.", tell=False, by=lead
    )

    assert OutboxMessage.objects.filter(person__called="Dee", event__startswith="consent/").count() == 0


def test_a_lead_who_is_too_close_decides_nothing(live, lead):
    Person.objects.get(called__isnull=False).conflicts.add(lead)
    concern = raised(live)

    with pytest.raises(CannotDecide, match="too close"):
        decided(concern, by=lead)

    assert not is_up(live)


def test_what_is_decided_is_decided_and_another_lead_looks_again_once(live, lead):
    other = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Ada")
    concern = decided(raised(live), by=lead)

    with pytest.raises(CannotDecide, match="decided already"):
        decided(concern, by=other)
    appeal = concern_decisions.look_again(concern, text="You got the name wrong.")
    with pytest.raises(CannotDecide, match="already"):
        concern_decisions.look_again(concern, text="Once more.")
    with pytest.raises(CannotDecide, match="another safeguarding lead"):
        decided(appeal, by=lead)
    decided(appeal, by=other, decision=Decision.PASSAGE)

    assert not is_up(live)


def test_an_appeal_ends_after_twenty_eight_days(live, lead):
    concern = decided(raised(live), by=lead)

    with clock.at(clock.now() + timedelta(days=30)), pytest.raises(CannotDecide, match="28 days"):
        concern_decisions.look_again(concern, text="late")


def test_the_answer_goes_only_where_a_message_can_go(live, lead):
    for contact in ("ring my sister", "01632 960142", ""):
        decided(raised(live, contact=contact, text=contact), by=lead)

    assert OutboxMessage.objects.filter(event="consent/concern_answered").count() == 0


def test_leads_are_reminded_before_a_promise_is_broken_and_each_day_after(live, lead):
    concern = raised(live)
    quiet = concern_clock.remind_of_concerns()
    with clock.at(concern.acknowledge_by - timedelta(hours=1)):
        first = [concern_clock.remind_of_concerns() for _ in range(2)]
    concern_decisions.acknowledge(concern, by=lead)
    with clock.at(concern.acknowledge_by + timedelta(days=1)):
        after = concern_clock.remind_of_concerns()
    with clock.at(concern.decide_by + timedelta(hours=1)):
        concern_clock.remind_of_concerns()

    events = OutboxMessage.objects.values_list("event", flat=True)
    assert (quiet, first, after) == (0, [1, 1], 0)
    assert sorted(events.filter(user=lead)) == [
        "consent/concern_decide_now",
        "consent/concern_look_now",
        "consent/concern_raised",
    ]


def test_the_clocks_say_how_many_working_days_are_left(live):
    concern = raised(live)

    now = concern_clock.clocks_of(concern, concern.received_at)
    late = concern_clock.clocks_of(concern, concern.decide_by + timedelta(days=7))

    assert (now["look"].days_left, now["decide"].days_left) == (2, 10)
    assert (late["decide"].late, late["decide"].share) == (True, 100)


def test_the_leads_look_at_a_contact_is_written_down(live, lead):
    concern = raised(live, contact="ring the library")

    assert concern_decisions.look_at_contact(concern, by=lead) == "ring the library"
    assert [look.viewer for look in concern.looks.all()] == [lead]
