"""Who wrote a story together: each has sheets of their own, and what is on them counts as theirs and nobody else's."""

import pytest
from django.urls import reverse

from consent.domain.care import files
from consent.enums import Basis, Relation, State
from storybank.models import PaperPack, StoryPage
from tests.factories import people, stories
from tests.storybank.paper_twin.sheets_back import scanned
from tests.storybank.paper_twin.steps import at, items, sheets, states

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(staff):
    return people.a_person("Sam", supporter=staff["Priya"], channel="letter")


@pytest.fixture
def page(dee, sam):
    shared = stories.a_shared_story(dee)
    files.add_appearance(shared.file, person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    stories.asked(shared, "website", "newspapers")
    return StoryPage.objects.get(pk=shared.pk)


def test_a_second_author_without_a_screen_comes_to_their_thinking_time_on_paper(priya, ama, dee, sam, page):
    shown = priya.get(reverse("work:story", args=[page.pk])).content.decode()
    printed = priya.post(at("for_story", page.pk), {"person": sam.pk, "no_name": "1"})
    (pack,) = PaperPack.objects.all()
    scanned(pack)
    before = states(dee, page)
    typed = priya.post(at("enter", pack.code), sheets())
    compared = ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))

    buttons = [f'name="person" value="{person.pk}"' in shown for person in (dee, sam)]
    assert buttons == [True, True]
    assert (printed["Content-Type"], pack.person) == ("application/pdf", sam)
    assert [typed.status_code, compared.status_code] == [302, 302]
    assert states(sam, page) == {"website": State.COOLING, "newspapers": State.DEFERRED}
    assert states(dee, page) == before == {"website": State.REQUESTED, "newspapers": State.REQUESTED}


def test_sheets_go_to_nobody_who_did_not_write_it_or_is_not_ones_own(priya, staff, dee, sam, page):
    other = people.a_person("Ira", supporter=staff["Priya"])
    far = people.a_person("Tomos", supporter=people.a_supporter(first_name="Huw"))
    files.add_appearance(page.file, person=far, relation=Relation.CO_AUTHOR, basis=Basis.OWN)

    asked = [other.pk, far.pk, 10**9, "\x00", "-1", "nobody"]
    refused = [priya.post(at("for_story", page.pk), {"person": wanted}).status_code for wanted in asked]
    nobody_named = priya.post(at("for_story", page.pk))

    assert set(refused) == {403}
    assert (nobody_named.status_code, PaperPack.objects.get().person) == (200, dee)
