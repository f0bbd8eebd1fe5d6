"""Eight people, one evening: each in under a minute, one paper with packs and cards, and what is still out."""

import io
import re
from datetime import date, timedelta

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from people import clock
from people.domain import codes
from people.models import AccessCode, Person
from storybank.models import PaperPack, Workshop
from storybank.workshop import evenings
from tests.factories import people
from tests.storybank.paper_twin.reading import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def evening(supporter):
    return evenings.open_evening(on=clock.today(), place="The back room", led_by=supporter, by=supporter)


@pytest.fixture
def staff(supporter):
    client = Client()
    client.force_login(supporter)
    return client


def seated(evening, by, *names, **more):
    given = {"channel": "letter", "language": "en"} | more
    return [evenings.add_new(evening, by=by, called=name, **given).person for name in names]


def test_a_supporter_begins_an_evening_and_adds_people_on_one_screen(staff, supporter):
    began = staff.post(
        "/admin/workshops/",
        {"on": clock.today().isoformat(), "place": "The back room", "led_by": supporter.pk},
    )
    evening = Workshop.objects.get()
    for number, name in enumerate(("Dee", "Ira")):
        added = {"called": name, "channel": "letter", "language": "en", "once": f"{number}"}
        staff.post(began.url, added)
        staff.post(began.url, added)

    page = staff.get(began.url).content.decode()

    assert began.url == f"/admin/workshops/{evening.uid}/"
    assert [seat.person.called for seat in evening.seats.all()] == ["Dee", "Ira"]
    assert ("Dee" in page, "Ira" in page, "The back room" in page) == (True, True, True)
    assert {person.supporter for person in Person.objects.all()} == {supporter}


def test_one_paper_holds_a_pack_and_a_card_that_works_for_each_and_never_the_place(evening, supporter):
    table = seated(evening, supporter, "Dee", "Ira", "Sam")
    before = set(AccessCode.objects.filter(ended_at=None).values_list("pk", flat=True))

    pdf = evenings.print_batch(evening, by=supporter, language="en").pdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/StructTreeRoot" in opened.Root
        assert len(opened.pages) >= 3
    assert b"back room" not in pdf
    assert set(PaperPack.objects.values_list("person_id", flat=True)) == {person.pk for person in table}
    fresh = set(AccessCode.objects.filter(ended_at=None).values_list("pk", flat=True))
    assert (len(fresh), fresh & before) == (3, set())


def test_eight_people_have_one_paper_with_eight_packs_and_eight_cards_that_open_their_own_desk(
    evening, supporter
):
    table = seated(evening, supporter, "Ada", "Bo", "Cy", "Dee", "Eve", "Flo", "Gil", "Hal")

    pdf = evenings.print_batch(evening, by=supporter, language="en").pdf

    packs = list(PaperPack.objects.order_by("pk"))
    read = pages(pdf)
    numbers = [[pack.said for pack in packs if pack.said in text] for text in read]
    cards = [found for text in read for found in re.findall(r"\b(?:\d{4} ){3}\d{4}\b", text)]
    assert [pack.person for pack in packs] == table
    assert numbers == [[pack.said] for pack in packs for _ in range(pack.pages)]
    assert [desk_opened_by(card) for card in cards] == [f"Hello {person.called}" for person in table]


def desk_opened_by(card):
    """The greeting on the desk to which these figures lead."""
    somebody = Client()
    somebody.post(reverse("people:sign_in_paper"), {"code": card})
    found = re.search(r"Hello \w+", somebody.get(reverse("home:my")).content.decode())
    return found[0] if found else ""


def test_without_cards_the_codes_people_have_go_on_working(evening, supporter):
    made = evenings.add_new(evening, by=supporter, called="Dee", channel="letter", language="en")

    evenings.print_batch(evening, by=supporter, language="en", cards=False)

    assert codes.find_by_code(made.code16) == made.person


def test_two_clicks_print_one_set(staff, evening, supporter):
    seated(evening, supporter, "Dee")
    address = f"/admin/workshops/{evening.uid}/packs/"

    first = staff.post(address, {"language": "en", "cards": "1", "once": "abc"})
    second = staff.post(address, {"language": "en", "cards": "1", "once": "abc"})

    assert first.content[:5] == b"%PDF-"
    assert second.status_code == 302
    assert PaperPack.objects.count() == 1


def test_who_speaks_welsh_has_a_pack_in_welsh(evening, supporter):
    seated(evening, supporter, "Dee")
    (heledd,) = seated(evening, supporter, "Heledd", language="cy")

    evenings.print_batch(evening, by=supporter, language="cy")

    assert [(pack.person, pack.language) for pack in PaperPack.objects.all()] == [(heledd, "cy")]


def test_afterwards_what_waits_for_us_stands_first(evening, supporter):
    dee, ira, sam = seated(evening, supporter, "Dee", "Ira", "Sam")
    evenings.print_batch(evening, by=supporter, language="en")
    PaperPack.objects.filter(person=sam).update(state="back")
    PaperPack.objects.filter(person=ira).update(state="given")

    rows = evenings.follow_up(evening, supporter)

    assert [(row.seat.person, row.waits) for row in rows] == [(sam, True), (dee, False), (ira, False)]
    assert [row.words for row in rows] == [
        "Back with us, to be typed in",
        "Pack printed",
        "Pack is with them",
    ]


def test_another_teams_supporter_sees_no_evening_and_nobody_of_it(evening, supporter):
    seated(evening, supporter, "Dee")
    stranger = Client()
    stranger.force_login(people.a_supporter(first_name="Huw"))

    assert "Evening" not in stranger.get("/admin/workshops/").content.decode().split("Evenings so far")[1]
    assert stranger.get(f"/admin/workshops/{evening.uid}/").status_code == 403


@pytest.mark.parametrize("on", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_that_cannot_be_is_refused(supporter, on):
    with pytest.raises(evenings.CannotOpen):
        evenings.open_evening(on=on, place="", led_by=supporter, by=supporter)


@pytest.mark.parametrize("called", ["", "\x00", " ", "k" * 5000])
def test_a_name_that_is_none_adds_nobody_and_what_was_typed_is_kept(staff, evening, called):
    typed = {
        "called": called,
        "channel": "letter",
        "address": "41 Chandler Street",
        "language": "en",
        "once": "1",
    }

    answer = staff.post(f"/admin/workshops/{evening.uid}/", typed)

    assert answer.status_code == 422
    assert "41 Chandler Street" in answer.content.decode()
    assert evening.seats.count() == 0


def test_somebody_known_takes_a_seat_by_code_and_a_stranger_does_not(staff, evening, supporter):
    dee = people.a_person("Dee", supporter=supporter)
    other = people.a_person("Ira")

    staff.post(f"/admin/workshops/{evening.uid}/seat/", {"code": dee.code.lower()})
    staff.post(f"/admin/workshops/{evening.uid}/seat/", {"code": other.code})

    assert [seat.person for seat in evening.seats.all()] == [dee]


def test_the_screen_asks_no_more_for_eight_people_than_for_two(
    staff, evening, supporter, django_assert_max_num_queries
):
    seated(evening, supporter, *(f"Person {number}" for number in range(8)))
    staff.get(f"/admin/workshops/{evening.uid}/")

    with django_assert_max_num_queries(45):
        staff.get(f"/admin/workshops/{evening.uid}/")
    assert evening.on <= clock.today() + timedelta(days=1)
