"""Whoever said yes to writing together can say no as long as that yes has not brought them in: there is no stop yet."""

import pytest
from django.test import Client

from consent.domain.care import files
from people import clock
from storybank.models import GroupSeat
from storybank.workshop import evenings, pieces
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    supporter = people.a_supporter()
    evening = evenings.open_evening(on=clock.today(), place="", led_by=supporter, by=supporter)
    dee, ira = (people.a_person(name, supporter=supporter, channel="letter") for name in ("Dee", "Ira"))
    for person in (dee, ira):
        evenings.add(evening, person)
    piece = pieces.open_piece(evening, page=stories.a_shared_story(dee), by=supporter)
    return dee, ira, piece, pieces.ask_to_join(piece, person=ira)


def test_before_the_pen_has_said_yes_a_yes_is_taken_back_by_a_tap(table):
    dee, ira, piece, seat = table
    pieces.say(seat, person=ira, yes=True)
    client = Client()
    client.force_login(ira.user)
    shown = client.get("/my/together/").content.decode()

    client.post("/my/together/", {"answer": "no", "seat": seat.uid})
    pieces.say(piece.seats.get(pen=True), person=dee, yes=True)

    assert 'name="answer" value="no"' in shown.replace("\n", " ")
    assert GroupSeat.objects.get(pk=seat.pk).said == "no"
    assert files.tellers_of(piece.file_id) == [dee]


def test_an_older_backup_does_not_bring_that_yes_back_and_one_that_counts_is_left_by_stopping(table):
    dee, ira, piece, seat = table
    pieces.say(seat, person=ira, yes=True)
    again = pieces.say_no_again(seat=seat.uid), GroupSeat.objects.get(pk=seat.pk).said
    for person in (dee, ira):
        pieces.say(piece.seats.get(person=person), person=person, yes=True)

    assert again == (True, "no")
    assert pieces.say_no_again(seat=seat.uid) is False
    assert GroupSeat.objects.get(pk=seat.pk).said == "yes"
