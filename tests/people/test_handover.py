"""A hand-over moves a caseload whole, tells each person, and leaves no orphan."""

import pytest
from django.urls import reverse

from people import roles
from people.domain import handover, outbox
from people.models import OutboxMessage, Person
from tests.factories.people import a_member_of_staff, a_person, a_supporter, a_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def priya():
    return a_supporter()


@pytest.fixture
def huw():
    return a_supporter(first_name="Huw", last_name="Bassett")


def test_everybody_and_their_tasks_move_together_and_hear_of_it(priya, huw):
    team = a_team()
    letters = a_person(
        "Dee", supporter=priya, team=team, channel="letter", address="Flat 9", sender_name="Priya here"
    )
    mails = a_person("Nell", supporter=priya, email="nell@post.example")
    stranger = a_person("Ada", supporter=a_supporter(first_name="Gil"))
    task = outbox.put(event="storybank/please_look", person=letters, context={})

    moved = handover.hand_over(from_user=priya, to_user=huw, by=priya)

    assert moved == 2
    assert set(huw.caseload.all()) == {letters, mails}
    assert priya.caseload.count() == 0
    assert stranger.supporter_id not in {priya.pk, huw.pk, None}
    assert task in outbox.to_do_for(huw)
    assert outbox.to_do_for(priya).count() == 0
    told = OutboxMessage.objects.filter(event="people/new_supporter")
    assert set(told.values_list("person", flat=True)) == {letters.pk, mails.pk}
    assert all("Huw" in message.body for message in told)
    letters.refresh_from_db()
    assert letters.sender_name == "Huw here"
    assert huw.groups.filter(team=team).exists()


def test_what_would_move_is_counted_before(priya, huw):
    stays, goes = a_person("Dee", supporter=priya), a_person("Nell", supporter=priya)
    stays.conflicts.add(huw)
    outbox.put(event="storybank/please_look", person=goes, context={})

    ahead = handover.look_ahead(from_user=priya, to_user=huw)

    assert (ahead.people, ahead.staying, ahead.tasks) == ([goes], [stays], 1)


def test_a_declared_conflict_stops_the_whole_move(priya, huw):
    dee, nell = a_person("Dee", supporter=priya), a_person("Nell", supporter=priya)
    dee.conflicts.add(huw)

    with pytest.raises(handover.CannotHandOver, match=str(dee)):
        handover.hand_over(from_user=priya, to_user=huw, by=priya)

    assert Person.objects.filter(supporter=priya).count() == 2
    assert handover.hand_over(from_user=priya, to_user=huw, by=priya, people=[nell]) == 1


def test_only_the_supporter_or_an_administrator_hands_over(priya, huw):
    a_person("Dee", supporter=priya)
    other, admin = a_member_of_staff(roles.SAFEGUARDING), a_member_of_staff(roles.ADMINISTRATOR)

    with pytest.raises(handover.CannotHandOver):
        handover.hand_over(from_user=priya, to_user=huw, by=other)
    assert handover.hand_over(from_user=priya, to_user=huw, by=admin) == 1


@pytest.mark.parametrize("role", [roles.COMMS, roles.DPO, roles.ADMINISTRATOR])
def test_only_a_supporter_takes_over(priya, role):
    a_person("Dee", supporter=priya)

    with pytest.raises(handover.CannotHandOver):
        handover.hand_over(from_user=priya, to_user=a_member_of_staff(role), by=priya)
    with pytest.raises(handover.CannotHandOver):
        handover.hand_over(from_user=priya, to_user=priya, by=priya)


def test_a_supporter_with_people_cannot_be_deleted(priya):
    from django.db.models import ProtectedError

    dee = a_person("Dee", supporter=priya)

    with pytest.raises(ProtectedError):
        priya.delete()
    dee.delete()
    assert priya.delete()[0] >= 1


def test_an_administrator_hands_over_for_somebody_who_holds_two_roles(client, huw):
    two = a_member_of_staff(roles.SUPPORTER, roles.SAFEGUARDING, first_name="Priya")
    person = a_person("Dee", supporter=two)
    client.force_login(a_member_of_staff(roles.ADMINISTRATOR))

    client.post(reverse("caseload:hand_over"), {"from_user": two.pk, "to_user": huw.pk, "sure": "1"})

    assert Person.objects.get(pk=person.pk).supporter == huw
