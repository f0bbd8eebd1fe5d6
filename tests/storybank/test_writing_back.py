"""The author writes back, to one change or to the whole; the supporter answers beside it; both see the same lines."""

import pytest
from django.urls import reverse

from people import keyring
from people.models import OutboxMessage
from storybank.domain import suggestions, writing_back
from storybank.domain.writing_back import THE_WHOLE, About
from storybank.models import StoryPage, WriteBack
from tests.factories import people, stories
from tests.storybank.admin.steps import a_team_story
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    page, supporter, author = a_team_story(title="Tea", happened="I kept the kettle on for my sister.")
    page = stories.edited(page, by=supporter, body=["I kept the kettle on for my mother."])
    stories.checked(page)
    return StoryPage.objects.get(pk=page.pk), supporter, author


def lines(page):
    return [
        (talk.about, [(line.who, line.text) for line in talk.lines]) for talk in writing_back.talks([page])
    ]


def told(event):
    return OutboxMessage.objects.filter(event=event).count()


def test_a_line_about_one_change_stands_beside_it_for_both_and_is_answered_there(world, client):
    page, supporter, author = world
    [change] = suggestions.suggested_changes(page)
    about = About("Your words", "sister.", "mother.")
    desk = at_the_desk_of(author)

    sent = desk.post(address("talk", page), {"text": "It was my <b>sister</b> 😀", "about": change.id})
    client.force_login(supporter)
    sheet = client.get(reverse("work:story", args=[page.pk])).content.decode()
    uid = WriteBack.objects.get().uid
    client.post(reverse("work:answer_back", args=[page.pk, uid]), {"text": "You are right."})

    own = said(desk.get(address("change", page, change.id)))
    assert sent.url == address("change", page, change.id)
    assert "It was my &lt;b&gt;sister&lt;/b&gt; 😀" in sheet
    assert sheet.index("mother.") < sheet.index("It was my")
    assert lines(page) == [(about, [("", "It was my <b>sister</b> 😀"), ("Nia", "You are right.")])]
    assert ("Nia wrote" in own, "You are right." in own) == (True, True)
    assert (told("storybank/wrote_back"), told("storybank/answered_you")) == (1, 1)
    assert "There is an answer for you." in said(desk.get(address("my_story", page)))


def test_it_decides_nothing(world):
    page, _, author = world
    [change] = suggestions.suggested_changes(page)

    at_the_desk_of(author).post(address("talk", page), {"text": "Please take it", "about": change.id})

    after = StoryPage.objects.get(pk=page.pk)
    assert [one.id for one in suggestions.suggested_changes(after)] == [change.id]
    assert after.accepted_revision_id == page.accepted_revision_id


def test_of_the_whole_it_can_be_written_at_any_time(world):
    page, _, author = world

    at_the_desk_of(author).post(address("talk", page), {"text": "Thank you", "about": "body-77"})

    assert lines(page) == [(THE_WHOLE, [("", "Thank you")])]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Write something first."),
        (" \n ", "Write something first."),
        ("\u200b\ufeff", "Write something first."),
        ("\x00", "Write something first."),
        ("a" * 2001, "This is too long."),
        ("x" * 1_000_000, "This is too long."),
    ],
)
def test_what_cannot_be_kept_stays_in_the_box(world, text, problem):
    page, _, author = world

    answer = at_the_desk_of(author).post(address("talk", page), {"text": text})

    assert (answer.status_code, problem in said(answer)) == (422, True)
    assert (text.strip("\x00 \n")[:2000] in said(answer)) is True
    assert WriteBack.objects.count() == 0


@pytest.mark.parametrize(
    "text", ["\u202eright to left", "{{ 7|add:7 }} {% now 'Y' %}", "😀" * 50, "a\r\n\r\nb"]
)
def test_whatever_is_written_is_words_and_nothing_else(world, text):
    page, _, author = world
    desk = at_the_desk_of(author)

    desk.post(address("talk", page), {"text": text})

    assert lines(page) == [(THE_WHOLE, [("", text.replace("\r\n", "\n"))])]
    assert desk.get(address("talk", page)).status_code == 200


def test_a_second_tap_writes_nothing_twice(world):
    page, supporter, author = world
    for _ in range(2):
        at_the_desk_of(author).post(address("talk", page), {"text": "Thank you"})
    uid = WriteBack.objects.get().uid
    for _ in range(2):
        writing_back.answer(page, by=supporter, text="With pleasure", to=uid)

    assert lines(page) == [(THE_WHOLE, [("", "Thank you"), ("Nia", "With pleasure")])]
    assert (told("storybank/wrote_back"), told("storybank/answered_you")) == (1, 1)


def test_it_lies_sealed_and_with_the_key_it_is_gone(world):
    page, _, author = world
    writing_back.write(page, author, text="About my sister")
    kept = bytes(WriteBack.objects.get().sealed)

    keyring.shred(page.file.uid)

    assert b"sister" not in kept
    assert lines(page) == []


def test_nobody_else_reads_or_answers(world, client):
    page, supporter, author = world
    writing_back.write(page, author, text="About my sister")
    uid = WriteBack.objects.get().uid
    elsewhere = people.a_supporter(team=people.a_team("South"), first_name="Sol")
    neighbour = stories.an_author("Sam")
    to = reverse("work:answer_back", args=[page.pk, uid])

    client.force_login(elsewhere)
    theirs = client.post(to, {"text": "Hello"}).status_code
    others = at_the_desk_of(neighbour).get(address("talk", page)).status_code
    client.force_login(supporter)
    wrong = client.post(
        reverse("work:answer_back", args=[page.pk, "00000000-0000-4000-8000-000000000000"]), {"text": "Hello"}
    )
    empty = client.post(to, {"text": "  "})

    assert (theirs, others) == (403, 404)
    assert (wrong.status_code, "You wrote: Hello" in wrong.content.decode()) == (422, True)
    assert empty.status_code == 422
    assert WriteBack.objects.count() == 1
