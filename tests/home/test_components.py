"""The page Components shows every component there is, in each state, and reads no row of anybody."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from home.components import desk, reading
from home.components.specimen import apart, component, draw
from people import roles
from tests.factories import people

SHELVES = ("reading", "desk")
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FOLDERS = ("components", "storybank/pieces", "home/front")
"""Where what the pages share stands. A new file there needs a specimen in `home.components`."""
SPOKEN = re.compile(r'{% translate "([^"]+)" %}')
LONGER = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)
NOT_OURS = re.compile(r"{{[^}]*}}|{%[^%]*%}|<[^>]*>")

AS_CODE = re.compile(r"[{\[(]'|\w+\(\w+=|<\w+ object|&lt;")

pytestmark = pytest.mark.django_db


@pytest.fixture
def comms(client: Client) -> Client:
    client.force_login(people.a_member_of_staff(roles.COMMS))
    return client


def test_every_component_is_shown(comms: Client):
    shown = {
        template.name
        for shelf in SHELVES
        for template in comms.get(f"/admin/components/{shelf}/en/").templates
    }
    there = {
        path.relative_to(TEMPLATES).as_posix()
        for folder in FOLDERS
        for path in (TEMPLATES / folder).glob("**/*.html")
    }

    assert len(there) > 30
    assert there - shown == set()


def test_every_sentence_that_they_can_say_is_shown(comms: Client):
    """States differ by what they say: one whose sentence is nowhere on the shelves is shown nowhere."""
    people.an_organisation(phone="01632 960100")  # the foot of the frame names it
    shelves = [comms.get(f"/admin/components/{shelf}/en/").content.decode() for shelf in SHELVES]
    shown = " ".join(shelves + [_plain(shelf) for shelf in shelves])
    shown = " ".join(unescape(shown).split())  # names of parts stand in marks
    paths = [path for folder in FOLDERS for path in (TEMPLATES / folder).glob("**/*.html")]
    paths.append(TEMPLATES / "home/search_body.html")
    said = {(path.name, words) for path in paths for words in _sentences(path.read_text("utf-8"))}

    assert len(said) > 120
    assert sorted((name, words) for name, words in said if words not in shown) == []


@pytest.mark.parametrize("shelf", SHELVES)
def test_no_component_is_given_what_it_would_write_out_as_code(comms: Client, shelf):
    shown = unescape(comms.get(f"/admin/components/{shelf}/en/").content.decode())

    assert AS_CODE.findall("{'reading': Reading(page_id=0, title='The 44')} ['<article>'] &lt;li&gt;") != []
    assert AS_CODE.findall(shown) == []


@pytest.mark.parametrize("shelf", SHELVES)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_shelf_stands_in_the_frame_of_its_pages(comms: Client, shelf, language):
    answer = comms.get(f"/admin/components/{shelf}/{language}/")

    assert answer.status_code == 200
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("address", ["nothing/en/", "reading/fr/", "desk/x/"])
def test_what_is_no_shelf_is_shut(comms: Client, address):
    assert comms.get(f"/admin/components/{address}").status_code == 403


@pytest.mark.parametrize(
    ("asked", "frame"),
    [
        ("", 'class="sb-shelf sb-shelf-light" src="/admin/components/reading/en/"'),
        (
            "?shelf=desk&language=cy&look=dark",
            'class="sb-shelf sb-shelf-dark" src="/admin/components/desk/cy/"',
        ),
        (
            "?shelf=%00&language=xx&look=<b>",
            'class="sb-shelf sb-shelf-light" src="/admin/components/reading/en/"',
        ),
    ],
)
def test_shelf_language_and_look_are_chosen_by_links(comms: Client, asked, frame):
    words = " ".join(comms.get(f"/admin/components/{asked}").content.decode().split())

    assert frame in words


@pytest.mark.parametrize(
    ("role", "status"),
    [(role, 200 if role in (roles.COMMS, roles.ADMINISTRATOR) else 403) for role in roles.ALL],
)
def test_comms_officers_and_administrators_may_look(client: Client, role, status):
    client.force_login(people.a_member_of_staff(role))

    assert client.get("/admin/components/").status_code == status
    assert client.get("/admin/components/reading/en/").status_code == status


@pytest.mark.parametrize("groups", [reading.groups, desk.groups])
def test_no_two_specimens_share_an_id_or_a_name(groups):
    shelf = groups()
    drawn = [
        draw(one, number=f"{g}-{n}") for g, group in enumerate(shelf) for n, one in enumerate(group.specimens)
    ]
    ids = [found for one in drawn for found in _ids(one.html)]

    assert len(ids) == len(set(ids))
    assert len({one.state for one in drawn}) == len(drawn)


def test_what_points_at_an_id_goes_with_it_and_landmarks_are_named_after_their_state():
    html = (
        '<nav aria-label="More"><a href="#a">x</a><a href="#b">y</a></nav>'
        '<section aria-labelledby="a"><h2 id="a">A</h2></section>'
    )

    assert apart(html, number="1-2", state="Last & least") == (
        '<nav aria-label="Last &amp; least: More"><a href="#a-1-2">x</a><a href="#b">y</a></nav>'
        '<section aria-labelledby="state-1-2 a-1-2"><h2 id="a-1-2">A</h2></section>'
    )


def test_a_specimen_is_drawn_by_the_template_of_the_pages():
    drawn = draw(component("Quiet", "button", label="Not now", kind="quiet"), number="0-0")

    assert 'class="button button-quiet"' in drawn.html


def _ids(html: str) -> list[str]:
    return [part.split('"')[0] for part in html.split(' id="')[1:]]


def _plain(html: str) -> str:
    """Without marks; heads of pages are shown as text, and so escaped twice."""
    return " ".join(NOT_OURS.sub(" ", unescape(unescape(html))).split())


def _sentences(template: str) -> set[str]:
    """What it says by itself, in the longest pieces between the values that it is given."""
    whole = SPOKEN.findall(template) + LONGER.findall(template)
    pieces = (max((" ".join(part.split()) for part in NOT_OURS.split(one)), key=len) for one in whole)
    return {piece for piece in pieces if piece}
