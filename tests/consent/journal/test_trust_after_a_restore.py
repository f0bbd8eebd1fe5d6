"""Whoever took back the one they trusted to say stop does not trust them again after an older backup was restored."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from consent.domain.record import journaling
from consent.domain.stop import whom_i_trust
from consent.journal import book, memory
from consent.models import JournalDue
from people.domain import trusting
from tests.consent.journal.backups import backup, restored
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db(transaction=True)


def who(figures):
    return trusting.who_may_stop(figures, caller="test")[0]


def test_the_figures_of_somebody_no_longer_trusted_stay_dead_in_an_older_database(client, tmp_path):
    dee, sam = a_person("Dee"), a_person("Sam")
    nan, mo = whom_i_trust.name(dee, called="Nan"), whom_i_trust.name(sam, called="Mo")
    before = backup(tmp_path / "before")
    whom_i_trust.take_back(dee)

    with restored(before):
        memory.forget()
        trusted, resting = who(nan), client.get("/stories/").status_code
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        after, neighbour, open_again = who(nan), who(mo), client.get("/stories/").status_code

    assert (trusted, resting) == (dee, 503)
    assert (after, neighbour, open_again) == (None, sam, 200)


def test_naming_somebody_else_ends_the_first_also_after_a_restore_and_the_line_names_nobody(tmp_path):
    dee = a_person("Dee")
    nan = whom_i_trust.name(dee, called="Nan")
    before = backup(tmp_path / "before")
    sam = whom_i_trust.name(dee, called="Sam", contact="07700 900456")
    [line] = book.lines()

    with restored(before):
        call_command("replay_stops", verbosity=0)
        after = who(nan)

    assert after is None
    assert who(sam) == dee
    assert line.says == {"kind": "trust_ended", "person": dee.uid.hex, "at": line.says["at"]}
    assert journaling.write_due() == JournalDue.objects.count() == 0


def test_naming_the_first_or_taking_back_nobody_writes_no_line():
    dee = a_person("Dee")

    whom_i_trust.name(dee, called="Nan")
    whom_i_trust.take_back(a_person("Sam"))

    assert list(book.lines()) == []


def test_the_button_on_the_desk_goes_this_way(client):
    dee = a_person("Dee")
    nan = whom_i_trust.name(dee, called="Nan")
    client.force_login(dee.user)

    client.post(reverse("consent:trusting"), {"end": "1"})

    assert who(nan) is None
    assert [line.kind for line in book.lines()] == ["trust_ended"]
