"""The author's desk and the staff's: asked plainly, read when they like, and nobody else meets a word."""

import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from people import roles
from people.domain import vault
from storybank.domain.replies import giving, wishing
from storybank.models import Reply, ReplyGiven
from storybank.models.reply import ReplyState
from tests.factories import people, stories
from tests.storybank.replies.letters import (
    KIND,
    a_given_letter,
    a_lead,
    a_letter,
    a_wanted_story,
    author_of,
    supporter_of,
)

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def desk_of(page) -> Client:
    return signed_in(author_of(page).user)


def readers(page) -> str:
    return reverse("storybank:readers", args=[page.file.uid])


def a_quiet_story(called: str = "Dee"):
    return stories.a_live_story(stories.an_author(called, supporter=people.a_supporter()))


def test_an_author_says_yes_and_no_in_one_tap_each_and_nothing_is_chosen_before():
    page = a_quiet_story()
    desk = desk_of(page)
    html = desk.get(readers(page)).content.decode()
    stood = []

    for said in ("not_now", "yes", "no_more", "nonsense"):
        desk.post(readers(page), {"letters": said})
        stood.append(wishing.wants(author_of(page), page.file_id))

    assert stood == [False, True, False, False]
    assert "checked" not in html
    assert html.count('name="letters"') == 2


def test_under_18_nobody_is_asked_and_a_press_changes_nothing():
    page = a_quiet_story()
    vault.set_identity(author_of(page), born="2012-01-01")
    desk = desk_of(page)

    desk.post(readers(page), {"letters": "yes"})

    assert "when you are 18" in desk.get(readers(page)).content.decode()
    assert readers(page) not in desk.get(reverse("storybank:my_story", args=[page.file.uid])).content.decode()
    assert not wishing.wants(author_of(page), page.file_id)


def test_somebody_elses_story_and_letters_are_not_there():
    page, other = a_wanted_story(), a_quiet_story("Joss")
    given = a_given_letter(page)
    joss = desk_of(other)
    letter = reverse("storybank:reader_letter", args=[given.uid])

    answers = [
        joss.get(readers(page)),
        joss.get(letter),
        joss.post(letter, {"act": "throw_for_good"}),
        Client().get(letter),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 302]
    assert ReplyGiven.objects.count() == 1
    assert KIND not in joss.get(reverse("storybank:reader_letters")).content.decode()


def test_no_word_of_a_letter_stands_anywhere_before_they_open_it():
    page = a_wanted_story()
    a_given_letter(page)
    desk = desk_of(page)

    front, listed = (desk.get(at).content.decode() for at in ("/my/", reverse("storybank:reader_letters")))

    assert (KIND in front, KIND in listed) == (False, False)
    assert "Letters from readers" in front
    assert "1 person wrote to you" in listed
    assert ReplyGiven.objects.get().read_at is None


def test_a_hard_letter_warns_first_and_is_read_by_a_second_tap():
    page = a_wanted_story()
    given = a_given_letter(page, hard=True)
    desk, letter = desk_of(page), reverse("storybank:reader_letter", args=[given.uid])

    shut, opened = desk.get(letter).content.decode(), desk.get(f"{letter}?read=yes").content.decode()

    assert (KIND in shut, KIND in opened) == (False, True)
    assert "may be hard to read" in shut


def test_a_letter_is_put_away_brought_back_and_thrown_away_after_being_asked_once_more():
    page = a_wanted_story()
    given = a_given_letter(page, "Well done. Find me on snap")
    desk, letter = desk_of(page), reverse("storybank:reader_letter", args=[given.uid])
    html = desk.get(letter).content.decode()

    desk.post(letter, {"act": "away"})
    away = ReplyGiven.objects.get().put_away_at
    desk.post(letter, {"act": "back"})
    sure = desk.post(letter, {"act": "throw"})
    kept = ReplyGiven.objects.count()
    desk.post(letter, {"act": "throw_for_good"})
    again = desk.post(letter, {"act": "throw_for_good"})

    assert "[we took out a way to reach somebody]" in html
    assert (away is not None, sure.status_code, kept, ReplyGiven.objects.count()) == (True, 200, 1, 0)
    assert again.status_code == 404


def test_a_supporter_reads_the_oldest_and_is_led_from_one_to_the_next():
    page = a_wanted_story()
    first, second = a_letter(page), a_letter(page, "You are a lion. You owe nobody a thing.")
    staff = signed_in(supporter_of(page))
    queue = staff.get(reverse("replies:index")).content.decode()

    passed = staff.post(reverse("replies:one", args=[first.pk]), {"act": "pass"})
    last = staff.post(
        reverse("replies:one", args=[second.pk]), {"act": "pass", "leave_out": ["1"], "hard": "yes"}
    )

    assert page.code in queue
    assert (passed["Location"], last["Location"]) == (
        reverse("replies:one", args=[second.pk]),
        reverse("replies:index"),
    )
    words = [giving.opened(row).words for row in giving.given_to(author_of(page)).order_by("pk")]
    assert words == [KIND, "You are a lion. \ue001"]
    assert list(ReplyGiven.objects.order_by("pk").values_list("hard", flat=True)) == [False, True]


@pytest.mark.parametrize(
    "typed",
    [{}, {"act": "keep_back"}, {"act": "worry", "worry": "x"}, {"act": "pass", "leave_out": ["0", "9", "x"]}],
)
def test_what_cannot_be_decided_so_is_said_and_nothing_changes(typed):
    page = a_wanted_story()
    reply = a_letter(page, "You are a lion.")

    answer = signed_in(supporter_of(page)).post(reverse("replies:one", args=[reply.pk]), typed)

    assert (answer.status_code, Reply.objects.get().state) == (422, ReplyState.WAITS)


def test_what_worries_somebody_is_the_leads_and_who_looks_at_what_was_taken_out_is_written_down():
    page = a_wanted_story()
    reply = a_letter(page, "I know where you live. Ring 07700 900123.")
    supporter, lead = signed_in(supporter_of(page)), signed_in(a_lead())
    one, whole = (reverse(f"replies:{name}", args=[reply.pk]) for name in ("one", "as_it_came"))

    supporter.post(one, {"act": "worry", "worry": "threatens"})
    before = lead.get(one).content.decode()
    seen = lead.post(whole).content.decode()
    lead.post(one, {"act": "keep_back", "why_not": "other"})

    assert ("07700 900123" in before, "07700 900123" in seen) == (False, True)
    assert supporter.post(whole).status_code in {403, 404}
    assert Reply.objects.get().state == ReplyState.KEPT_BACK
    assert Reply.objects.get().looks.count() == 1


def test_others_of_the_staff_and_who_is_kept_apart_meet_nothing():
    page = a_wanted_story()
    reply = a_letter(page)
    apart = a_lead(first_name="Moss")
    author_of(page).conflicts.add(apart)
    comms = people.a_member_of_staff(roles.COMMS)

    met = [
        signed_in(user).get(reverse("replies:one", args=[reply.pk]))
        for user in (apart, comms, people.a_supporter())
    ]

    assert not [answer for answer in met if KIND in answer.content.decode()]
    assert KIND in signed_in(supporter_of(page)).get(reverse("replies:one", args=[reply.pk])).content.decode()


def test_without_a_screen_it_is_said_by_phone_and_the_letters_come_on_paper():
    page = a_quiet_story()
    supporter, dee = signed_in(supporter_of(page)), author_of(page)
    person, paper = (reverse(f"replies:{name}", args=[dee.pk]) for name in ("person", "paper"))
    said = {"file": page.file.uid, "how": "phone"}

    supporter.post(person, said | {"said": "yes"})
    row = wishing.wishes_of(dee).get()
    a_given_letter(page, f"{KIND} Add me on snap")
    answer = supporter.post(paper)
    again = supporter.post(paper)
    supporter.post(person, said | {"said": "no"})
    text = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())

    assert (row.wants, row.how, row.written_by) == (True, "phone", supporter_of(page))
    assert "Your kettle made me cry on the bus." in text
    assert "[we took out a way to reach somebody]" in text
    assert (again.status_code, giving.not_on_paper_yet(dee)) == (302, [])
    assert not wishing.wants(dee, page.file_id)


@pytest.mark.parametrize("typed", [{}, {"said": "yes"}, {"file": "x", "said": "yes", "how": "phone"}])
def test_what_is_not_said_clearly_is_not_written_down(typed):
    page = a_quiet_story()

    signed_in(supporter_of(page)).post(reverse("replies:person", args=[author_of(page).pk]), typed)

    assert not wishing.wishes_of(author_of(page)).exists()


def test_a_list_asks_the_database_no_more_for_three_letters_than_for_one():
    page = a_wanted_story()
    lists = {
        reverse("replies:index"): signed_in(supporter_of(page)),
        reverse("storybank:reader_letters"): desk_of(page),
    }
    counted = []
    for more in (1, 2):
        for n in range(more):
            a_letter(page, f"{KIND} {more} {n}")
            a_given_letter(page, f"Thank you {more} {n}.")
        for address, client in lists.items():
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counted.append(len(asked))

    assert counted[:2] == counted[2:]
