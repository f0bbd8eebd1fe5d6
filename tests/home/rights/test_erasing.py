"""What we delete is gone: every word of a life planted, erased, and looked for in every column and every file."""

import pytest
from django.test import Client

from consent.domain.care import files, holding
from consent.domain.proof.audit import audit
from consent.enums import Basis, HoldReason, Relation
from home.rights.erasing import CannotErase, erase
from people import sms
from people.models import OutboxMessage, Person
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.home.rights.a_full_life import ALSO, all_of_it
from tests.home.rights.a_life import WORDS, Life, lived
from tests.home.rights.scanning import on_disk, where

pytestmark = pytest.mark.django_db


@pytest.fixture
def life() -> Life:
    return lived()


def test_every_word_of_a_life_is_found_before_and_nowhere_after(life):
    all_of_it(life)
    words = life.words | ALSO
    before = where(words)

    erase(life.person, by=life.dpo)

    assert {name for name, places in before.items() if not places} == set()
    assert {name: places for name, places in where(words).items() if places} == {}


def test_the_record_stays_whole(life):
    assert list(audit()) == []

    erase(life.person, by=life.dpo)

    assert [str(drift) for drift in audit()] == []


def test_the_address_of_what_was_public_answers_410_and_of_what_was_not_404(life):
    reader = Client()
    assert reader.get(f"/stories/{life.live_slug}/").status_code == 200

    erase(life.person, by=life.dpo)

    assert reader.get(f"/stories/{life.live_slug}/").status_code == 410
    assert reader.get(f"/cy/stories/{life.live_slug}/").status_code == 410
    assert reader.get(f"/stories/{life.private_slug}/").status_code == 404
    assert all(word not in reader.get("/stories/").content.decode() for word in WORDS.values())


def test_what_two_wrote_together_comes_down_whole_and_the_other_is_told(life):
    other = people.a_person("Heledd", channel="email", email="heledd@post.example")
    file = life.live.file
    files.add_appearance(file, person=other, relation=Relation.CO_AUTHOR, basis=Basis.OWN)

    done = erase(life.person, by=life.dpo)

    assert done.joint == 1
    told = OutboxMessage.objects.get(person=other)
    assert (told.event, "will not come back" in told.body) == ("consent/came_down", True)
    assert Client().get(f"/stories/{life.live_slug}/").status_code == 410
    assert list(audit()) == []


def test_somebody_elses_story_keeps_its_words_and_rests(life):
    other = stories.an_author("Sam")
    page = stories.a_shared_story(other, title="The garden")
    files.add_appearance(page.file, person=life.person, relation=Relation.IN_IT, basis=Basis.OWN)
    stories.asked(page, "website")

    done = erase(life.person, by=life.dpo)

    kept = StoryPage.objects.get(pk=page.pk)
    assert done.only_in == 1
    assert kept.get_latest_revision_as_object().title == "The garden"
    assert list(audit()) == []


def test_while_a_court_holds_something_nothing_is_destroyed(life):
    opened = holding.hold(life.live.file, reason=HoldReason.COURT, by=life.dpo)

    with pytest.raises(CannotErase, match="A court or the law"):
        erase(life.person, by=life.dpo)
    assert Person.objects.get(pk=life.person.pk).called == WORDS["called"]

    holding.release(opened, by=life.dpo)
    erase(life.person, by=life.dpo)
    assert Person.objects.get(pk=life.person.pk).called == ""


def test_erasing_twice_changes_nothing_more(life):
    erase(life.person, by=life.dpo)
    erase(Person.objects.get(pk=life.person.pk), by=life.dpo)

    assert list(audit()) == []


def test_others_keep_everything(life):
    neighbour = stories.an_author("Bernadette")
    page = stories.a_live_story(neighbour, title="The neighbour's kettle", name="Bernadette")

    erase(life.person, by=life.dpo)

    body = Client().get(f"/stories/{page.slug}/").content.decode()
    assert "kettle" in body
    assert "Bernadette" in body


@pytest.mark.django_db(transaction=True)
def test_after_the_commit_nothing_is_left_on_the_disk_either(life):
    sms.send(sms.Sms(to="+447700900177", sender="Priya", text=WORDS["called"]))
    assert "called" in on_disk(life.words)

    erase(life.person, by=life.dpo)

    assert {name: places for name, places in where(life.words).items() if places} == {}
    assert on_disk(life.words) == set()
