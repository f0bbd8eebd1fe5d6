"""What stands beside a story, for whom, on its sheet and in the editor."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail import hooks

from storybank.admin.panels import HOOK, Panel, panels
from storybank.domain import checking, who_else
from storybank.models import StoryPage, Wish
from tests.factories import stories
from tests.storybank.admin.steps import a_lead, a_team_story, all_well, at_safety, work

pytestmark = pytest.mark.django_db


def test_a_panel_hung_with_one_line_stands_on_the_sheet_and_in_the_editor(client):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)

    def mine(story, user):
        return Panel(
            key="whose-words-2",
            title=f"Hello {user.first_name}",
            template="storybank/admin/panels/whose_words.html",
            it={"shares": {"author": 61, "supporter": 39}},
            count=3,
        )

    with hooks.register_temporarily(HOOK, mine, order=45):
        sheet = client.get(work("story", page)).content.decode()
        editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        keys = [panel.key for panel in panels(page, supporter)]

    assert keys.index("people") < keys.index("whose-words-2") < keys.index("checks")
    assert "Hello Nia" in sheet
    assert "3 to look at" in sheet
    assert "The author: 61 %. Us: 39 %." in sheet
    assert 'data-side-panel="whose-words-2"' in editor
    assert "The author: 61 %. Us: 39 %." in editor


def test_in_the_editor_itself_each_panel_says_who_is_in_it_what_was_checked_answered_and_whose_words_they_are(
    client,
):
    page, supporter, author = a_team_story(happened="I kept the kettle on for her.")
    page = stories.edited(page, by=supporter, body=["I kept the kettle on for them."])
    cousin = stories.files.add_appearance(page.file, role="a cousin")
    client.force_login(supporter)

    before = in_the_editor(client, page)
    who_else.decide(page, author, pk=cousin.pk, wish=Wish.NOBODY)
    page = at_safety(page, supporter=supporter)
    checking.check(page, by=a_lead(), **all_well(page, safe=False, note="Take the street out."))
    checked = in_the_editor(client, page)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")
    after = in_the_editor(client, page)

    assert "a cousin" in before["people"]
    assert "Suggest it on the sheet" in before["people"]
    assert before["checks"] == "Nobody has checked it yet."
    assert checked["checks"].startswith("Not yet Moss")
    assert checked["checks"].endswith("Take the street out.")
    assert "The author: 89 %. Us: 11 %." in before["whose-words"]
    assert before["said"] == "Nobody has been asked yet. Until then it is no to everything."
    assert after["said"].startswith("Our website: Asked Dee")


def in_the_editor(client, page):
    """What stands in each panel of Wagtail's editor, by its key; heading and the way to the sheet left out."""
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    found = {}
    for panel in BeautifulSoup(editor, "html.parser").select("[data-side-panel]"):
        if inside := panel.select_one(".sb-in-editor"):
            words = " ".join(inside.get_text(" ").split())
            title = " ".join(inside.select_one(".sb-in-editor-title").get_text().split())
            found[panel["data-side-panel"]] = words.removeprefix(title).removesuffix("Open the sheet").strip()
    return found


def test_a_maker_that_answers_nothing_hangs_nothing():
    page, supporter, _ = a_team_story()
    before = [panel.key for panel in panels(page, supporter)]

    with hooks.register_temporarily(HOOK, lambda *_: None):
        after = [panel.key for panel in panels(page, supporter)]

    assert after == before
    assert set(before) >= {"standing", "said", "people", "checks", "whose-words"}


def test_no_form_stands_within_the_editors_form(client):
    page, supporter, _ = a_team_story()
    stories.files.add_appearance(page.file, role="a cousin")
    client.force_login(supporter)

    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    sheet = client.get(work("story", page)).content.decode()

    assert work("decide", page) not in editor
    assert "Suggest it on the sheet" in editor
    assert work("decide", page) in sheet


def test_what_needs_care_is_for_safeguarding_leads_and_what_has_to_change_for_the_supporter(client):
    page, supporter, _ = a_team_story()
    lead = a_lead()
    page = at_safety(page, supporter=supporter)
    care = all_well(page)["answers"] | {"licence": "care"}
    checking.check(page, by=lead, **all_well(page, answers=care, safe=False, note="Take the street out."))

    client.force_login(supporter)
    supporters = client.get(work("story", page)).content.decode()
    client.force_login(lead)
    leads = client.get(work("story", page)).content.decode()

    assert "Take the street out." in supporters
    assert "licence conditions" not in supporters
    assert "licence conditions" in leads


def test_the_consent_panel_says_what_was_answered_and_what_was_not_asked(client):
    page, supporter, author = a_team_story()
    before = {panel.key: panel for panel in panels(page, supporter)}["said"]
    page.delete()
    page = stories.a_frozen_story(author)
    client.force_login(supporter)

    sheet = client.get(work("story", page)).content.decode()

    assert before.it == {"now": [], "before": []}
    assert "<strong>Asked</strong>" in sheet
    assert "Whatever is not here was not asked, so it is a no." in sheet
