"""Starting the demo again through the screens: asked, watched, done; and what a visitor did is gone."""

import pytest
from django.test import Client

from home.demo.stories import STORIES
from home.demo_loading.start import remember_start
from home.demo_room import afresh
from people.models import Person
from storybank.domain.queries import public_stories
from tests.factories.people import a_person, an_organisation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def watched(client: Client) -> str:
    return b"".join(client.get("/demo/again/wait/").streaming_content).decode()


def test_the_charity_comes_back_as_it_was(client: Client):
    remember_start()
    an_organisation(fictional=True, name="Renamed by a visitor")
    a_person("A stray")

    began = client.post("/demo/again/")
    page = watched(client)

    assert began.url == "/demo/again/wait/"
    assert f"Telling story {len(STORIES)} of {len(STORIES)}" in page
    assert "It is the first morning again" in page
    assert "A stray" not in {person.called for person in Person.objects.all()}
    assert public_stories().count() >= 11
    assert client.get("/demo/").context["organisation"].name == "Open Door Network"


def test_a_house_that_is_not_the_demos_stays_and_the_page_says_why(client: Client):
    a_person("Somebody real")

    client.post("/demo/again/")
    page = watched(client)

    assert "That did not work" in page
    assert "not the demo&#x27;s" in page
    assert Person.objects.count() == 1


def test_pressing_a_second_time_joins_what_is_under_way():
    afresh._write(afresh.Work(state="running"))

    assert afresh.begin() is False


def test_work_that_fell_silent_counts_as_broken_off(settings):
    afresh._write(afresh.Work(state="running", lines=["Emptying the house …"]))
    file = afresh._file()
    file.write_text(file.read_text().replace('"beat": "20', '"beat": "19'))

    assert afresh.progress().state == "failed"
