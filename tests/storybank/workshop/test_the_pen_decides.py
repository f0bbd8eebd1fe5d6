"""In a piece by several the first author alone talks with the supporter and decides about changes; nobody for them."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from consent.domain.care import files
from consent.enums import Basis, Relation
from storybank.desk.standing import where
from storybank.domain import who_else, writing_back
from storybank.domain.own_data import media_of, own_data
from storybank.models import StoryPage
from storybank.paper_twin import asking
from storybank.paper_twin.sheet_words import Words
from storybank.paper_twin.sheets import sheets_of
from tests.factories import people, stories
from tests.storybank.telling.a_teller import a_told_story

pytestmark = pytest.mark.django_db
THE_PENS = {
    "talk": [],
    "typed": [],
    "changes": [],
    "change": ["body-0"],
    "spelling_back": [],
    "pictures": [],
    "whose": [],
    "who_else": [],
    "who_is_it": [1],
    "may_they_read": [],
    "from_before": [],
}
LINE = "zqbetweenus"


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def dee(supporter):
    return stories.an_author("Dee", supporter=supporter)


@pytest.fixture
def ira(supporter):
    return people.a_person("Ira", supporter=supporter)


def together(page, person):
    files.add_appearance(page.file, person=person, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    return page


@pytest.fixture
def page(dee, ira, supporter):
    """The supporter has suggested a change, and it waits for the first author."""
    page = together(stories.a_shared_story(dee, happened="We sat round one table."), ira)
    page = stories.edited(page, by=supporter, title="One big table")
    stories.checked(page, by=people.a_supporter(first_name="Ama"))
    return StoryPage.objects.get(pk=page.pk)


def at(name, page):
    return reverse(f"storybank:{name}", args=[page.file.uid, *THE_PENS.get(name, [])])


def of(person):
    client = Client()
    client.force_login(person.user)
    return client


@pytest.mark.parametrize("name", THE_PENS)
def test_only_the_first_author_opens_what_is_between_them_and_the_supporter(page, dee, ira, name):
    who_else.somebody_could_be(page, dee, who=["my sister"])
    THE_PENS["who_is_it"] = [who_else.everybody(page)[0].pk]
    mine, other = of(dee), of(ira)

    assert {mine.get(at(name, page)).status_code} <= {200, 302, 404 if name == "change" else 200}
    assert [other.get(at(name, page)).status_code, other.post(at(name, page), {}).status_code] == [404, 404]


def test_nobody_takes_a_change_for_the_first_author(page, dee, ira):
    accepted = page.accepted_revision_id

    of(ira).post(at("changes", page), {"act": "take-all"})
    of(ira).post(at("changes", page), {"act": "finish", "seen": page.latest_revision_id})

    assert StoryPage.objects.get(pk=page.pk).accepted_revision_id == accepted
    assert where(dee, page).todo == "Look at the changes"


def test_whoever_writes_with_them_reads_where_it_stands_and_still_says_yes_and_stops(page, dee, ira):
    shown = of(ira).get(reverse("storybank:my_story", args=[page.file.uid])).content.decode()
    mine = of(dee).get(reverse("storybank:my_story", args=[page.file.uid])).content.decode()
    asked = together(stories.a_shared_story(dee, title="The other table"), ira)
    stories.asked(asked, "website")

    assert (where(ira, page).todo, "getting the words ready" in where(ira, page).sentence) == ("", True)
    assert [at(name, page) in shown for name in ("talk", "whose", "who_else")] == [False] * 3
    assert [at(name, page) in mine for name in ("talk", "whose", "who_else")] == [True] * 3
    assert of(ira).get(reverse("storybank:preview", args=[page.file.uid])).status_code == 200
    assert where(ira, StoryPage.objects.get(pk=asked.pk)).todo == "Choose"
    assert (
        reverse("storybank:stop_story", args=[asked.file.uid])
        in of(ira).get(reverse("storybank:my_story", args=[asked.file.uid])).content.decode()
    )


def test_their_sheets_ask_for_no_change_and_take_none(page, dee, ira):
    found = {}
    for person in (dee, ira):
        asked = asking.questions_for(person, page)
        sheets = sheets_of(asked, person=person, words=Words("en"))
        found[person.called] = (bool(asked.changes), sheets["people"])
    plain = together(stories.a_shared_story(dee, title="The bus"), ira)
    corrects = [asking.questions_for(person, plain).may_correct for person in (dee, ira)]

    assert found == {"Dee": (True, True), "Ira": (False, False)}
    assert corrects == [True, False]


def test_their_own_copy_holds_the_words_and_not_the_voice_or_the_talk_of_the_first(dee, ira):
    page, _ = a_told_story(dee, happened="We sat round one table.")
    together(page, ira)
    writing_back.write(page, dee, text=LINE)

    mine, other = (json.dumps(own_data(person), default=str) for person in (dee, ira))

    assert [word in mine for word in (LINE, "Who else is in it", "one table")] == [True] * 3
    assert [word in other for word in (LINE, "Who else is in it", "one table")] == [False, False, True]
    assert [len(media_of(person)) for person in (dee, ira)] == [1, 0]
