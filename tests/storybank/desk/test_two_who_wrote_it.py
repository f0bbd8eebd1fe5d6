"""Of two who wrote a story together each reads where it stands for them, and never what the other said."""

import pytest

from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, Relation
from consent.models import Permission
from storybank.desk.standing import where
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
CHOOSE = "It is your turn to choose. Nothing happens without your yes."
ONCE = "You said yes once. You have thinking time until"
SAID_NO = "You said no, or not now. Nobody can read it on our website."
STOPPED = "You have stopped it. Nobody can read it on our website."
YES, NO, LATER = Answer.YES, Answer.NO, Answer.LATER


def answers(page, person, said):
    for permission in asking.open_asks(person.pk, page.file_id):
        answering.answer(permission, person=person, answer=said)


@pytest.mark.parametrize(
    ("mine", "theirs", "reads"),
    [
        (YES, NO, ONCE),
        (YES, LATER, ONCE),
        (YES, None, ONCE),
        (YES, YES, ONCE),
        (NO, YES, SAID_NO),
        (NO, None, SAID_NO),
        (None, NO, CHOOSE),
        ("stop", NO, STOPPED),
    ],
)
def test_each_reads_what_they_said_whatever_the_other_said(mine, theirs, reads):
    dee, sam = stories.an_author("Dee"), people.a_person("Sam")
    page = stories.a_shared_story(dee)
    files.add_appearance(page.file, person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    stories.asked(page, "website")
    page.refresh_from_db()
    for person, said in ((dee, mine), (sam, theirs)):
        stories.told(page, person)
        if said is not None:
            answers(page, person, YES if said == "stop" else said)
    if mine == "stop":
        stopping.stop(dee, files=[page.file])

    shown = where(dee, page)

    assert Permission.objects.filter(file=page.file).count() == 2
    assert shown.sentence.startswith(reads)
    assert bool(shown.todo) == (mine is None)
    assert "Sam" not in shown.sentence
