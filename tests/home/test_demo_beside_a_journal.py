"""A demo that stands, beside a journal that is older, newer, another's or gone: it comes up, with one sentence."""

import json

import pytest

from consent.domain.journal import journal_watch
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.domain.stop import stopping
from consent.enums import EventKind, Method
from consent.journal import book
from consent.models import ConsentEvent
from home.demo_loading import beside_the_journal as beside
from tests.consent.journal.forgetting import only_the_journal_remembers
from tests.factories import stories
from tests.factories.people import an_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(settings):
    """A loaded demo with one story, and one stop of somebody else's in its journal."""
    settings.DEMO = True
    an_organisation(fictional=True, set_up_done=True)
    made = stories.a_live_story()
    stopping.stop(stories.a_live_story(stories.an_author("Sam")).file.appearances.get().person)
    journaling.write_due()
    return made


def lose_it():
    book.path().unlink()


def cut_it():
    book.path().write_bytes(book.path().read_bytes()[:-20])


def change_a_line():
    line = json.loads(book.path().read_bytes().splitlines()[0])
    line["says"]["use"] = "website"
    book.path().write_bytes(json.dumps(line).encode() + b"\n")


def another_installations():
    """Signed with keys that are not ours."""
    lines = [json.loads(line) | {"key": "0" * 16} for line in book.path().read_bytes().splitlines()]
    book.path().write_bytes(b"".join(json.dumps(line).encode() + b"\n" for line in lines))


def come_up():
    said = []
    beside.bring_together(say=said.append)
    return said


OTHERS = [lose_it, cut_it, change_a_line, another_installations]


@pytest.mark.parametrize("happens", OTHERS)
def test_a_journal_that_is_gone_or_another_s_makes_way_and_nothing_rests(page, happens):
    happens()
    rests = not journal_watch.look()

    said = come_up(), come_up()

    assert rests
    assert said == ([beside.OTHER], [])
    assert journal_watch.look()
    assert list(audit()) == []


@pytest.mark.parametrize("happens", OTHERS)
def test_outside_the_demo_nobody_is_so_lenient(page, happens, settings):
    settings.DEMO = False
    happens()
    before = book.path().read_bytes() if book.path().exists() else None

    said = come_up()

    assert (said, journal_watch.look()) == ([], False)
    assert (book.path().read_bytes() if book.path().exists() else None) == before


def test_a_demo_that_is_older_than_its_journal_stops_again_what_was_stopped(page):
    with only_the_journal_remembers():
        stopping.stop(page.file.appearances.get().person)
    rests = not journal_watch.look()

    said = come_up(), come_up()

    again = ConsentEvent.objects.get(file=page.file, kind=EventKind.STOPPED)
    assert (rests, said, again.method) == (True, ([beside.OLDER], []), Method.JOURNAL)
    assert journal_watch.look()


def test_where_nothing_is_amiss_nothing_is_said(page):
    assert come_up() == []
