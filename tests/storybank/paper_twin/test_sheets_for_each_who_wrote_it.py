"""Who wrote a story together: each has sheets of their own, and what is on them counts as theirs and nobody else's."""

import pytest
from django.urls import reverse

from consent.domain.care import files
from consent.enums import Basis, Relation, State
from storybank.models import PaperPack, StoryPage
from tests.factories import people, stories
from tests.storybank.answers.test_staff import signed_in
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


def test_a_second_author_has_sheets_from_a_supporter_who_is_not_the_authors(page, dee, sam):
    huw = people.a_supporter(first_name="Huw")
    tomos = people.a_person("Tomos", supporter=huw, channel="letter")
    before = signed_in(huw)
    files.add_appearance(page.file, person=tomos, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    not_asked = before.post(at("for_story", page.pk), {"person": tomos.pk}).status_code
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")

    listed = before.get("/admin/paper/").content.decode()
    printed = before.post(at("for_story", page.pk), {"person": tomos.pk})
    refused = [before.post(at("for_story", page.pk), {"person": one}).status_code for one in (dee.pk, "")]
    reads = before.get(reverse("work:story", args=[page.pk])).status_code

    assert (page.code in listed, dee.called in listed, sam.called in listed) == (True, False, False)
    assert (not_asked, printed["Content-Type"]) == (403, "application/pdf")
    assert [pack.person for pack in PaperPack.objects.all()] == [tomos]
    assert (refused, reads) == ([403, 403], 403)


def test_no_sheets_of_a_story_with_somebody_in_it_whom_the_second_supporter_keeps_away_from(page, dee):
    huw = people.a_supporter(first_name="Huw")
    tomos = people.a_person("Tomos", supporter=huw, channel="letter")
    files.add_appearance(page.file, person=tomos, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")
    dee.conflicts.add(huw)

    refused = signed_in(huw).post(at("for_story", page.pk), {"person": tomos.pk}).status_code

    assert (refused, PaperPack.objects.count()) == (403, 0)


def test_sheets_go_to_nobody_who_did_not_write_it_or_is_not_ones_own(priya, staff, dee, sam, page):
    other = people.a_person("Ira", supporter=staff["Priya"])
    far = people.a_person("Tomos", supporter=people.a_supporter(first_name="Huw"))
    files.add_appearance(page.file, person=far, relation=Relation.CO_AUTHOR, basis=Basis.OWN)

    asked = [other.pk, far.pk, 10**9, "\x00", "-1", "nobody"]
    refused = [priya.post(at("for_story", page.pk), {"person": wanted}).status_code for wanted in asked]
    nobody_named = priya.post(at("for_story", page.pk))

    assert set(refused) == {403}
    assert (nobody_named.status_code, PaperPack.objects.get().person) == (200, dee)
