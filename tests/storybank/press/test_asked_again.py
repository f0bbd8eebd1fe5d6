"""What was handed over once is not handed again to staff who must keep away; the reader's name is sealed."""

from uuid import uuid4

import pytest

from people import clock, keyring
from storybank.domain.forgetting import forget_everything
from storybank.models import RoomCard
from storybank.packs.handing_over import NOT_NOW, CannotHandOver
from storybank.packs.making import fetch, make_pack
from storybank.packs.room_cards import Planned, card_of, plan, reader_of
from tests.factories import press
from tests.storybank.press.packing import wanted

pytestmark = pytest.mark.django_db
ROOM = "training-staff"


def planned(page) -> Planned:
    return Planned(uuid4(), press.edition_of(page), ROOM, "Priya Nandra", "Board room", clock.today())


def test_a_pack_is_not_given_again_to_staff_who_must_keep_away():
    page, marcus, other = press.a_story(), press.comms(), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    first = fetch(pack, by=marcus)
    pack.refresh_from_db()
    press.author_of(page).conflicts.add(marcus)

    with pytest.raises(CannotHandOver, match=NOT_NOW):
        fetch(pack, by=marcus)
    assert fetch(pack, by=other) == first


def test_a_card_is_not_given_again_to_staff_who_must_keep_away():
    page, marcus, other = press.a_story(yes=(ROOM,)), press.comms(), press.comms()
    once = planned(page)
    card = plan(once, by=marcus)
    press.author_of(page).conflicts.add(marcus)

    with pytest.raises(CannotHandOver, match=NOT_NOW):
        card_of(card, by=marcus)
    with pytest.raises(CannotHandOver, match=NOT_NOW):
        plan(once, by=marcus)
    assert card_of(card, by=other)
    assert plan(once, by=other) == card


def test_the_readers_name_is_sealed_and_shown_to_staff(client):
    page, marcus = press.a_story(yes=(ROOM,)), press.comms()
    card = plan(planned(page), by=marcus)
    client.force_login(marcus)

    shown = client.get(f"/admin/packs/card/{card.uid}/")

    assert "Priya Nandra" in shown.content.decode()
    assert reader_of(card) == "Priya Nandra"
    assert b"Priya" not in bytes(RoomCard.objects.get().reader_sealed)


@pytest.mark.parametrize("how", ["forgotten", "key gone"])
def test_the_readers_name_goes_with_the_story(how):
    page = press.a_story(yes=(ROOM,))
    card = plan(planned(page), by=press.comms())

    if how == "forgotten":
        forget_everything(page.file_id)
    else:
        keyring.shred(page.file.uid)

    assert reader_of(RoomCard.objects.get(pk=card.pk)) == ""
