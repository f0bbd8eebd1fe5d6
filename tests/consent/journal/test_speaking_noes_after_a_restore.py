"""Whoever said with whom, of what or when they will not speak rests after an older backup, until they come back."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from consent.journal import book
from people import clock
from speakers.domain import resting
from speakers.enums import Stance
from speakers.models import Speaker, Topic
from tests.consent.journal.backups import backup, restored
from tests.factories import speakers

pytestmark = pytest.mark.django_db(transaction=True)


def no_organiser(speaker):
    speaker.blocks.create(organiser_key="kestlewick-council")


def no_time(speaker):
    speaker.blackouts.create(starts_at=clock.now(), ends_at=clock.now() + timedelta(days=7))


def no_topic(speaker):
    speaker.stances.create(topic=Topic.objects.create(slug="prison", name="Prison"), stance=Stance.WILL_NOT)


@pytest.mark.parametrize("says_no", [no_organiser, no_time, no_topic])
def test_they_rest_after_an_older_backup_until_they_come_back_by_themselves(says_no, tmp_path):
    joss, neighbour = speakers.a_speaker(), speakers.a_speaker("Ash")
    before = backup(tmp_path / "before")
    says_no(joss)

    with restored(before):
        dumped = Speaker.objects.get(pk=joss.pk).status
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        after = Speaker.objects.get(pk=joss.pk)
        other = Speaker.objects.get(pk=neighbour.pk).status
        rests = after.status
        back = resting.come_back(after).status

    [line] = book.lines()
    about = {name: text for name, text in line.says.items() if name != "at"}
    assert about == {"kind": "said_no", "what": "being_asked", "person": joss.person.uid.hex}
    assert (dumped, rests, other, back) == ("active", "resting", "active", "active")


@pytest.mark.parametrize(
    ("stance", "lines"), [("lead", 0), ("will", 0), ("ask_first", 1), ("will_not", 1), ("", 0)]
)
def test_a_topic_leaves_a_line_only_when_less_is_said_of_it(stance, lines):
    joss = speakers.a_speaker()
    topic = Topic.objects.create(slug="prison", name="Prison")
    known = sum(1 for _ in book.lines())
    if stance:
        joss.stances.create(topic=topic, stance=stance)

    assert sum(1 for _ in book.lines()) == known + lines
