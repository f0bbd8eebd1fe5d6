"""With an e-mail address on the pack a stop writes its letter by itself; without one somebody has to ring."""

from uuid import uuid4

import pytest

from consent.domain.out import outings, recalling
from consent.domain.stop import stopping
from people.models import OutboxMessage
from storybank.domain.forgetting import forget_everything
from storybank.models import Pack
from storybank.packs.making import contact_of, fetch, make_pack
from tests.factories import press
from tests.storybank.press.packing import handed_over, wanted

pytestmark = pytest.mark.django_db
DESK = "newsdesk@lantern.example"


def letters():
    return list(OutboxMessage.objects.filter(event="consent/please_take_down"))


def went_out(page, marcus, **changes):
    pack = make_pack(wanted(page, **changes), by=marcus)
    fetch(pack, by=marcus)
    pack.refresh_from_db()
    return pack


def test_after_a_stop_the_letter_goes_to_the_address_on_the_pack(django_capture_on_commit_callbacks):
    page, marcus = press.a_story(title="Canarytitle"), press.comms()
    pack = went_out(page, marcus, contact=DESK)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(press.author_of(page))

    (letter,) = letters()
    assert letter.address == DESK
    assert pack.code in letter.body
    assert "Canarytitle" not in letter.subject + letter.body


def test_without_an_address_nothing_is_written_and_it_stays_to_be_done(django_capture_on_commit_callbacks):
    page, marcus = press.a_story(), press.comms()
    went_out(page, marcus)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(press.author_of(page))

    assert letters() == []
    assert len(list(recalling.to_do_in(page.file_id))) == 1


def test_the_address_is_sealed_told_to_the_ledger_and_goes_with_the_story():
    page, marcus = press.a_story(), press.comms()
    pack = went_out(page, marcus, contact=DESK)

    (outing,) = handed_over(page)
    assert (contact_of(pack), outings.recipient_of(outing)[1]) == (DESK, DESK)
    assert b"lantern" not in bytes(pack.contact_sealed)

    forget_everything(page.file_id)

    pack.refresh_from_db()
    assert contact_of(pack) == ""


def filled(**changes):
    return {
        "uid": str(uuid4()),
        "recipient": "Rhona Tessler",
        "outlet": "The Lantern",
        "contact": DESK,
        "rang_back": "on",
        "terms_accepted": "on",
    } | changes


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(DESK, DESK), (f"  {DESK}\x00 ", DESK), ("", ""), ("\u202ea@b.example", "a@b.example")],
)
def test_the_form_takes_an_address_or_none(client, typed, kept):
    page = press.a_story()
    client.force_login(press.comms())

    made = client.post(f"/admin/packs/new/{press.edition_of(page)}/newspapers/", filled(contact=typed))

    assert made.status_code == 302
    assert contact_of(Pack.objects.get()) == kept
    shown = client.get(made["Location"]).content.decode()
    assert (f"a letter to {kept}" if kept else "there is no e-mail address") in shown


@pytest.mark.parametrize(
    "typed",
    ["Rhona", "a@b", "a b@c.example", "a@b.example, c@d.example", "x" * 250, "🫖@b.example"],
)
def test_what_is_no_address_is_said_in_words_and_kept_as_typed(client, typed):
    page = press.a_story()
    client.force_login(press.comms())

    shown = client.post(f"/admin/packs/new/{press.edition_of(page)}/newspapers/", filled(contact=typed))

    words = shown.content.decode()
    assert shown.status_code == 422
    assert typed in words
    assert "Rhona Tessler" in words
    assert not Pack.objects.exists()
