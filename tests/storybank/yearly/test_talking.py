"""The yearly talk: due after eleven months, the same acts as on the desk, and nothing can become more in it."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from consent.domain.acts import asking
from consent.domain.acts.choices import choices_of
from consent.domain.care import files
from consent.domain.out.where_been import where_it_has_been
from consent.enums import IdentityLevel, State
from people import clock
from people.domain import setting_rules
from people.domain.contact_rules import Rules, Window
from people.models import Person
from storybank.domain import settling
from storybank.models import YearlyTalk
from storybank.yearly import talking
from storybank.yearly.letter_paper import as_pdf
from tests.factories import people, stories
from tests.storybank.in_it.world import World

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SOON, LATER = clock.today() + 20 * DAY, clock.today() + 200 * DAY
TUESDAYS = (Window(day=1, start=600, end=720),)


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def dee(supporter):
    person = people.a_person("Dee", supporter=supporter, channel="letter")
    Person.objects.filter(pk=person.pk).update(met_at=clock.now() - 400 * DAY)
    return Person.objects.get(pk=person.pk)


@pytest.fixture
def page(dee):
    return stories.a_live_story(dee)


@pytest.fixture
def staff(supporter):
    client = Client()
    client.force_login(supporter)
    return client


def spoken(person, by, answers, **more):
    given = {"way": "talk", "reach_ok": True} | more
    return talking.talked(person, by=by, answers=answers, **given)


def test_it_is_due_eleven_months_after_the_last_and_only_with_a_yes_to_talk_about(page, dee, supporter):
    without = people.a_person("Ira", supporter=supporter)
    Person.objects.filter(pk=without.pk).update(met_at=clock.now() - 400 * DAY)
    assert talking.due_for(supporter) == [dee]

    spoken(dee, supporter, {})

    assert talking.due_for(supporter) == []
    with clock.at(clock.now() + 333 * DAY):
        assert talking.is_due(dee) is False
    with clock.at(clock.now() + 335 * DAY):
        assert talking.is_due(dee) is True


def test_yes_still_changes_nothing_less_takes_the_name_away_and_stop_stops(page, dee, supporter):
    (line,) = talking.lines_of(dee)
    assert line.named == "Dee"

    spoken(dee, supporter, {line.key: "yes"})
    assert talking.lines_of(dee)[0].named == "Dee"
    came = spoken(dee, supporter, {line.key: "less"})
    assert (came.lessened, talking.lines_of(dee)[0].permission.identity) == (1, IdentityLevel.N2)
    came = spoken(dee, supporter, {line.key: "stop"})
    settling.settle(page.file_id)

    assert (came.stopped, talking.lines_of(dee)) == (1, [])
    assert [choice.state for choice in choices_of(dee, page.file_id)] == [State.WITHDRAWN]
    assert Client().get(f"/stories/{page.slug}/").status_code == 410


@pytest.mark.parametrize("said", ["", "more", "N5", "\x00", "LESS", "yes"])
def test_nothing_that_can_be_said_makes_it_more(page, dee, supporter, said):
    (line,) = talking.lines_of(dee)
    before = (line.permission.identity, line.permission.valid_until, line.permission.max_uses)

    spoken(dee, supporter, {line.key: said, "0" * 32: "stop"})

    (after,) = talking.lines_of(dee)
    assert (after.permission.identity, after.permission.valid_until, after.permission.max_uses) == before


def test_the_screen_goes_in_the_order_of_a_talk_and_keeps_what_was_typed(page, dee, staff):
    (line,) = talking.lines_of(dee)
    address = f"/admin/yearly/{dee.pk}/"
    shown = staff.get(address).content.decode()

    refused = staff.post(address, {"way": "talk", line.key: "less", "wrong": "The photo is old."})

    order = ["How we reach them", "What they have said yes to", "<h2>Thanks", "Is anything wrong"]
    assert sorted(order, key=shown.index) == order
    assert (refused.status_code, "The photo is old." in refused.content.decode()) == (422, True)
    assert 'value="less" checked' in " ".join(refused.content.decode().split())
    assert YearlyTalk.objects.count() == 0
    staff.post(address, {"way": "talk", line.key: "less", "reach": "yes", "wrong": "The photo is old."})
    talk = YearlyTalk.objects.get()
    assert (talk.wrong, talk.reach_ok) == ("The photo is old.", True)


def test_when_it_is_not_safe_any_more_staff_are_led_to_changing_it(page, dee, staff):
    answer = staff.post(f"/admin/yearly/{dee.pk}/", {"way": "talk", "reach": "no"})

    assert answer.url == f"/admin/people/{dee.pk}/change/"


def test_the_letter_has_boxes_a_number_and_neither_name_nor_title(page, dee, staff, supporter):
    printed = staff.post(f"/admin/yearly/{dee.pk}/letter/")
    talk = YearlyTalk.objects.get()
    again = staff.post(f"/admin/yearly/{dee.pk}/letter/")

    with pikepdf.open(io.BytesIO(printed.content)) as opened:
        assert "/StructTreeRoot" in opened.Root
    assert again.content == printed.content
    text = _text(printed.content)
    assert ("Dee" in text, "kettle" in text, talk.code in text, page.code in text) == (
        False,
        False,
        True,
        True,
    )
    staff.post(f"/admin/yearly/{dee.pk}/", {"way": "letter", "reach": "yes"})
    talk.refresh_from_db()
    assert (talk.way, talk.done_at is not None, YearlyTalk.objects.count()) == ("letter", True, 1)


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_they_may_do_it_alone_or_say_not_this_year(page, dee):
    client = Client()
    client.force_login(dee.user)
    assert "is it still right?" in client.get("/my/").content.decode()
    shown = client.get("/my/yearly/").content.decode()

    client.post("/my/yearly/", {"all": "maybe"})
    assert YearlyTalk.objects.count() == 0
    client.post("/my/yearly/", {"all": "not_now"})

    assert "Our website" in shown
    assert YearlyTalk.objects.get().way == "not_now"
    assert "is it still right?" not in client.get("/my/").content.decode()


def test_another_teams_supporter_has_no_talk_with_them(page, dee):
    stranger = Client()
    stranger.force_login(people.a_supporter(first_name="Huw"))

    assert stranger.get(f"/admin/yearly/{dee.pk}/").status_code == 403
    assert stranger.post(f"/admin/yearly/{dee.pk}/letter/").status_code == 403


def test_a_letter_in_welsh_for_who_speaks_it(page, dee, supporter):
    Person.objects.filter(pk=dee.pk).update(language="cy")
    dee.refresh_from_db()

    assert as_pdf(talking.begin_letter(dee, by=supporter))[:5] == b"%PDF-"


def test_a_stop_counts_also_for_a_yes_that_gave_way_to_a_newer_one_since_the_page_was_opened(
    page, dee, staff
):
    (before,) = talking.lines_of(dee)
    asking.ask_wider(before.permission, person=dee)
    stories.answered(page, name="Dee Jones", identity=IdentityLevel.N5)
    with clock.at(clock.now() + 30 * DAY):
        stories.confirmed(page)
        (now,) = talking.lines_of(dee)
        answers = {"way": "talk", "reach": "yes", before.key: "stop"}
        staff.post(reverse("yearly:talk", args=[dee.pk]), answers)
        after = talking.lines_of(dee)

    assert (now.key != before.key, after) == (True, [])


def test_a_title_is_for_whoever_tells_it_and_not_for_who_is_in_it():
    world = World()
    world.let_her_read()
    world.everybody_says_yes()

    both = (world.author, world.rosa)
    shown = [[line.title for line in talking.lines_of(person)] for person in both]
    been = [[thing.title for thing in where_it_has_been(person)] for person in both]

    assert shown == been == [["Canarytitle"], [""]]


def test_two_stories_on_the_same_way_are_told_apart_and_a_stop_stops_the_one_that_was_meant(page, dee, staff):
    other = stories.a_live_story(dee, title="The second kettle")
    shown = " ".join(staff.get(f"/admin/yearly/{dee.pk}/").content.decode().split())
    alone = Client()
    alone.force_login(dee.user)
    desk = alone.get("/my/yearly/").content.decode()
    first, second = talking.lines_of(dee)

    staff.post(f"/admin/yearly/{dee.pk}/", {"way": "talk", "reach": "yes", second.key: "stop"})

    legends = [f"<bdi>{line.code} “{line.title}”</bdi>: Our website, until" for line in (first, second)]
    assert [shown.count(legend) for legend in legends] == [1, 1]
    assert [first.code, second.code] == [f"Story {page.code}", f"Story {other.code}"]
    assert second.title in desk
    assert talking.lines_of(dee) == [first]


def test_every_rule_of_theirs_is_said_in_the_talk_on_their_page_and_in_the_letter(
    page, dee, staff, supporter
):
    rules = Rules(
        windows=TUESDAYS,
        never_on=("12-25",),
        quiet_until=SOON,
        last_day=LATER,
        voicemail=True,
        no_words=True,
        also=("phone",),
    )
    setting_rules.set_rules(dee, rules, by=supporter, route="phone")

    three = _three_ways(dee, staff, supporter)

    for said in (
        "Tuesday: 10:00 to 12:00.",
        "Never on 25 December of every year.",
        f"Nothing before {SOON.day} {SOON:%B %Y}.",
        f"Nothing after {LATER.day} {LATER:%B %Y}.",
        "A message on a machine is fine.",
        "An e-mail or a text only says: please look at your page.",
        "If that does not work: phone call.",
    ):
        assert (said, [text.count(said) for text in three]) == (said, [1, 1, 1])


def test_the_letter_says_neither_the_agreed_word_nor_through_whom_nor_where_they_are(
    page, dee, staff, supporter
):
    rules = Rules(via="Samira at the hostel", code_word="Heron", prison_mail=True)
    setting_rules.set_rules(dee, rules, by=supporter, route="phone")

    talk, alone, letter = _three_ways(dee, staff, supporter)

    for word in ("Samira at the hostel", "Heron", "prison"):
        assert (word in talk, word in alone, word in letter) == (True, True, False)
    for said in (
        "Everything goes through the person you named. Nothing comes directly.",
        "On the phone we first say the word that you chose.",
        "Letters may be opened and read before you get them.",
    ):
        assert letter.count(said) == 1


def _three_ways(dee, staff, supporter) -> list[str]:
    alone = Client()
    alone.force_login(dee.user)
    pages = [staff.get(f"/admin/yearly/{dee.pk}/"), alone.get("/my/yearly/")]
    letter = _text(as_pdf(talking.begin_letter(dee, by=supporter)))
    return [" ".join(text.split()) for text in [*(page.content.decode() for page in pages), letter]]


def test_who_is_kept_apart_from_somebody_in_the_story_meets_its_number_and_not_its_title(
    page, dee, staff, supporter
):
    sister = people.a_person("Rosa")
    files.add_appearance(page.file, person=sister)
    before = staff.get(reverse("yearly:talk", args=[dee.pk])).content.decode()

    sister.conflicts.add(supporter)
    after = staff.get(reverse("yearly:talk", args=[dee.pk])).content.decode()

    assert [("The kettle" in text, f"Story {page.code}" in text) for text in (before, after)] == [
        (True, True),
        (False, True),
    ]
