"""One door: when the gate gives nothing, nothing is anywhere. The gate's read is replaced here, and only here."""

import pytest

from consent import policy
from consent.domain.acts.narrowing import Less, narrow
from consent.enums import IdentityLevel
from tests.factories import stories
from tests.surfaces.stage import CANARY, permission_of, the_stage
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, SURFACES, says, where_it_shows

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    return the_stage()


def test_the_control_story_shines_on_every_surface(client, stage):
    assert where_it_shows(client, stage) == EVERYWHERE


def test_when_the_gate_clears_nothing_every_surface_is_dark(client, stage, monkeypatch):
    read = policy._standing
    monkeypatch.setattr(policy, "_standing", lambda use, at: read(use, at).none())

    dark = where_it_shows(client, stage)

    assert dark == NOWHERE
    assert says(client, stage, CANARY) == set()


def counts(client):
    """Every number and every choice of theme, kind, region or language that readers are given."""
    front, listed, found = (client.get(where).context for where in ("/", "/stories/", f"/search/?q={CANARY}"))
    return [front["total"], len(front["themes"]), listed["total"], len(listed["facets"]), found["total"]]


def test_no_number_and_no_choice_gives_a_dark_story_away(client, stage, monkeypatch):
    before = counts(client)
    read = policy._standing
    monkeypatch.setattr(policy, "_standing", lambda use, at: read(use, at).none())

    assert counts(client) == [0, 0, 0, 0, 0]
    assert before == [2, 1, 2, 2, 1]


def test_a_story_whose_words_may_only_be_retold_now_is_not_counted_either(client, stage):
    before = counts(client)

    narrow(permission_of(stage), Less(identity=IdentityLevel.N1), person=stage.author)
    after = counts(client)

    assert [before[place] for place in (0, 2, 4)] == [2, 2, 1]
    assert [after[place] for place in (0, 2, 4)] == [1, 1, 0]


@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)
def test_when_the_gate_breaks_nothing_is_shown(surface, client, stage, monkeypatch):
    def broken(use, at):
        raise RuntimeError("the gate cannot be asked")

    client.raise_request_exception = False
    monkeypatch.setattr(policy, "_standing", broken)

    answer = surface.ask(client, stage)

    assert answer.status_code in {404, 500}
    assert not surface.sees(answer, stage)
    assert f"{CANARY} and" not in answer.content.decode()


def test_a_broken_gate_gives_readers_of_a_story_a_resting_page_and_no_trace(client, stage, monkeypatch):
    def broken(use, at):
        raise RuntimeError("the gate cannot be asked")

    monkeypatch.setattr(policy, "_standing", broken)

    answer = client.get(f"/stories/{stage.page.slug}/")

    assert answer.status_code == 404
    assert "There is nothing to read here just now." in answer.content.decode()


def test_where_the_house_keeps_them_stories_have_no_address_in_the_page_tree_at_all(client):
    page = stories.a_live_story()

    assert page.url_path.startswith("/stories-of-nobodys-team/")
    assert client.get(page.url_path).status_code == 404
    assert client.get(f"/stories/{page.slug}/").status_code == 200
