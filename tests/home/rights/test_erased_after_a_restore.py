"""A dump from before an erasure is restored, for real: all of it is erased again before the site answers anybody."""

import json

import pytest
from django.core.management import call_command
from django.test import Client

from consent.domain.care import files, holding
from consent.domain.journal import replaying
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.enums import Basis, EventKind, HoldReason, Method, Relation
from consent.journal import book, memory
from consent.models import ConsentEvent, Hold, JournalDue, Tombstone
from home.models import RightsRequest
from home.rights import erasing
from people import roles
from people.models import DataKey, OutboxMessage, Person, User
from storybank.models import StoryPage
from tests.consent.journal.backups import backup, restored
from tests.factories import people, stories
from tests.home.rights.a_full_life import ALSO, all_of_it
from tests.home.rights.a_life import lived
from tests.home.rights.scanning import on_disk, where

pytestmark = pytest.mark.django_db(transaction=True)


def answer_at(address):
    memory.forget()
    return Client().get(address).status_code


def still_there(words):
    return {name for name, places in where(words).items() if places}


def test_every_word_of_an_erased_life_is_in_the_dump_and_nowhere_once_the_site_answers(tmp_path):
    life = lived()
    all_of_it(life)
    words = life.words | ALSO
    neighbour = stories.a_live_story(stories.an_author("Bernadette"), title="The neighbour's kettle")
    story, theirs = f"/stories/{life.live_slug}/", f"/stories/{neighbour.slug}/"
    before = backup(tmp_path / "before")
    erasing.erase(life.person, by=life.dpo)
    stay = ConsentEvent.objects.filter(kind=EventKind.ERASED).count()

    with restored(before):
        dumped = still_there(words)
        resting = answer_at(story), answer_at("/my/"), answer_at(theirs)
        call_command("replay_stops", verbosity=0)
        answers = answer_at(story), answer_at(f"/stories/{life.private_slug}/"), answer_at(theirs)
        left, disk = still_there(words), on_disk(words)
        person = Person.objects.get(pk=life.person.pk)
        request = RightsRequest.objects.get(person=person)
        again = ConsentEvent.objects.filter(kind=EventKind.ERASED)
        methods = set(again.values_list("method", flat=True))
        keys = DataKey.objects.filter(owner__in=[person.uid, life.live.file.uid]).count()
        owed, made = JournalDue.objects.count(), again.count()

    assert dumped == set(words)
    assert resting == (503, 503, 503)
    assert answers == (410, 404, 200)
    assert (left, disk) == (set(), set())
    assert (person.called, person.erased_at is None, keys) == ("", False, 0)
    assert (request.state, request.note) == (RightsRequest.State.DONE, "")
    assert (made, methods) == (stay, {Method.JOURNAL})
    assert owed == 0


def test_the_journal_names_the_erased_by_random_numbers_only():
    life = lived()

    erasing.erase(life.person, by=life.dpo)
    lines = [line.says for line in book.lines()]
    raw = book.path().read_bytes().decode()

    assert {word for word in life.words.values() if word in raw} == set()
    assert [line for line in lines if line["kind"] == "person_erased"] == [
        {"kind": "person_erased", "person": life.person.uid.hex, "at": lines_at(lines)}
    ]
    assert all(line["whole"] is True for line in lines if line["kind"] == "erased")


def lines_at(lines):
    return next(line["at"] for line in lines if line["kind"] == "person_erased")


def test_somebody_who_is_in_nothing_is_erased_again_too(tmp_path):
    person = people.a_person("Zqlonely", email="zqlonely@post.example")
    words = {"called": "Zqlonely"}
    before = backup(tmp_path / "before")
    erasing.erase(person, by=None)

    with restored(before):
        dumped = still_there(words)
        resting = answer_at("/stories/")
        done = replaying.replay()
        left, user = still_there(words), User.objects.filter(pk=person.user_id).exists()

    assert (dumped, resting) == ({"called"}, 503)
    assert (done.erased, left, user) == (1, set(), False)


def test_replaying_twice_erases_once(tmp_path):
    life = lived()
    before = backup(tmp_path / "before")
    erasing.erase(life.person, by=life.dpo)

    with restored(before):
        first = replaying.replay()
        events = ConsentEvent.objects.count()
        second = replaying.replay()
        after = ConsentEvent.objects.count()
        drifts, holds = [str(drift) for drift in audit()], Hold.objects.count()

    assert (drifts, holds) == ([], 0)
    assert (first.erased, second.erased, second.did) == (1, 0, {})
    assert events == after


def test_a_replay_that_was_cut_off_goes_on_where_it_stopped(tmp_path, monkeypatch):
    """The power goes between two erasures: the first is made, the place in the journal stays, the site rests."""
    first, second = people.a_person("Zqfirst"), people.a_person("Zqsecond")
    before = backup(tmp_path / "before")
    erasing.erase(first, by=None)
    erasing.erase(second, by=None)
    real = erasing.people_erasing.erase

    def goes_out_at_the_second(person, **also):
        if person.pk == second.pk:
            raise OSError("the power is gone")
        real(person, **also)

    with restored(before):
        monkeypatch.setattr(erasing.people_erasing, "erase", goes_out_at_the_second)
        with pytest.raises(OSError, match="the power is gone"):
            replaying.replay()
        half = still_there({"first": "Zqfirst", "second": "Zqsecond"}), answer_at("/stories/")
        monkeypatch.undo()
        again = replaying.replay()
        whole = still_there({"first": "Zqfirst", "second": "Zqsecond"}), answer_at("/stories/")

    assert half == ({"second"}, 503)
    assert (again.erased, whole) == (1, (set(), 200))


def test_somebody_elses_story_keeps_its_words_without_whoever_was_erased_from_it(tmp_path):
    author, other = stories.an_author("Sam"), people.a_person("Zqother")
    page = stories.a_shared_story(author, title="The garden")
    files.add_appearance(page.file, person=other, relation=Relation.IN_IT, basis=Basis.OWN)
    before = backup(tmp_path / "before")
    erasing.erase(other, by=None)

    with restored(before):
        replaying.replay()
        kept = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object().title
        left = still_there({"called": "Zqother"})
        said = ConsentEvent.objects.get(file=page.file, kind=EventKind.ERASED).data
        drifts = list(audit())

    assert (kept, left, drifts) == ("The garden", set(), [])
    assert (said["person"], "whole" in said) == (other.uid.hex, False)


def test_the_other_who_wrote_it_is_not_told_twice(tmp_path):
    author, other = stories.an_author("Sam"), people.a_person("Heledd", channel="email")
    page = stories.a_live_story(author)
    files.add_appearance(page.file, person=other, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    before = backup(tmp_path / "before")
    erasing.erase(author, by=None)
    told = OutboxMessage.objects.filter(event="consent/came_down").count()

    with restored(before):
        replaying.replay()
        again = OutboxMessage.objects.filter(event="consent/came_down").count()
        gone = Tombstone.objects.count(), StoryPage.objects.filter(pk=page.pk).exists()

    assert (told, again, gone) == (1, 0, (1, False))


def test_what_was_too_old_and_went_goes_again(tmp_path):
    """Nobody was erased, but one thing whose time was over."""
    author = stories.an_author("Sam")
    page = stories.a_shared_story(author, title="Zqold")
    before = backup(tmp_path / "before")
    erasing.erase_file(page.file)

    with restored(before):
        dumped = still_there({"title": "Zqold"})
        resting = answer_at("/stories/")
        done = replaying.replay()
        left = still_there({"title": "Zqold"})
        author = Person.objects.get(pk=author.pk)
        drifts = list(audit())

    assert (dumped, resting) == ({"title"}, 503)
    assert (done.erased, left, author.erased_at, drifts) == (1, set(), None, [])


def test_a_courts_hold_in_the_dump_was_released_before_the_erasure_and_does_not_stand_in_its_way(tmp_path):
    author = stories.an_author("Zqheld")
    page = stories.a_shared_story(author)
    opened = holding.hold(page.file, reason=HoldReason.COURT, by=None)
    before = backup(tmp_path / "before")
    holding.release(opened, by=people.a_member_of_staff(roles.SAFEGUARDING))
    erasing.erase(author, by=None)

    with restored(before):
        done = replaying.replay()
        left = still_there({"called": "Zqheld"})

    assert (done.erased, left) == (1, set())


def test_what_a_dump_from_after_the_erasure_holds_is_left_alone(tmp_path):
    life = lived()
    erasing.erase(life.person, by=life.dpo)
    after = backup(tmp_path / "after")

    with restored(after):
        answers = answer_at("/stories/")
        done = replaying.replay()

    assert (answers, done.did, done.erased) == (200, {}, 0)


def test_an_erasure_whose_line_cannot_be_written_stands_and_its_line_follows(monkeypatch):
    person = people.a_person("Zqlater")

    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(book, "add", full)
    erasing.erase(person, by=None)
    owed, lines = JournalDue.objects.get().person_id, list(book.lines())
    monkeypatch.undo()
    written = journaling.write_quietly()

    assert (owed, lines, written) == (person.pk, [], 1)
    assert [line.says["person"] for line in book.lines()] == [person.uid.hex]
    assert journaling.write_quietly() == 0


def test_a_forged_line_erases_nobody(tmp_path):
    person = people.a_person("Zqforged")
    before = backup(tmp_path / "before")
    erasing.erase(people.a_person("Gone"), by=None)
    line = json.loads(book.path().read_bytes())
    line["says"]["person"] = person.uid.hex
    book.path().write_bytes(json.dumps(line).encode() + b"\n")

    with restored(before):
        with pytest.raises(replaying.Broken):
            replaying.replay()
        left = Person.objects.get(pk=person.pk).called

    assert left == "Zqforged"
