"""The reader's form: without an account, a cookie or a script; nonsense is answered in words and nothing is lost."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from consent.domain.stop import stopping
from people import clock
from storybank.domain.replies import moderating, wishing
from storybank.models import Reply
from tests.factories import stories
from tests.storybank.replies.letters import KIND, a_wanted_story, author_of

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}


def where(page) -> str:
    return f"/stories/{page.slug}/write/"


def opened(page, client: Client) -> str:
    """The stamp of a form that is opened now."""
    html = client.get(where(page), headers=OURS).content.decode()
    return re.search(r'name="stamp" value="([^"]+)"', html)[1]


def sent(page, words: str, *, client: Client | None = None, stamp: str | None = None, **more: str):
    """Half a minute later."""
    client = client or Client(enforce_csrf_checks=True)
    stamp = opened(page, client) if stamp is None else stamp
    with clock.at(clock.now() + timedelta(seconds=30)):
        return client.post(where(page), {"words": words, "stamp": stamp} | more, headers=OURS)


def test_somebody_without_a_cookie_writes_and_is_told_that_no_answer_comes():
    page, reader = a_wanted_story(), Client(enforce_csrf_checks=True)

    answer = sent(page, KIND, client=reader)

    assert answer.status_code == 200
    assert "You will get no answer" in answer.content.decode()
    assert moderating.words_of(Reply.objects.select_related("file").get()) == KIND
    assert not reader.cookies
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Robots-Tag"].startswith("noindex")


def test_an_old_browser_gets_the_token_that_it_needs():
    page, old = a_wanted_story(), Client(enforce_csrf_checks=True)
    html = old.get(where(page)).content.decode()
    given = dict(re.findall(r'name="(stamp|csrfmiddlewaretoken)" value="([^"]+)"', html))

    without = old.post(where(page), {"words": KIND, "stamp": given["stamp"]}).status_code
    with clock.at(clock.now() + timedelta(seconds=30)):
        answer = old.post(where(page), {"words": KIND} | given)

    assert (without, answer.status_code, Reply.objects.count()) == (403, 200, 1)


def test_another_site_cannot_write_in_a_readers_name():
    page = a_wanted_story()
    reader = Client(enforce_csrf_checks=True)
    stamp = opened(page, reader)

    answer = reader.post(
        where(page), {"words": KIND, "stamp": stamp}, headers={"sec-fetch-site": "cross-site"}
    )

    assert (answer.status_code, Reply.objects.count()) == (403, 0)


@pytest.mark.parametrize(
    "words",
    [
        "\x00kettle \ud83d\ude00",
        "👩‍👧‍👦 mein Käthchen",
        "\u202erückwärts",
        "{{ 7*7 }}{% load i18n %}",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "شكرا جزيلا لك",
        "x" * 1000,
    ],
)
def test_whatever_they_type_is_taken_as_words(words):
    page = a_wanted_story()

    answer = sent(page, words.encode("utf-16", "surrogatepass").decode("utf-16"))

    assert (answer.status_code, Reply.objects.count()) == (200, 1)
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("words", ["", "   ", "\x00", "\u200b", "y" * 1001, "é" * 1_000_000])
def test_nothing_and_too_much_come_back_with_what_was_typed(words):
    page = a_wanted_story()

    answer = sent(page, words)

    assert (answer.status_code, Reply.objects.count()) == (422, 0)
    assert words.replace("\x00", "").strip()[:500] in answer.content.decode()


def test_pressed_twice_it_is_one_letter():
    page, reader = a_wanted_story(), Client()
    stamp = opened(page, reader)

    answers = [sent(page, KIND, client=reader, stamp=stamp).status_code for _ in range(2)]

    assert (answers, Reply.objects.count()) == ([200, 200], 1)


@pytest.mark.parametrize(("stamp", "after"), [("", 30), ("nonsense", 30), ("", 1), (None, 1), (None, 90_000)])
def test_too_quick_too_old_or_no_stamp_of_ours_is_asked_to_press_once_more(stamp, after):
    page, reader = a_wanted_story(), Client()
    stamp = opened(page, reader) if stamp is None else stamp

    with clock.at(clock.now() + timedelta(seconds=after)):
        answer = reader.post(where(page), {"words": KIND, "stamp": stamp}, headers=OURS)
        again = re.search(r'name="stamp" value="([^"]+)"', answer.content.decode())[1]
        last = sent(page, KIND, client=reader, stamp=again)

    assert (answer.status_code, last.status_code, Reply.objects.count()) == (422, 200, 1)
    assert "Your kettle made me cry" in answer.content.decode()


def test_a_machine_that_fills_what_no_human_sees_is_thanked_and_not_kept():
    page = a_wanted_story()

    answer = sent(page, KIND, website="https://elsewhere.example")

    assert (answer.status_code, Reply.objects.count()) == (200, 0)


def test_one_machine_writes_a_few_times_an_hour():
    page = a_wanted_story()

    answers = [sent(page, f"{KIND} {n}").status_code for n in range(7)]

    assert (answers, Reply.objects.count()) == ([200] * 6 + [429], 6)


def test_where_nobody_may_write_the_address_says_so_and_gives_the_words_back():
    silent, page, reader = stories.a_live_story(stories.an_author("Joss")), a_wanted_story(), Client()
    stamp = opened(page, reader)
    wishing.wish(author_of(page), page.file_id, wants=False)

    answers = [sent(one, KIND, client=reader, stamp=stamp) for one in (silent, page)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert "Your kettle made me cry" in answers[0].content.decode()
    assert page.title not in answers[1].content.decode()
    assert Reply.objects.count() == 0


def test_after_a_stop_the_address_is_gone_at_once_and_nothing_is_kept():
    page, reader = a_wanted_story(), Client()
    stamp = opened(page, reader)
    stopping.stop(author_of(page))

    answer = sent(page, KIND, client=reader, stamp=stamp)

    assert (answer.status_code, Reply.objects.count()) == (410, 0)
    assert reader.get(where(page)).status_code == 410
    assert reader.get("/stories/never-was/write/").status_code == 404


def test_whoever_may_be_in_danger_reads_whom_to_ring_first():
    page = a_wanted_story()

    hard = sent(page, "I want to die.").content.decode()
    kind = sent(page, KIND).content.decode()

    assert ("ring 999" in hard, "ring 999" in kind) == (True, False)
    assert hard.index("ring 999") < hard.index("You will get no answer")


def test_the_form_leads_who_is_in_the_story_to_where_they_are_heard():
    page = a_wanted_story()

    html = Client().get(where(page), headers=OURS).content.decode()

    assert f"/in-a-story/?about=/stories/{page.slug}/" in html
    assert "/help/" in html


def test_nothing_of_who_wrote_is_kept():
    page = a_wanted_story()

    Client().get(where(page), headers=OURS)
    sent(page, KIND, client=Client(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Reader 5"))

    row = {name: str(value) for name, value in Reply.objects.values().get().items()}
    assert not [name for name, value in row.items() if "203.0.113.77" in value or "Reader 5" in value]
