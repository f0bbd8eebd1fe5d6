"""One door: when the gate gives nothing, nothing is anywhere. Its read is replaced here, at its one narrow place."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from consent.domain.acts.narrowing import Less, narrow
from consent.enums import IdentityLevel
from tests.factories import stories
from tests.surfaces.cutting import broken, nothing, the_gate_is
from tests.surfaces.stage import CANARY, permission_of, the_stage
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, SURFACES, says, where_it_shows

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    return the_stage()


def test_the_control_story_shines_on_every_surface(client, stage):
    assert where_it_shows(client, stage) == EVERYWHERE


def test_when_the_gate_clears_nothing_every_surface_is_dark_and_then_shines_again(client, stage):
    before = where_it_shows(client, stage)

    with the_gate_is(nothing):
        dark, said = where_it_shows(client, stage), says(client, stage, CANARY)

    assert (before, dark, said) == (EVERYWHERE, NOWHERE, set())
    assert where_it_shows(client, stage) == EVERYWHERE


READ_OF_CLEARANCES = re.compile(r"Clearance\.objects|clearances__|consent_clearance|granted\(|standing\(use")
READERS = {
    "consent/domain/clearance/granted.py": "the narrow place",
    "consent/policy.py": "the gate, through the narrow place",
    "consent/domain/clearance/finding.py": "for lists of the house, through the narrow place",
    "consent/domain/out/claiming.py": "going out, through the narrow place",
    "consent/domain/out/outings.py": "going out, through the narrow place",
    "consent/domain/clearance/clearing.py": "writes them",
    "consent/domain/clearance/superseding.py": "which ones a newer version ends",
    "consent/domain/crowd/bulk.py": "writes those of an invented crowd",
    "consent/domain/proof/audit_events.py": "proves them against the ledger",
    "consent/domain/rights/erasing.py": "takes them away",
    "consent/domain/stop/stopping.py": "looks whether a stop has left one",
    "storybank/guards.py": "PostgreSQL's own guard of live pages",
}
"""Nobody else asks for clearances. What does not go through the narrow place shows nothing to anybody."""


def test_every_read_of_clearances_is_known():
    rooms = ("people", "consent", "storybank", "speakers", "home")
    files = [path for room in rooms for path in Path(settings.BASE_DIR, room).rglob("*.py")]
    written = {path.relative_to(settings.BASE_DIR).as_posix(): path.read_text() for path in files}

    found = {
        name
        for name, text in written.items()
        if "/migrations/" not in name and READ_OF_CLEARANCES.search(text)
    }

    assert found == set(READERS)
    assert [name for name in READERS if "valid_until__gt" in written[name]] == [
        "consent/domain/clearance/granted.py"
    ]


def counts(client):
    """Every number and every choice (themes; on the list kinds, languages and formats) that readers are given."""
    front, listed, found = (
        " ".join(client.get(where).content.decode().split())
        for where in ("/", "/stories/", f"/search/?q={CANARY}")
    )
    said = (
        re.search(r"All (\d+) stories|The one story", front),
        re.search(r"(\d+) stor(y|ies), told by", listed),
    )
    total, told = (int(number[1] or 1) if number else 0 for number in said)
    return [
        total,
        front.count('<span class="theme">'),
        told,
        listed.count('class="facet-label"'),
        len(set(re.findall(r"/stories/s-\w+/", found))),
    ]


def test_no_number_and_no_choice_gives_a_dark_story_away(client, stage):
    before = counts(client)

    with the_gate_is(nothing):
        dark = counts(client)

    assert (before, dark) == ([2, 1, 2, 3, 1], [0, 0, 0, 0, 0])


def test_a_story_whose_words_may_only_be_retold_now_is_not_counted_either(client, stage):
    before = counts(client)

    narrow(permission_of(stage), Less(identity=IdentityLevel.N1), person=stage.author)
    after = counts(client)

    assert [before[place] for place in (0, 2, 4)] == [2, 2, 1]
    assert [after[place] for place in (0, 2, 4)] == [1, 1, 0]


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)
def test_when_the_gate_breaks_nothing_is_shown(surface, client, stage):
    client.raise_request_exception = False
    before = surface.shows(client, stage)

    with the_gate_is(broken):
        answer = surface.ask(client, stage)

    assert before
    assert answer.status_code in {404, 500}
    assert not surface.sees(answer, stage)
    assert f"{CANARY} and" not in answer.content.decode()


def test_a_broken_gate_gives_readers_of_a_story_a_resting_page_and_no_trace(client, stage):
    with the_gate_is(broken):
        answer = client.get(f"/stories/{stage.page.slug}/")

    assert answer.status_code == 404
    assert "There is nothing to read here just now." in answer.content.decode()


def test_where_the_house_keeps_them_stories_have_no_address_in_the_page_tree_at_all(client):
    page = stories.a_live_story()

    assert page.url_path.startswith("/stories-of-nobodys-team/")
    assert client.get(page.url_path).status_code == 404
    assert client.get(f"/stories/{page.slug}/").status_code == 200
