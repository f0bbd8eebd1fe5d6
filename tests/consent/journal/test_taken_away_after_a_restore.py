"""What an author said of who must never know, and took away, is not back after an older backup was restored."""

import pytest
from django.core.management import call_command

from consent.journal import book, memory
from storybank.domain import never_know
from storybank.models import NeverKnow
from tests.consent.journal.backups import backup, restored
from tests.factories import people, stories

pytestmark = pytest.mark.django_db(transaction=True)


def test_words_taken_away_stay_away_and_nobody_elses_go(tmp_path):
    dee, ira = (people.a_person(name, channel="letter") for name in ("Dee", "Ira"))
    pages = {person: stories.a_shared_story(person) for person in (dee, ira)}
    for person, page in pages.items():
        never_know.say(page, person, whom=["family"], words="My cousin.")
    before = backup(tmp_path / "before")
    never_know.say(pages[dee], dee, whom=[], words="")
    never_know.say(pages[dee], dee, whom=[], words="")

    with restored(before):
        memory.forget()
        dumped = NeverKnow.objects.count()
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        left = [bool(never_know.said_by(page, person)) for person, page in pages.items()]

    assert (dumped, left) == (2, [False, True])
    assert [line.says["what"] for line in book.lines() if line.kind == "said_no"][2:] == ["not_kept"]
