"""At 17:55: what lies ahead when a stop comes, a form sent again with another name, a link from before a stop."""

from datetime import timedelta
from uuid import uuid4

import pytest

from consent.domain.acts import answering, asking
from consent.domain.out.where_been import where_it_has_been
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Answer, IdentityLevel
from consent.models import Edition, RecallAction, Use
from people import clock
from storybank.models import Pack, PrivateReading, RoomCard
from storybank.packs.making import fetch, for_whom, make_pack
from storybank.packs.newsletter import Chosen, put_together
from storybank.packs.room_cards import Planned, Went, plan, write_up
from storybank.private_reading import making as private
from tests.factories import consent as make
from tests.factories import press, stories
from tests.storybank.press.packing import wanted

pytestmark = pytest.mark.django_db


def a_card(page, by, *, days=2, **changes):
    given = {
        "uid": uuid4(),
        "edition_id": press.edition_of(page),
        "use": "training-staff",
        "reader": "Priya Nandra",
        "where": "Induction evening",
        "on": clock.today() + timedelta(days=days),
    }
    return plan(Planned(**given | changes), by=by)


def an_issue(page, by, *, days):
    on = clock.today() + timedelta(days=days)
    return put_together(Chosen(uuid4(), "Spring letter", on, (press.edition_of(page),)), by=by).issue


def a_reading(page, by, **changes):
    given = {
        "uid": uuid4(),
        "edition_id": press.edition_of(page),
        "use": "ministers",
        "reader": "Alun Maddock",
        "office": "Marchgate House",
        "last_day": clock.today() + timedelta(days=30),
    }
    return private.make(private.Wanted(**given | changes), by=by)


def handed(page):
    rows = RecallAction.objects.filter(outing__file=page.file_id).exclude(outing__kind="surface")
    return [(row.outing.kind, row.state, row.due) for row in rows.order_by("outing_id")]


def test_what_is_read_or_mailed_tomorrow_is_kept_back_by_one_of_us_within_the_hour():
    page, marcus = press.a_story(yes=("training-staff", "newsletter")), press.comms()
    a_card(page, marcus)
    an_issue(page, marcus, days=2)
    with clock.at(clock.now() + timedelta(hours=1)):
        at = clock.now()
        stopping.stop(press.author_of(page))
        (things,) = where_it_has_been(press.author_of(page))

    within = at + timedelta(hours=1)
    assert handed(page) == [("spoken", "todo", within), ("newsletter", "todo", within)]
    assert {place.mark for place in things.places} == {"asked"}
    assert list(audit()) == []


def test_what_was_mailed_before_the_stop_cannot_be_taken_back():
    page, marcus = press.a_story(yes=("newsletter",)), press.comms()
    an_issue(page, marcus, days=0)

    with clock.at(clock.now() + timedelta(days=1)):
        stopping.stop(press.author_of(page))

    assert handed(page) == [("newsletter", "impossible", None)]


@pytest.mark.parametrize(("read", "state"), [(False, "done"), (True, "impossible")])
def test_writing_up_a_card_says_what_became_of_the_stop(read, state):
    page, marcus = press.a_story(yes=("training-staff",)), press.comms()
    card = a_card(page, marcus, days=0)
    stopping.stop(press.author_of(page))

    write_up(card, Went(read, None, ""), by=marcus)

    assert [row[:2] for row in handed(page)] == [("spoken", state)]
    assert list(audit()) == []


def test_a_form_sent_again_with_another_name_is_another_pack_and_never_the_first_ones():
    page, marcus = press.a_story(), press.comms()
    first = wanted(page)
    second = wanted(page, uid=first.uid, recipient="Gethin Prowse", outlet="Radio Sallow")

    packs = [make_pack(one, by=marcus) for one in (first, second, first)]

    assert [for_whom(pack, until=clock.now()).recipient for pack in packs] == [
        "Rhona Tessler",
        "Gethin Prowse",
        "Rhona Tessler",
    ]
    assert Pack.objects.count() == 2
    assert fetch(packs[1], by=marcus)


def test_a_card_and_a_private_reading_are_for_whoever_was_written_last():
    Use.objects.update(single_use=False)
    page, marcus = press.a_story(yes=("training-staff", "ministers")), press.comms()
    once = uuid4()

    for name in ("Priya Nandra", "Sol Ek", "Sol Ek"):
        a_card(page, marcus, uid=once, reader=name)
        a_reading(page, marcus, uid=once, reader=name)

    assert (RoomCard.objects.count(), PrivateReading.objects.count()) == (2, 2)


def test_a_link_from_before_a_stop_opens_nothing_after_a_new_yes():
    Use.objects.update(single_use=False)
    page, marcus = press.a_story(yes=("ministers",)), press.comms()
    token = a_reading(page, marcus)[1].rstrip("/").rpartition("/")[2]
    before, author = private.found(token), press.author_of(page)
    stopping.stop(author)
    edition = Edition.objects.get(pk=press.edition_of(page))
    make.comes_to_us(page.file, "ministers")
    (ask,) = asking.ask(edition, uses=["ministers"])
    answering.answer(ask, person=author, answer=Answer.YES, identity=IdentityLevel.N2)
    with clock.at(clock.now() + timedelta(days=15)):
        stories.confirmed(page)
        anew = a_reading(page, marcus)[1].rstrip("/").rpartition("/")[2]

        assert before is not None
        assert private.open_(token) is None
        assert private.open_(anew) is not None
