"""A card is read in a room and written up; the newsletter is a use of its own. Each is one outing."""

import io
from datetime import timedelta
from uuid import uuid4

import pypdf
import pytest

from consent.domain.out import outings
from consent.domain.out.outings import outings_of
from consent.domain.stop import stopping
from consent.enums import OutingKind
from people import clock
from storybank.models import NewsletterIssue, RoomCard
from storybank.packs import newsletter
from storybank.packs.handing_over import CannotHandOver
from storybank.packs.newsletter import Chosen, put_together, texts_of
from storybank.packs.room_cards import Planned, Went, card_of, plan, to_write_up, write_up
from tests.factories import press

pytestmark = pytest.mark.django_db
ROOM = "training-staff"


def planned(page, **changes):
    given = {
        "uid": uuid4(),
        "edition_id": press.edition_of(page),
        "use": ROOM,
        "reader": "Priya Nandra",
        "where": "Induction evening, Kestlewick",
        "on": clock.today(),
    }
    return Planned(**given | changes)


def went_out(page):
    return [row for row in outings_of(page.file_id) if row.kind != OutingKind.SURFACE]


def words_of(pdf):
    return " ".join(
        " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages).split()
    )


def test_a_card_says_who_reads_it_where_and_when_it_ends():
    page = press.a_story(yes=(ROOM,), name="Cass")

    marcus = press.comms()
    card = plan(planned(page), by=marcus)

    words = words_of(card_of(card, by=marcus))
    for said in ("Priya Nandra", "Induction evening, Kestlewick", "This card ends on", "Cass", card.code):
        assert said in words
    (outing,) = went_out(page)
    assert (outing.kind, outing.artefact_sha256, outing.code) == ("spoken", card.sha256, card.code)
    assert "Kestlewick" in outing.where


def test_the_same_form_twice_is_one_card_and_one_outing():
    page = press.a_story(yes=(ROOM,))
    once, marcus = planned(page), press.comms()

    assert plan(once, by=marcus) == plan(once, by=marcus)
    assert len(went_out(page)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"use": "funders"},
        {"use": "website"},
        {"on": clock.today() - timedelta(days=1)},
        {"on": clock.today() + timedelta(days=91)},
    ],
)
def test_no_card_without_a_yes_or_for_a_day_that_is_not_near(changes):
    page = press.a_story(yes=("website", ROOM))

    with pytest.raises(CannotHandOver):
        plan(planned(page, **changes), by=press.comms())

    assert not RoomCard.objects.exists()


def test_a_card_is_not_given_out_again_after_a_stop_or_after_its_day():
    page = press.a_story(yes=(ROOM,))
    marcus = press.comms()
    card = plan(planned(page), by=marcus)

    with clock.at(clock.now() + timedelta(days=1)), pytest.raises(CannotHandOver, match="over"):
        card_of(card, by=marcus)
    stopping.stop(press.author_of(page))
    with pytest.raises(CannotHandOver):
        card_of(card, by=marcus)


def test_what_came_of_it_is_written_up_once_and_ends_the_outing():
    page, marcus = press.a_story(yes=(ROOM,)), press.comms()
    card = plan(planned(page), by=marcus)
    assert list(to_write_up()) == [card]

    write_up(card, Went(True, 14, "They moved the table."), by=marcus)
    write_up(card, Went(False, None, "something else"), by=marcus)

    card.refresh_from_db()
    assert (card.was_read, card.people_there, card.came_of_it) == (True, 14, "They moved the table.")
    assert went_out(page)[0].ended_at is not None
    assert list(to_write_up()) == []


def test_a_card_is_planned_taken_and_written_up_in_a_browser(client):
    page = press.a_story(yes=(ROOM,))
    client.force_login(press.comms())
    data = {
        "uid": str(uuid4()),
        "reader": "Priya Nandra",
        "where": "Board room",
        "on": clock.today().isoformat(),
    }

    made = client.post(f"/admin/packs/room/{press.edition_of(page)}/{ROOM}/", data)
    card = made["Location"]
    pdf = client.post(f"{card}take/")
    refused = client.post(card, {"was_read": "yes", "people_there": "lots"})
    done = client.post(card, {"was_read": "yes", "people_there": "9", "came_of_it": "\x00Thanks"})

    assert pdf["Content-Type"] == "application/pdf"
    assert (refused.status_code, done.status_code) == (422, 302)
    assert RoomCard.objects.get().came_of_it == "Thanks"


def letter(*pages, **changes):
    given = {"uid": uuid4(), "name": "Spring letter", "on": clock.today()}
    return Chosen(**given | changes, editions=tuple(press.edition_of(page) for page in pages))


def test_only_what_has_a_yes_for_the_newsletter_is_on_offer():
    yes = press.a_story("Dee", yes=("newsletter",))
    press.a_story("Nell", yes=("website", "newspapers"))
    press.a_story("JJ", yes=("newsletter",), confirm=False)

    assert [what.code for what in newsletter.on_offer(by=press.comms())] == [yes.code]


def test_each_story_is_one_outing_with_the_issue_and_its_day():
    first, second = press.a_story("Dee", yes=("newsletter",)), press.a_story("Nell", yes=("newsletter",))
    marcus, once = press.comms(), letter(first, second)

    made = put_together(once, by=marcus)
    put_together(once, by=marcus)

    for page in (first, second):
        (outing,) = went_out(page)
        assert (outing.kind, outing.use_slug) == ("newsletter", "newsletter")
        assert outing.where.startswith("Spring letter, ")
    assert NewsletterIssue.objects.get() == made.issue
    assert made.issue.pieces.count() == 2
    assert outings.recipient_of(outing) == ("", "")


def test_the_text_is_ready_for_a_mail_and_carries_no_markup_of_the_authors():
    page = press.a_story(yes=("newsletter",), name="Cass", title="<b>Kettle</b> & co")
    made = put_together(letter(page), by=press.comms())

    (piece,) = texts_of(made.issue)

    assert "<b>Kettle</b> & co" in piece.text
    assert "&lt;b&gt;Kettle&lt;/b&gt; &amp; co" in piece.html
    assert "<b>" not in piece.html
    assert "Cass" in piece.text


def test_what_is_stopped_before_the_day_has_no_words_on_the_page_any_more():
    page = press.a_story(yes=("newsletter",))
    made = put_together(letter(page), by=press.comms())

    stopping.stop(press.author_of(page), use="newsletter")

    (piece,) = texts_of(made.issue)
    assert (piece.text, piece.html, piece.title) == ("", "", "")


def test_what_is_not_cleared_at_that_moment_is_left_out_and_the_rest_goes():
    goes, stays = press.a_story("Dee", yes=("newsletter",)), press.a_story("Nell", yes=("newsletter",))
    stopping.stop(press.author_of(stays))

    made = put_together(letter(goes, stays), by=press.comms())

    assert made.issue.pieces.count() == 1
    assert len(made.left_out) == 1
    assert (len(went_out(goes)), len(went_out(stays))) == (1, 0)


def test_a_letter_is_chosen_and_taken_in_a_browser(client):
    page = press.a_story(yes=("newsletter",), title="The kettle")
    client.force_login(press.comms())
    data = {"uid": str(uuid4()), "name": "Spring letter", "on": clock.today().isoformat()}
    edition = press.edition_of(page)

    empty = client.post("/admin/packs/newsletter/", data)
    forged = client.post("/admin/packs/newsletter/", data | {"editions": [edition + 999]})
    made = client.post("/admin/packs/newsletter/", data | {"editions": [edition]}, follow=True)

    assert (empty.status_code, forged.status_code) == (422, 422)
    assert "Spring letter" in empty.content.decode()
    assert "The kettle" in made.content.decode()
    assert "Open this page once more before you send it" in made.content.decode()
