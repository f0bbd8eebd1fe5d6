"""Whoever turned out to be under 18 is not grown up again after an older backup was restored: what is theirs rests."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from consent.domain.care import files, letting_rest, lost_age
from consent.domain.proof.audit import audit
from consent.enums import HoldReason
from consent.journal import book, memory
from consent.models import Hold
from people import clock, roles
from people.domain import ages, vault
from people.models import Person
from tests.consent.journal.backups import backup, restored
from tests.factories import people, stories

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "A backup was restored: ask how old somebody in it is, and write the birth date down again"


def years_ago(years):
    day = clock.today() - timedelta(days=round(years * 365.25))
    return day.isoformat()


def answers(page):
    return Client().get(f"/stories/{page.slug}/").status_code


def what_rests():
    return list(Hold.objects.order_by("pk").values_list("file_id", "reason", "opened_by"))


def test_a_birth_date_learned_after_the_backup_rests_their_stories_until_somebody_looked(client, tmp_path):
    dee = people.a_person("Dee", channel="letter")
    page, neighbour = stories.a_live_story(dee), stories.a_live_story(stories.an_author("Sam"), name="Sam")
    private = stories.a_shared_story(dee)
    before = backup(tmp_path / "before")
    vault.set_identity(dee, born=years_ago(15))

    with restored(before):
        memory.forget()
        forgotten = not ages.is_under_18(dee, clock.today())
        resting_site = answers(page)
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        after, open_again, rests = answers(page), answers(neighbour), what_rests()
        client.force_login(people.a_member_of_staff(roles.SAFEGUARDING))
        screen = client.get("/admin/resting/").content.decode()
        found = list(audit())
        end = f"/admin/resting/{Hold.objects.get(file=page.file_id).pk}/end/"
        refused = client.post(end, follow=True).content.decode()
        not_asked = answers(page)
        vault.set_identity(dee, born=years_ago(25))
        client.post(end)
        looked = answers(page)

    assert (forgotten, resting_site) == (True, 503)
    assert (after, open_again) == (404, 200)
    assert rests == [(pk, HoldReason.AGE, None) for pk in sorted((page.file_id, private.file_id))]
    assert screen.count(WORDS) == 2
    assert found == []
    assert ("Ask how old they are" in refused, not_asked, looked) == (True, 404, 200)


def test_a_rest_for_somebodys_age_ends_when_theirs_is_written_down_and_no_other():
    dee, sam = people.a_person("Dee"), people.a_person("Sam")
    page = stories.a_shared_story(dee)
    files.add_appearance(page.file, person=sam)
    vault.set_identity(dee, born=years_ago(30))
    lead = people.a_member_of_staff(roles.SAFEGUARDING)
    with clock.at(clock.now() + timedelta(hours=1)):
        lost_age.rest_again(person=dee.uid)
        lost_age.rest_again(person=dee.uid)
        lost_age.rest_again(person=sam.uid)
    deesrest, samsrest = Hold.objects.order_by("pk")

    with clock.at(clock.now() + timedelta(hours=2)):
        vault.set_identity(sam, born=years_ago(30))
        vault.set_identity(dee, email="dee@post.example")
        letting_rest.end_rest(samsrest, by=lead)
        with pytest.raises(letting_rest.CannotRest, match="Ask how old"):
            letting_rest.end_rest(deesrest, by=lead)
        vault.set_identity(dee, born=years_ago(30))
        letting_rest.end_rest(deesrest, by=lead)

    assert Hold.objects.filter(released_at=None).count() == 0
    assert list(audit()) == []


def test_the_line_holds_no_age_and_no_day():
    dee = people.a_person("Dee")

    vault.set_identity(dee, born=years_ago(15))

    [line] = book.lines()
    said = {name: text for name, text in line.says.items() if name != "at"}
    assert said == {"kind": "said_no", "what": "age", "person": dee.uid.hex}


@pytest.mark.parametrize(
    ("first", "then", "lines"),
    [
        ("", 30, 0),
        ("", 18.5, 1),
        ("", 15, 1),
        (15, 15, 1),
        (15, 17, 2),
        (15, 30, 2),
        (30, 15, 1),
        (30, 31, 1),
    ],
)
def test_who_was_young_when_we_met_and_every_correction_leaves_a_line(first, then, lines):
    with clock.at(clock.now() - timedelta(days=365)):
        dee = people.a_person("Dee")
    if first:
        vault.set_identity(dee, born=years_ago(first))

    vault.set_identity(dee, born=years_ago(then))

    assert len(list(book.lines())) == lines


def test_somebody_erased_meanwhile_stops_no_replay(tmp_path):
    dee = people.a_person("Dee")
    before = backup(tmp_path / "before")
    vault.set_identity(dee, born=years_ago(15))
    Person.objects.filter(pk=dee.pk).update(erased_at=clock.now())

    with restored(before):
        Person.objects.filter(pk=dee.pk).update(erased_at=clock.now())
        call_command("replay_stops", verbosity=0)
        rests = what_rests()

    assert rests == []
