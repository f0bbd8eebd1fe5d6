"""Writing: every button saves, two windows never lose a word, bad input gets a plain sentence and keeps the text."""

import pytest
from django.urls import reverse

from storybank.domain import drafts
from storybank.models import Draft, StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db

NASTY = {
    "emoji": "I cried 😭👩‍👩‍👧 and 🇬🇧",
    "right to left": "قالت أمي: مرحبا \u200f{}",
    "template code": "{{7*7}} {% include 'x' %} ${7*7}",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "nul": "before\x00after",
    "control signs": "a\x07b\x1bc\u0085d",
    "very odd": "﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞ A\u202eB \ufeff",
    "quotes": "'; DROP TABLE draft; -- \"",
    "windows lines": "one\r\n\r\ntwo",
}


@pytest.fixture
def author():
    return stories.an_author()


@pytest.fixture
def desk(author):
    return at_the_desk_of(author)


def send(desk, draft, name, text, *, version=None, go="next", was=""):
    version = Draft.objects.get(pk=draft.pk).version if version is None else version
    return desk.post(address("question", draft, name), {name: text, "version": version, "go": go, "was": was})


def words(draft):
    return drafts.answers(Draft.objects.select_related("file").get(pk=draft.pk))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_whatever_is_typed_comes_back_as_it_was_and_does_nothing(desk, author, text):
    draft = stories.a_draft(author)

    answer = send(desk, draft, "like", text)
    shown = desk.get(address("question", draft, "like"))
    back = desk.get(address("read_back", draft))

    assert answer.status_code == 302
    assert words(draft)["like"] == drafts.tidy(text)
    assert shown.context["text"] == drafts.tidy(text)
    assert b"<script>alert" not in shown.content + back.content
    assert b"49" not in back.content.partition(b"<article")[2].partition(b"</article>")[0]


def test_a_name_may_be_as_odd_as_a_text(desk, author):
    draft = stories.a_draft(author)

    send(desk, draft, "title", "  {{7*7}}\x00 <b>😀\n\n two ")

    assert words(draft)["title"] == "{{7*7}} <b>😀 two"
    assert "{{7*7}} <b>😀 two" in said(desk.get(address("read_back", draft)))


@pytest.mark.parametrize(("name", "length"), [("happened", 1_000_000), ("happened", 60_001), ("title", 121)])
def test_too_long_is_said_in_words_and_the_text_is_still_there(desk, author, name, length):
    draft = stories.a_draft(author, title="Before", happened="Before.")

    answer = send(desk, draft, name, "😀" * length)

    assert answer.status_code == 200
    assert ("too long" in said(answer)) or ("shorter name" in said(answer))
    assert answer.context["text"] == "😀" * length
    assert words(draft)[name].startswith("Before")


def test_an_empty_answer_is_an_answer_and_clears_the_earlier_one(desk, author):
    draft = stories.a_draft(author)

    send(desk, draft, "happened", "")

    assert words(draft)["happened"] == ""


@pytest.mark.parametrize(
    ("name", "go", "to"),
    [
        ("happened", "next", "/write/like/"),
        ("like", "back", "/write/happened/"),
        ("happened", "back", "/share/"),
        ("title", "next", "/share/"),
        ("like", "all", "/share/"),
        ("like", "later", "/my/"),
        ("like", "nonsense", "/write/helped/"),
        ("open", "next", "/share/"),
    ],
)
def test_each_button_saves_and_goes_where_it_says(desk, author, name, go, to):
    draft = stories.a_draft(author)

    answer = send(desk, draft, name, "Some words.", go=go)

    assert answer.url.endswith(to)
    assert words(draft)[name] == "Some words."


def test_two_windows_keep_both_texts_and_the_author_picks(desk, author):
    draft = stories.a_draft(author, happened="The first text.")
    old = draft.version

    send(desk, draft, "happened", "The second text.", version=old)
    answer = send(desk, draft, "happened", "A third text, typed in an old window.", version=old)
    page = desk.get(answer.url)
    kept = desk.post(answer.url, {"version": page.context["draft"].version, "happened": "both"})

    assert answer.url == address("compare", draft)
    assert "The second text." in said(page)
    assert "A third text, typed in an old window." in said(page)
    assert kept.url == address("read_back", draft)
    assert words(draft)["happened"] == "The second text.\n\nA third text, typed in an old window."


@pytest.mark.parametrize(("choice", "text"), [("saved", "Second."), ("1", "Third.")])
def test_either_text_can_be_kept_alone(desk, author, choice, text):
    draft = stories.a_draft(author, happened="First.")
    old = draft.version
    send(desk, draft, "happened", "Second.", version=old)
    send(desk, draft, "happened", "Third.", version=old)

    desk.post(address("compare", draft), {"version": old + 1, "happened": choice})

    assert words(draft)["happened"] == text
    assert desk.get(address("compare", draft)).url == address("read_back", draft)


@pytest.mark.parametrize(
    "sent", [{}, {"happened": "7"}, {"happened": "\x00"}, {"version": "x", "happened": "saved"}]
)
def test_comparing_without_a_choice_or_with_an_old_version_changes_nothing(desk, author, sent):
    draft = stories.a_draft(author, happened="First.")
    old = draft.version
    send(desk, draft, "happened", "Second.", version=old)
    send(desk, draft, "happened", "Third.", version=old)

    answer = desk.post(address("compare", draft), {"version": old + 1} | sent)

    assert answer.status_code == 200
    assert "Third." in said(answer)
    assert words(draft)["happened"] == "Second."


def test_an_answer_nobody_touched_is_not_put_over_a_newer_one(desk, author):
    draft = stories.a_draft(author, happened="First.")
    page = desk.get(address("question", draft, "happened"))
    send(desk, draft, "happened", "Second.")

    answer = send(desk, draft, "happened", "First.", version=page.context["version"], was=page.context["was"])

    assert answer.url.endswith("/write/like/")
    assert words(draft)["happened"] == "Second."


def test_saving_while_typing_answers_with_the_new_version(desk, author):
    draft = stories.a_draft(author)

    answer = desk.post(address("autosave", draft), {"happened": "More.", "version": draft.version})

    assert (answer.status_code, answer.json()) == (200, {"version": draft.version + 1})
    assert words(draft)["happened"] == "More."


def test_saving_from_an_old_window_says_where_both_texts_lie(desk, author):
    draft = stories.a_draft(author, happened="First.")
    desk.post(address("autosave", draft), {"happened": "Second.", "version": draft.version})

    answer = desk.post(address("autosave", draft), {"happened": "Third.", "version": draft.version})

    assert (answer.status_code, answer.json()) == (409, {"compare": address("compare", draft)})
    assert drafts.aside(Draft.objects.get()) == [{"happened": "Third."}]


def test_saving_too_much_is_refused_and_the_earlier_words_stay(desk, author):
    draft = stories.a_draft(author, happened="First.")

    answer = desk.post(address("autosave", draft), {"happened": "x" * 60_001, "version": draft.version})

    assert answer.status_code == 400
    assert words(draft)["happened"] == "First."


def test_the_same_save_twice_is_one_save(desk, author):
    draft = stories.a_draft(author)

    first = desk.post(address("autosave", draft), {"happened": "More.", "version": draft.version})
    second = desk.post(address("autosave", draft), {"happened": "More.", "version": draft.version})

    assert first.json() == second.json()


def test_starting_twice_makes_one_empty_draft(desk):
    for _ in range(2):
        desk.post(reverse("storybank:write"), {"way": "open"})

    assert Draft.objects.count() == 1


def test_starting_without_choosing_makes_nothing(desk):
    answer = desk.post(reverse("storybank:write"), {"way": "\x00"})

    assert "Choose one of these." in said(answer)
    assert not Draft.objects.exists()


def test_sharing_twice_shares_once_and_leads_to_the_same_page(desk, author):
    draft = stories.a_draft(author)

    first = desk.post(address("read_back", draft), {"version": draft.version})
    second = desk.post(address("read_back", draft), {"version": draft.version})

    assert first.url == second.url == reverse("storybank:my_story", args=[draft.file.uid])
    assert StoryPage.objects.count() == 1


def test_sharing_what_changed_in_another_window_asks_to_read_it_once_more(desk, author):
    draft = stories.a_draft(author)
    send(desk, draft, "happened", "Something new.")

    answer = desk.post(address("read_back", draft), {"version": draft.version})

    assert "The words changed in another window." in said(answer)
    assert not StoryPage.objects.exists()


def test_nothing_is_not_shared(desk, author):
    draft = drafts.start(author)

    answer = desk.post(address("read_back", draft), {"version": draft.version})

    assert "There are no words here yet." in said(answer)
    assert not StoryPage.objects.exists()


@pytest.mark.parametrize("end", ["share", "delete"])
def test_words_from_an_old_window_are_shown_and_not_dropped(desk, author, end):
    draft = stories.a_draft(author)
    where = address("question", draft, "like")
    name = "read_back" if end == "share" else "delete_draft"
    desk.post(address(name, draft), {"version": draft.version})

    answer = desk.post(where, {"like": "Typed in an old window.", "version": 1})

    assert answer.status_code == 409
    assert answer.context["text"] == "Typed in an old window."


def test_deleting_takes_two_taps_and_then_nothing_is_left(desk, author):
    draft = stories.a_draft(author)

    looked = desk.get(address("delete_draft", draft))
    assert Draft.objects.exists()
    desk.post(address("delete_draft", draft))

    assert "Delete it" in said(looked)
    assert not Draft.objects.exists()
    assert desk.get(address("read_back", draft)).status_code == 404


def test_a_draft_lies_encrypted(author):
    draft = stories.a_draft(author, happened="Canary words.")

    assert b"Canary" not in bytes(Draft.objects.get(pk=draft.pk).sealed)
