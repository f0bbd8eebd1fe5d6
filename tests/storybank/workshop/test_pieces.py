"""A piece by a group: in it only by a yes of one's own, down with any one stop, and nobody hears whose no it was."""

import pytest
from django.db import connection
from django.test import Client

from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.stop import stopping
from consent.enums import Answer, IdentityLevel
from people import clock
from people.models import OutboxMessage
from storybank.domain import settling
from storybank.domain.freezing import NotReady
from storybank.models import StoryPage
from storybank.workshop import evenings, pieces
from tests.factories import people, stories
from tests.storybank.telling.a_teller import a_told_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def table(supporter):
    evening = evenings.open_evening(on=clock.today(), place="", led_by=supporter, by=supporter)
    there = [people.a_person(name, supporter=supporter, channel="letter") for name in ("Dee", "Ira", "Tomos")]
    for person in there:
        evenings.add(evening, person)
    return evening, there


@pytest.fixture
def piece(table, supporter):
    evening, (dee, ira, sam) = table
    page = stories.a_shared_story(dee, title="What we all said", happened="We sat round one table.")
    made = pieces.open_piece(evening, page=page, by=supporter)
    for person in (ira, sam):
        pieces.ask_to_join(made, person=person)
    return made


def said(piece, person, *, yes=True):
    return pieces.say(piece.seats.get(person=person), person=person, yes=yes)


def authors(piece):
    return {row.person.called for row in files.appearances_in(piece.file_id) if row.person}


def all_agree(page, *there):
    with clock.at(clock.now() - stories.LONG_AGO):
        stories.asked(page, "website")
        for person in there:
            stories.told(page, person)
            for permission in asking.open_asks(person.pk, page.file_id):
                answering.answer(permission, person=person, answer=Answer.YES, identity=IdentityLevel.N2)
    for person in there:
        ready = answering.waiting_for_second_yes(person, page.file_id)
        answering.confirm(page.file, person=person, permissions=ready)
    settling.settle(page.file_id)
    connection.check_constraints()


def reads(page) -> int:
    return Client().get(f"/stories/{StoryPage.objects.get(pk=page.pk).slug}/").status_code


def test_nobody_is_in_it_before_their_own_yes_and_before_the_one_who_wrote_it(piece, table):
    _, (dee, ira, sam) = table
    said(piece, ira)
    assert authors(piece) == {"Dee"}

    said(piece, dee)

    assert authors(piece) == {"Dee", "Ira"}
    said(piece, sam, yes=False)
    assert authors(piece) == {"Dee", "Ira"}
    said(piece, sam)
    assert authors(piece) == {"Dee", "Ira", "Tomos"}


def test_before_the_writers_yes_nobody_else_reads_a_word(piece, table):
    _, (dee, ira, _sam) = table
    said(piece, ira)
    client = Client()
    client.force_login(ira.user)

    before = client.get(f"/my/stories/{piece.file.uid}/preview/").status_code
    said(piece, dee)

    assert (before, client.get(f"/my/stories/{piece.file.uid}/preview/").status_code) == (404, 200)


def test_who_reads_the_words_does_not_hear_the_voice_they_were_typed_from(table, supporter):
    evening, (dee, ira, _sam) = table
    page, take = a_told_story(dee, happened="We sat round one table.")
    piece = pieces.open_piece(evening, page=page, by=supporter)
    pieces.ask_to_join(piece, person=ira)
    for person in (dee, ira):
        said(piece, person)
    where = f"/my/stories/{piece.file.uid}/"

    found = {}
    for person in (dee, ira):
        client = Client()
        client.force_login(person.user)
        found[person.called] = [
            client.get(f"{where}{end}").status_code for end in ("preview/", f"takes/{take.uid}/")
        ]

    assert found == {"Dee": [200, 200], "Ira": [200, 404]}


@pytest.mark.parametrize("called", ["Dee", "Ira"])
def test_once_others_are_in_it_nobody_leaves_by_a_no_and_a_stop_is_one_tap_away(piece, table, called):
    _, there = table
    (who,) = [person for person in there if person.called == called]
    said(piece, there[0])
    said(piece, there[0], yes=False)
    alone = authors(piece), piece.seats.get(pen=True).said
    for person in there[:2]:
        said(piece, person)
    client = Client()
    client.force_login(who.user)
    seat = piece.seats.get(person=who)

    told = client.post("/my/together/", {"answer": "no", "seat": seat.uid}, follow=True).content.decode()
    shown = client.get("/my/together/").content.decode()
    stop = f"/my/stories/{piece.file.uid}/stop/"
    client.post(stop)

    assert alone == ({"Dee"}, "no")
    assert ("To leave, stop it" in told, piece.seats.get(pk=seat.pk).said) == (True, "yes")
    assert f'href="{stop}"' in shown
    with pytest.raises(NotReady, match="stopped it"):
        stories.asked(StoryPage.objects.get(file=piece.file), "website")


def test_nobody_answers_for_somebody_else(piece, table):
    _, (dee, ira, _sam) = table

    with pytest.raises(pieces.CannotGroup, match="not yours"):
        pieces.say(piece.seats.get(person=ira), person=dee, yes=True)

    assert piece.seats.get(person=ira).said == ""


def test_it_goes_up_with_everybodys_yes_and_any_one_stop_takes_it_down(piece, table):
    _, (dee, ira, sam) = table
    for person in (dee, ira, sam):
        said(piece, person)
    page = StoryPage.objects.get(file=piece.file)
    all_agree(page, dee, ira, sam)
    assert reads(page) == 200

    stopping.stop(sam, files=[piece.file])
    settling.settle(piece.file_id)

    assert reads(page) == 410


def test_without_one_of_them_nothing_is_up(piece, table):
    _, (dee, ira, sam) = table
    for person in (dee, ira, sam):
        said(piece, person)
    page = StoryPage.objects.get(file=piece.file)

    all_agree(page, dee, ira)

    assert reads(page) == 404


def test_after_a_stop_all_hear_the_same_once_and_not_whose_it_was(piece, table):
    _, (dee, ira, sam) = table
    for person in (dee, ira, sam):
        said(piece, person)
    page = StoryPage.objects.get(file=piece.file)
    all_agree(page, dee, ira, sam)
    assert pieces.tell_of_stops() == 0
    stopping.stop(sam, files=[piece.file])
    settling.settle(piece.file_id)

    assert (pieces.tell_of_stops(), pieces.tell_of_stops()) == (1, 0)

    told = OutboxMessage.objects.filter(event="storybank/it_has_stopped").order_by("person_id")
    assert [message.person for message in told] == [dee, ira, sam]
    assert len({message.body.replace(message.person.called, "") for message in told}) == 1
    assert not any(name in told[0].body for name in ("Ira", "Tomos"))


def test_what_one_said_stands_on_no_page_of_the_others(piece, table):
    _, (dee, ira, sam) = table
    said(piece, dee)
    said(piece, ira)
    said(piece, sam, yes=False)
    client = Client()
    client.force_login(ira.user)

    shown = "".join(
        client.get(address).content.decode()
        for address in ("/my/together/", "/my/", f"/my/stories/{piece.file.uid}/")
    )

    assert ("Tomos" in shown, "You said yes." in shown, "You said no" in shown) == (False, True, False)


def test_once_they_are_asked_nobody_comes_in_any_more(piece, table, supporter):
    evening, (dee, ira, sam) = table
    said(piece, dee)
    said(piece, ira)
    stories.asked(StoryPage.objects.get(file=piece.file), "website")

    for act in (
        lambda: said(piece, sam),
        lambda: pieces.ask_to_join(piece, person=people.a_person("Late", supporter=supporter)),
    ):
        with pytest.raises(pieces.CannotGroup, match="new piece"):
            act()
    assert authors(piece) == {"Dee", "Ira"}
    assert evening.pieces.count() == 1


def test_without_somebody_is_a_new_piece_to_which_all_others_say_yes_anew(piece, table, supporter):
    evening, (dee, ira, sam) = table
    for person in (dee, ira, sam):
        said(piece, person)
    all_agree(StoryPage.objects.get(file=piece.file), dee, ira, sam)
    stopping.stop(sam, files=[piece.file])
    settling.settle(piece.file_id)
    page = stories.a_shared_story(dee, title="What two of us said", happened="Two of us sat there.")

    again = pieces.open_piece(evening, page=page, by=supporter, follows=piece)
    pieces.ask_to_join(again, person=ira)
    said(again, dee)
    said(again, ira)
    all_agree(page, dee, ira)

    assert (again.follows, reads(page)) == (piece, 200)
    assert authors(again) == {"Dee", "Ira"}


def test_a_story_of_somebody_who_was_not_there_is_refused(table, supporter):
    evening, _ = table
    page = stories.a_shared_story(people.a_person("Elsewhere", supporter=supporter))

    with pytest.raises(pieces.CannotGroup, match="was there"):
        pieces.open_piece(evening, page=page, by=supporter)


def test_the_desk_asks_in_private_and_takes_one_answer(piece, table):
    _, (_dee, ira, _sam) = table
    client = Client()
    client.force_login(ira.user)
    seat = piece.seats.get(person=ira)

    shown = client.get("/my/together/").content.decode()
    for answer, uid in (("maybe", seat.uid), ("yes", "\x00"), ("yes", "k" * 9)):
        client.post("/my/together/", {"answer": answer, "seat": uid})
    assert piece.seats.get(person=ira).said == ""
    client.post("/my/together/", {"answer": "no", "seat": seat.uid})

    assert "Dee" not in shown
    assert piece.seats.get(person=ira).said == "no"


def test_staff_begin_it_and_ask_on_the_screen_of_the_evening(table, supporter):
    evening, (dee, ira, _sam) = table
    page = stories.a_shared_story(dee, title="What we all said")
    staff = Client()
    staff.force_login(supporter)
    address = f"/admin/workshops/{evening.uid}/piece/"

    staff.post(address, {"act": "open", "story": "NONE"})
    staff.post(address, {"act": "open", "story": page.code})
    made = evening.pieces.get()
    staff.post(address, {"act": "ask", "piece": made.pk, "person": ira.pk})

    assert {seat.person.called for seat in made.seats.all()} == {"Dee", "Ira"}
    assert "is asked" in staff.get(f"/admin/workshops/{evening.uid}/").content.decode()


def test_a_stop_takes_back_what_still_asks_the_others_about_the_piece(
    piece, table, django_capture_on_commit_callbacks
):
    _, (dee, ira, _sam) = table
    said(piece, dee)
    said(piece, ira)
    asked = OutboxMessage.objects.filter(key__startswith="together-", state="to_do")
    before = asked.count()

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(ira)

    assert (before, asked.count()) == (3, 0)
