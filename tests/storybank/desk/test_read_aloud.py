"""Where somebody has read exactly the words on the screen, they can be heard there, also without JavaScript."""

import re

import pytest
from django.template.base import VariableNode
from django.template.loader import get_template

from consent.domain.told import notices
from consent.domain.told.notices import Format
from people.domain import reading_aloud
from people.domain.fixed_words import html_of, words_of
from people.domain.reading_aloud import Words
from people.models import ReadAloud
from storybank.desk import read_aloud
from tests.factories import stories
from tests.storybank.desk.walking import address, choose
from tests.surfaces.stage import a_sound

pytestmark = pytest.mark.django_db
START = "/my/stories/new/"


def read(text: str, *, language: str = "en", key: str = "notice/x/plain") -> ReadAloud:
    words = Words(key=key, title="", language=language, text=text)
    return reading_aloud.keep(words, data=a_sound().read(), read_by="Mair", by=None)


def notice(language: str = "en", form: Format = Format.PLAIN) -> str:
    return notices.rendering(notices.STORY_CHOICES, language=language, format=form).text


def heard(response) -> list[tuple[str, str]]:
    """What each player on the page reads, and from where."""
    players = re.findall(r"<audio[^>]*>", response.content.decode())
    assert all("controls" in one and 'preload="none"' in one for one in players)
    return [
        (re.search(r'data-reads="([\w-]+)"', one)[1], re.search(r'src="([^"]+)"', one)[1]) for one in players
    ]


def test_the_notice_is_heard_in_the_form_it_is_read_in_and_no_other(desk, author):
    page = address("choices", stories.a_frozen_story(author))
    before = heard(desk.get(page))
    plain = read(notice())
    easy = read(notice(form=Format.EASY_READ), key="notice/x/easy_read")

    assert before == []
    assert heard(desk.get(page)) == [("notice", f"/read-aloud/{plain.uid}/")]
    assert heard(desk.get(f"{page}?as=easy_read")) == [("notice", f"/read-aloud/{easy.uid}/")]
    assert b'id="notice"' in desk.get(page).content


def test_one_changed_letter_is_not_heard(desk, author):
    page = address("choices", stories.a_frozen_story(author))

    read(notice().replace("Hello", "Hallo") + " ")

    assert heard(desk.get(page)) == []


def test_somebody_who_reads_welsh_hears_welsh(desk, author):
    page = address("choices", stories.a_frozen_story(author))
    read(notice())
    welsh = read(notice("cy"), language="cy")
    author.language = "cy"
    author.save()

    found = heard(desk.get(page))

    assert [(reads, where.removeprefix("/cy")) for reads, where in found] == [
        ("notice", f"/read-aloud/{welsh.uid}/")
    ]


def test_the_ways_to_tell_are_heard_on_their_screen(desk):
    before = desk.get(START)
    text = words_of(html_of("storybank/desk/parts/ways.html", language="en"))
    kept = read(text, key=read_aloud.WAYS)

    after = desk.get(START)

    assert (heard(before), heard(after)) == ([], [("ways", f"/read-aloud/{kept.uid}/")])
    assert text.splitlines()[:2] == [
        "One question at a time",
        "Five short questions. You can leave any of them empty.",
    ]
    assert b'id="ways"' in after.content


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        (read_aloud.STOP, "/my/stop/"),
        (read_aloud.STOP, "stop_story"),
        (read_aloud.AFTER_FIRST_YES, "choice_done"),
        (read_aloud.NEVER_KNOW, "never_know"),
        (read_aloud.CONTACT, "/my/contact/change/"),
    ],
)
def test_each_fixed_piece_is_heard_on_its_screen(desk, author, key, screen):
    page = stories.a_frozen_story(author)
    stories.asked(page, "website")
    if key == read_aloud.AFTER_FIRST_YES:
        choose(desk, page, answers={"website": "yes"})
    where = screen if screen.startswith("/") else address(screen, page)
    before = heard(desk.get(where))
    of, text = the_piece(key)
    kept = read(text, key=key)

    after = heard(desk.get(where))

    assert (before, after) == ([], [(of, f"/read-aloud/{kept.uid}/")])


def the_piece(key: str) -> tuple[str, str]:
    """The name of its place on the screen, and its words."""
    html = html_of(read_aloud.PIECES[key][1], language="en")
    return re.search(r'id="([\w-]+)"', html)[1], words_of(html)


@pytest.mark.parametrize("template", [template for _, template in read_aloud.PIECES.values()])
def test_a_fixed_piece_is_given_nothing_so_it_can_say_nothing_of_a_person(template):
    """A value of the page in it would make it other words for somebody else."""
    nodes = get_template(template).template.nodelist.get_nodes_by_type(VariableNode)

    assert nodes == []
    assert words_of(html_of(template, language="en")) != ""


def test_words_are_read_as_they_stand_a_block_a_line():
    html = "<h2>Stop</h2><p>You can <b>stop</b>\n today.</p><svg><title>No</title></svg><script>x()</script><p> </p>"

    assert words_of(html) == "Stop\nYou can stop today."
