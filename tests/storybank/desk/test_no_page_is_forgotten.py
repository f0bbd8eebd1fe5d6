"""Every page below /my/, taken from the list of addresses of the house: none is left out of the rules of the desk.

A new address is asked by itself. Where it opens for nobody here, give it somebody in `people_at_their_desks`; where it
is no page at all, a line in `NO_PAGE`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from consent.domain.acts.choices import choices_of
from consent.domain.care import files
from consent.domain.told.receipts import receipts_of
from people import clock, roles
from people.domain import codes
from storybank.after import checking_in, happened
from storybank.domain import drafts, in_it, suggestions, typing_up
from storybank.domain.replies import wishing
from storybank.models import LegacyRow, StoryPage
from storybank.thanks import promising
from storybank.workshop import evenings, pieces
from tests.consent.test_renotifying import publish
from tests.factories import people, pictures, speakers, stories
from tests.storybank.answers.an_answer import an_answer
from tests.storybank.desk.test_the_door_of_each_page import BANNED
from tests.storybank.desk.walking import address, at_the_desk_of, up_to_the_uses
from tests.storybank.desk.weighing import LIMIT, everything, weight
from tests.storybank.in_it.world import World
from tests.storybank.legacy.test_bringing_in import brought_in
from tests.storybank.replies.letters import a_given_letter
from tests.storybank.telling.a_teller import a_take, a_told_story
from tests.surfaces import doors
from tests.surfaces.crawling import LEAVES
from tests.surfaces.fuzzing import Page
from tests.surfaces.test_listening import below_my

pytestmark = pytest.mark.django_db

A_FILE, A_BUTTON = "a file, or bytes of one", "answers to a button only, and leads on"
NO_PAGE = {
    "consent:copy_as_data": A_FILE,
    "consent:copy_on_paper": A_FILE,
    "home:everything_copy": A_FILE,
    "storybank:in_it_media": A_FILE,
    "storybank:letter_paper": A_FILE,
    "storybank:own_media": A_FILE,
    "storybank:own_take": A_FILE,
    "storybank:skills_letter": A_FILE,
    "home:erase_keep": A_BUTTON,
    "people:sign_out": A_BUTTON,
    "speakers:choices_again": A_BUTTON,
    "speakers:choices_answer": A_BUTTON,
    "speakers:choices_ask_me": A_BUTTON,
    "speakers:choices_stop": A_BUTTON,
    "speakers:new_calendar_link": A_BUTTON,
    "speakers:rest": A_BUTTON,
    "storybank:in_it_ask_me": A_BUTTON,
    "storybank:move_take": A_BUTTON,
    "storybank:autosave": "for autosave.js",
    "storybank:take_at": "for send-parts.js",
    "storybank:take_part": "for send-parts.js",
    "storybank:take_done": "for send-parts.js",
}


def faults(answer: HttpResponse) -> list[str]:
    """What is wrong with a page of the desk, by any rule that holds for all of them."""
    html = answer.content.decode()
    title = re.search(r"<title>\s*(.*?)\s*</title>", html, re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", html).casefold().replace("<!doctype", "")
    right = {
        "stored nowhere": "no-store" in answer.get("Cache-Control", ""),
        "says not whence": answer.get("Referrer-Policy") == "no-referrer",
        "named Notes": bool(title) and title[1] == "Notes",
        "has a way out": "data-quick-exit" in html,
        f"light: {weight(html)}": weight(html) <= LIMIT,
        "no exclamation mark": "!" not in text,
    } | {f"never says {word}": not re.search(rf"\b{word}s?\b", text) for word in BANNED}
    return [rule for rule, kept in right.items() if not kept]


class Looker:
    """Opens pages as one person after the other, each page once, and keeps the faults of each."""

    def __init__(self, wanted: set[str]) -> None:
        self.client = Client()
        self.left = set(wanted)
        self.faults: dict[str, list[str]] = {}

    def walk(self, client: Client, begin: list[str]) -> None:
        """From where they begin, and on by every link to a page that nobody has opened yet."""
        self.client = client
        ways = list(begin)
        for where in ways:
            if where in begin or doors.name_of(where) in self.left:
                links = self.visit(where)
                if links is not None:
                    self.left.discard(doors.name_of(where))
                    ways += [link for link in links if link not in ways]

    def visit(self, where: str) -> list[str] | None:
        if LEAVES.search(where):
            return None
        answer = self.client.get(where)
        if answer.status_code != 200 or answer.streaming or "text/html" not in answer["Content-Type"]:
            return None
        if found := faults(answer):
            self.faults[doors.name_of(where)] = found
        return Page(answer.content.decode()).links


def people_at_their_desks() -> Iterator[tuple[Client, list[str]]]:
    """Each with what they have; and where else to begin than at /my/."""
    supporter = people.a_supporter(team=people.a_team("North"))
    yield from who_chooses(supporter)
    yield from who_tells(supporter)
    yield from who_is_live(supporter)
    yield from who_is_in_it()
    yield at_the_desk_of(speakers.says_yes(speakers.a_speaker()).person), []
    somebody = Client()
    somebody.post(reverse("people:sign_in"), {"address": "dee@post.example"})
    _, token = codes.issue_code(people.a_person("Sam"), by=None)
    yield somebody, [reverse("people:sign_in"), reverse("people:sign_in_code")]
    yield (
        somebody,
        [reverse("people:card", args=[token]), reverse("consent:stop"), reverse("consent:complain")],
    )
    yield somebody, [reverse("consent:in_a_story"), reverse("consent:in_a_story_answer")]


def who_is_in_it() -> Iterator[tuple[Client, list[str]]]:
    world = World()
    author, sister = world.client(world.author), world.client(world.rosa)
    in_it.choose(world.page, world.row.pk, blocks=(0,), whole=False, by=world.supporter)
    yield author, [address("may_they_read", world.page)]
    world.let_her_read()
    yield sister, [world.url()]
    for step, given in (
        ("told/", {}),
        ("words/", {}),
        ("use/website/", {"answer": "yes"}),
        ("understood/", {"asked": "stop", "answer": "stop"}),
        ("check/", {}),
    ):
        yield sister, [world.url(step)]
        sister.post(world.url(step), given)
    with clock.at(clock.now() + stories.LONG_AGO):
        yield sister, [world.url("second/")]
    sister.post(world.url("stop/"))
    yield sister, [world.url("stopped/")]


def who_chooses(supporter) -> Iterator[tuple[Client, list[str]]]:
    ira = stories.an_author("Ira", supporter=supporter)
    shared = stories.a_shared_story(ira, title="The lamp")
    promising.promise(shared.file_id, kind="voucher", pence=1000, by=supporter)
    stories.asked(shared, "website", "newsletter")
    desk = at_the_desk_of(ira)
    yield desk, [address("choices", shared)]
    up_to_the_uses(desk, shared)
    yield desk, [address("choice_people", shared)]
    for use in ("website", "newsletter"):
        yield desk, [address("choice_use", shared, use)]
        desk.post(address("choice_use", shared, use), {"answer": "yes"})
    yield desk, [address("choice_understood", shared)]
    desk.post(address("choice_understood", shared), {"asked": "stop", "answer": "stop"})
    desk.post(address("choice_understood", shared), {"asked": "copies", "answer": "no_new"})
    yield desk, [address("choice_check", shared)]
    desk.post(address("choice_check", shared))
    yield desk, [address("choice_done", shared)]
    with clock.at(clock.now() + stories.LONG_AGO):
        yield desk, [address("second", shared)]


def who_tells(supporter) -> Iterator[tuple[Client, list[str]]]:
    una = stories.an_author("Una", supporter=supporter)
    draft = stories.a_draft(una)
    a_take(draft)
    with suppress(drafts.StaleDraft):
        drafts.save(draft, answers={"happened": "From elsewhere."}, version=draft.version - 1)
    desk = at_the_desk_of(una)
    yield desk, [address("compare", draft), address("could_be_found", draft)]
    told, _ = a_told_story(una, happened="The gate.")
    typing_up.type_up(told, text="I kept the kettle on.", by=supporter)
    yield desk, [address("typed", told)]
    yield desk, [address("pictures", pictures.added(stories.a_shared_story(una, title="The gate")))]
    spelt = stories.a_shared_story(una, title="The bus", happened="I kept teh kettle. She came adn went.")
    cousin = files.add_appearance(spelt.file, role="my cousin")
    spelt = stories.edited(spelt, by=supporter, body=["I kept the kettle. He came and went."])
    stories.checked(spelt)
    yield desk, [address("changes", spelt), address("who_is_it", spelt, cousin.pk)]
    suggestions.accept_all(StoryPage.objects.get(pk=spelt.pk))
    yield desk, [address("spelling_back", spelt)]
    brought_in(by=supporter)
    row = LegacyRow.objects.get()
    yield (
        at_the_desk_of(files.author_of(row.file_id)),
        [reverse("storybank:from_before", args=[row.file.uid])],
    )


def who_is_live(supporter) -> Iterator[tuple[Client, list[str]]]:
    dee = stories.an_author("Dee", supporter=supporter)
    live = stories.a_live_story(dee, uses=("website", "newsletter"))
    an_answer(live)
    desk = at_the_desk_of(dee)
    evening = evenings.open_evening(on=clock.today(), place="", led_by=supporter, by=supporter)
    evenings.add(evening, dee)
    ours = stories.a_shared_story(dee, title="What we all said", happened="We sat round one table.")
    pieces.open_piece(evening, page=ours, by=supporter)
    happened.send(dee, by=supporter, mark=happened.gather(dee).mark)
    mine = choices_of(dee, live.file_id)[0].uid
    copy = receipts_of(dee)[0].code
    wishing.wish(dee, live.file_id, wants=True)
    letter = a_given_letter(live, hard=True)
    yield desk, [address("readers", live), reverse("storybank:reader_letter", args=[letter.uid])]
    yield desk, [address("up", live), address("my_choice", live, mine), address("show_less", live, mine)]
    yield desk, [reverse(f"storybank:{name}") for name in ("together", "yearly", "skills")]
    yield desk, [reverse("consent:ends"), reverse("consent:copy", args=[copy])]
    desk.post(reverse("consent:complain_mine"), {"about": "Nobody rang me.", "once": "a"})
    yield desk, [reverse("consent:complain_mine_done")]
    publish(people.a_member_of_staff(roles.DPO))
    yield desk, [reverse("consent:told")]
    with clock.at(clock.now() + timedelta(days=2)):
        checking_in.keep()
        asked = checking_in.asked_now(dee)[0]
        yield desk, [f"{reverse('storybank:how_stop')}?about={asked.uid}"]
    desk.post(address("stop_story", live))
    yield desk, [address("stop_story_done", live)]
    desk.post(reverse("consent:stop_mine"))
    yield desk, [reverse("consent:stop_mine_done")]


def test_every_page_below_my_keeps_the_rules_of_the_desk():
    looker = Looker(set(below_my()))

    for client, begin in people_at_their_desks():
        looker.walk(client, ["/my/", *begin])

    assert looker.left == NO_PAGE.keys()
    assert looker.faults == {}


def test_a_page_that_breaks_the_rules_is_seen_and_modules_are_weighed():
    bad = HttpResponse("<title>The kettle</title><p>Your permission was withdrawn!</p>")

    found = faults(bad)

    assert {"stored nowhere", "says not whence", "named Notes", "has a way out"} < set(found)
    assert {"never says permission", "never says withdrawn", "no exclamation mark"} < set(found)
    assert everything(["js/record.js"]) == {"js/record.js", "js/send-parts.js"}
    assert everything(["css/fonts.css"]) > {"fonts/literata.woff2"}
    house, own = '<link href="/static/css/tokens.css">', '<link href="/look/7A1F5C-0B4F6C/tokens.css">'
    assert weight(own) - len(own) > weight(house) - len(house) > 5_000
