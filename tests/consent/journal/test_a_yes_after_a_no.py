"""A yes after a no is not given back by a restore, and the no is not told as their last word: they are asked anew."""

import pytest
from django.core.management import call_command

from consent.journal import memory
from storybank.answers import counting, deciding, mine
from tests.consent.journal.backups import backup, restored
from tests.storybank.answers.an_answer import a_story, an_answer, let

pytestmark = pytest.mark.django_db(transaction=True)


def after_a_restore(before, author):
    """What stands on their desk, and how many answers readers meet."""
    with restored(before):
        memory.forget()
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        return [one.stand for one in mine.things_of(author)], counting.counts().answers


def test_whoever_said_no_and_then_yes_is_asked_anew(tmp_path):
    page, author = a_story()
    row = an_answer(page)
    let(row, author)
    yes = backup(tmp_path / "yes")
    deciding.may_stand(row, person=author, yes=False)
    no = backup(tmp_path / "no")
    let(row, author)

    assert [after_a_restore(one, author) for one in (yes, no)] == [([""], 0), ([""], 0)]
    assert counting.counts().answers == 1


def test_whoever_said_no_alone_has_said_no(tmp_path):
    page, author = a_story()
    row = an_answer(page)
    let(row, author)
    yes = backup(tmp_path / "yes")
    deciding.may_stand(row, person=author, yes=False)

    assert after_a_restore(yes, author) == (["no"], 0)
