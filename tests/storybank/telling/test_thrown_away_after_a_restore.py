"""A voice note that its author threw away does not come back with an older backup; what they kept does."""

import uuid

import pytest
from django.core.management import call_command

from consent.journal import book, memory
from storybank.domain import drafts, takes
from storybank.models import Take, TakePart
from storybank.models.take import TakeKind
from tests.consent.journal.backups import backup, restored
from tests.factories import stories

pytestmark = pytest.mark.django_db(transaction=True)


def here():
    return set(Take.objects.values_list("uid", flat=True))


def test_one_take_thrown_away_goes_again_and_the_line_holds_its_random_number_alone(client, tmp_path):
    draft = drafts.start(stories.an_author("Dee"))
    gone, kept = [
        takes.take_in(draft, uid=uuid.uuid4(), kind=TakeKind.VOICE, pieces=[b"x" * 9]) for _ in range(2)
    ]
    before = backup(tmp_path / "before")
    takes.throw_away(gone)
    takes.throw_away(gone)
    [line] = book.lines()

    with restored(before):
        memory.forget()
        dumped, resting = here(), client.get("/stories/").status_code
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        left, parts, open_again = here(), TakePart.objects.count(), client.get("/stories/").status_code

    assert (dumped, resting) == ({gone.uid, kept.uid}, 503)
    assert (left, parts, open_again) == ({kept.uid}, 1, 200)
    assert line.says == {"kind": "threw_away", "thing": gone.uid.hex, "at": line.says["at"]}
