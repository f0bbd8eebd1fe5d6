"""Staff who must keep away from somebody still must after an older backup was restored."""

import pytest
from django.core.management import call_command
from django.test import Client

from consent.enums import HoldReason
from consent.journal import book, memory
from consent.models import Hold
from people import roles
from people.domain import handover, outbox
from people.models import Person, User
from tests.consent.journal.backups import backup, restored
from tests.factories import people, stories

pytestmark = pytest.mark.django_db(transaction=True)
LOOKS = dict.fromkeys(("looks", "times", "first_day", "last_day"), "1")


def declared(person, *staff):
    """On the staff's own page."""
    client = Client()
    client.force_login(person.supporter)
    address = f"/admin/people/{person.pk}/conflicts/"
    assert client.post(address, {"conflicts": [user.pk for user in staff]}).status_code == 302


def opens(user, person):
    client = Client()
    client.force_login(user)
    return client.get(f"/admin/people/{person.pk}/").status_code


def what_rests():
    return list(Hold.objects.values_list("file_id", "reason"))


def without_moment(line):
    return {name: text for name, text in line.says.items() if name != "at"}


def test_a_conflict_declared_after_the_backup_stands_and_nothing_else_changes(tmp_path):
    dee, sam = (
        people.a_person(name, supporter=people.a_supporter(first_name=name)) for name in ("Dee", "Sam")
    )
    stories.a_shared_story(dee)
    moss, nia = (people.a_member_of_staff(roles.SAFEGUARDING, first_name=name) for name in ("Moss", "Nia"))
    before = backup(tmp_path / "before")
    declared(dee, moss)

    with restored(before):
        memory.forget()
        dumped = dee.conflicts.count()
        resting_site = Client().get("/stories/").status_code
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        opened = [opens(moss, dee), opens(nia, dee), opens(moss, sam)]
        stands, rests = list(dee.conflicts.all()), what_rests()
        lines = len(list(book.lines()))

    assert (dumped, resting_site) == (0, 503)
    assert (stands, opened) == ([moss], [403, 200, 200])
    assert (rests, lines) == ([], 1)


def test_staff_whom_the_backup_does_not_know_rest_what_is_theirs_until_somebody_asked(tmp_path):
    dee = people.a_person("Dee", supporter=people.a_supporter())
    page, neighbour = stories.a_shared_story(dee), stories.a_shared_story()
    before = backup(tmp_path / "before")
    declared(dee, people.a_member_of_staff(roles.SAFEGUARDING))

    with restored(before):
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        rests = what_rests()

    assert rests == [(page.file_id, HoldReason.RESTORED)]
    assert neighbour.file_id != page.file_id


def test_a_supporter_whom_the_backup_brings_back_keeps_away_until_an_administrator_hands_over(tmp_path):
    priya, huw = people.a_supporter(first_name="Priya"), people.a_supporter(first_name="Huw")
    dee = people.a_person("Dee", supporter=priya, channel="letter")
    page = stories.a_shared_story(dee)
    before = backup(tmp_path / "before")
    handover.hand_over(from_user=priya, to_user=huw, by=priya)
    declared(Person.objects.get(pk=dee.pk), priya)

    with restored(before):
        outbox.put(event="people/who_looked", person=dee, context=LOOKS)
        had = outbox.to_do_for(priya).count()
        call_command("replay_stops", verbosity=0)
        has, opened, rests = outbox.to_do_for(priya).count(), opens(priya, dee), what_rests()
        admin = people.a_member_of_staff(roles.ADMINISTRATOR)
        moved = handover.hand_over(from_user=priya, to_user=huw, by=admin)
        of_huw = opens(huw, dee)

    assert (had > 0, has, opened) == (True, 0, 403)
    assert rests == [(page.file_id, HoldReason.RESTORED)]
    assert (moved, of_huw) == (1, 200)


def test_each_conflict_leaves_one_line_of_random_numbers_from_either_side():
    dee, sam = people.a_person("Dee", supporter=people.a_supporter()), people.a_person("Sam")
    moss = people.a_member_of_staff(roles.SAFEGUARDING)

    declared(dee, moss)
    declared(dee, moss)
    moss.declared_conflicts.add(sam)
    dee.conflicts.clear()

    said = [without_moment(line) for line in book.lines()]
    [staff] = {line["staff"] for line in said}
    about = {"kind": "said_no", "what": "conflict", "staff": staff}
    assert said == [about | {"person": dee.uid.hex}, about | {"person": sam.uid.hex}]
    assert len(staff) == 32
    assert User.objects.filter(pk=moss.pk).exists()
