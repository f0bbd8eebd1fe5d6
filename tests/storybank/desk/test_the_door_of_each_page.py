"""Every page of the desk: its author only, the same 404 for all else, stored nowhere, small, in everyday words."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from people.models import User
from storybank.desk.urls import urlpatterns
from tests.architecture.the_house import ROOT
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of
from tests.storybank.desk.weighing import LIMIT, weight

pytestmark = pytest.mark.django_db

WITH_UID = [pattern.name for pattern in urlpatterns if "uid" in pattern.pattern.converters]
OF_A_THING = {
    name: [uuid4()]
    for name in (
        *("own_media", "my_choice", "show_less"),
        *("own_take", "take_part", "take_done", "move_take", "throw_take_away"),
    )
}
"""Pages of one thing in a story; their own tests let the author in."""
REST = {
    "question": ["happened"],
    "change": ["body-0"],
    "choice_use": ["website"],
    "seen_by": ["sister"],
    "who_is_it": [10**6],
    "take_at": [uuid4()],
    **OF_A_THING,
}
BANNED = (
    *(
        "edition",
        "appearance",
        "permission",
        "evidence",
        "withdrawn",
        "safeguarding",
        "jigsaw",
        "recall",
        "hold",
    ),
    *("cooling-off", "outing", "invalidated", "receipt", "submit", "redact", "workflow", "invalid"),
)
SAID = r"{% translate \"([^\"]+)\"|{% blocktranslate[^%]*%}(.*?){% endblock"


def where(name, uid):
    return reverse(f"storybank:{name}", args=[uid, *REST.get(name, [])])


@pytest.mark.parametrize("method", ["get", "post"])
def test_unknown_and_somebody_elses_answer_the_same_bytes(method):
    mine, theirs = stories.an_author("Dee"), stories.an_author("Sam")
    live, draft = stories.a_live_story(theirs), stories.a_draft(theirs)
    desk = at_the_desk_of(mine)
    usual = reverse("storybank:my_story", args=[uuid4()])
    usual = desk.get(usual).content.replace(usual.encode(), b"")

    for name in WITH_UID:
        for uid in (uuid4(), live.file.uid, draft.file.uid):
            answer = getattr(desk, method)(where(name, uid))
            content = answer.content.replace(where(name, uid).encode(), b"")
            assert (name, answer.status_code, content) == (name, 404, usual)


def test_its_own_author_is_let_in():
    author = stories.an_author()
    draft, live = stories.a_draft(author), stories.a_live_story(author)
    desk = at_the_desk_of(author)

    found = {
        name: desk.get(
            where(name, (draft if name in {"question", "autosave", "compare"} else live).file.uid)
        ).status_code
        for name in WITH_UID
    }

    assert {name for name, status in found.items() if status not in {200, 302}} == {*OF_A_THING, "who_is_it"}


def test_strangers_are_sent_to_the_sign_in_and_staff_are_refused(client):
    addresses = [reverse("storybank:write"), reverse("storybank:my_stories"), reverse("home:my")]
    addresses += [reverse("consent:stop_mine"), reverse("consent:paper_code")]
    addresses += [where(name, uuid4()) for name in WITH_UID]

    strangers = {client.get(address).headers.get("Location") for address in addresses}
    client.force_login(
        User.objects.create_staff(email="sol@charity.example", first_name="Sol", last_name="Ek")
    )
    staff = {client.get(address).status_code for address in addresses}

    assert strangers == {reverse("people:sign_in")}
    assert staff == {403}


def pages():
    """Every page of the desk that can be shown, with what it needs."""
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    draft, shared = stories.a_draft(author), stories.a_frozen_story(author, uses=("website", "newsletter"))
    live = stories.a_live_story(author)
    changed = stories.edited(
        stories.a_shared_story(author, happened="I kept teh kettle."), body=["I sold the kettle."]
    )
    stories.checked(changed)
    desk = at_the_desk_of(author)
    yield desk, reverse("home:my")
    yield desk, reverse("storybank:write")
    yield desk, reverse("storybank:my_stories")
    yield desk, reverse("consent:stop_mine")
    yield desk, reverse("consent:paper_code")
    yield desk, reverse("consent:stop")
    for name in ("question", "read_back", "delete_draft"):
        yield desk, address(name, draft, *REST.get(name, []))
    yield desk, address("changes", changed)
    yield desk, address("change", changed, "body-0")
    for name in ("my_story", "preview", "up", "my_choices", "stop_story", "seen_by"):
        yield desk, address(name, live, *REST.get(name, []))
    yield desk, address("choices", shared)
    desk.post(address("choices", shared), {"as": "plain"})
    yield desk, address("choice_people", shared)
    desk.post(address("choice_people", shared), {"answer": "no"})
    yield desk, address("choice_name", shared)
    desk.post(address("choice_name", shared), {"identity": "2"})
    yield desk, address("choice_seen", shared)
    desk.post(address("choice_seen", shared), {"time": "0"})
    for slug in ("website", "newsletter"):
        yield desk, address("choice_use", shared, slug)
        desk.post(address("choice_use", shared, slug), {"answer": "yes"})
    yield desk, address("choice_understood", shared)
    desk.post(address("choice_understood", shared), {"asked": "stop", "answer": "stop"})
    desk.post(address("choice_understood", shared), {"asked": "copies", "answer": "no_new"})
    yield desk, address("choice_check", shared)
    yield desk, address("choice_first", shared)
    desk.post(address("choice_check", shared))
    yield desk, address("choice_done", shared)


def test_every_page_is_stored_nowhere_named_notes_small_and_with_a_way_out():
    seen = 0
    for desk, url in pages():
        answer = desk.get(url)
        html = answer.content.decode()

        assert answer.status_code == 200, url
        assert "no-store" in answer["Cache-Control"], url
        assert answer["Referrer-Policy"] == "no-referrer", url
        assert "<title>Notes</title>" in re.sub(r">\s+|\s+<", lambda found: found.group().strip(), html), url
        assert "data-quick-exit" in html, url
        assert weight(html) <= LIMIT, url
        seen += 1
    assert seen == 27


def test_every_page_speaks_in_everyday_words():
    """Whole words only, tags aside: a name of a class is not read by anybody."""
    for desk, url in pages():
        text = re.sub(r"<[^>]+>", " ", desk.get(url).content.decode()).casefold()
        assert [word for word in BANNED if re.search(rf"\b{word}s?\b", text)] == [], url
        assert "!" not in text.replace("<!doctype", ""), url


def test_no_template_of_the_desk_holds_a_banned_word():
    files = [
        path
        for folder in ("templates/storybank/desk", "templates/consent")
        for path in sorted((ROOT / folder).rglob("*.html"))
    ]
    for path in files:
        said = re.findall(
            r"{% translate \"([^\"]+)\"|{% blocktranslate[^%]*%}(.*?){% endblock", path.read_text(), re.DOTALL
        )
        text = " ".join(" ".join(parts) for parts in said).casefold()
        assert [word for word in BANNED if re.search(rf"\b{word}s?\b", text)] == [], path
        assert "please note" not in text
    assert len(files) > 30
