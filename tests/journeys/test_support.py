"""Supporting in a real browser: a supporter suggests and sends, a safeguarding lead checks; neither can publish."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from people import roles
from people.models import User
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.models import SafetyCheck, StoryPage
from storybank.models.check import QUESTIONS
from tests.factories import people, stories

DEES_WORDS = "I kept the kettle on for her. Every Sunday I filled it at two."


def signed_in(context: BrowserContext, user: User, url: str) -> None:
    """The sign-in itself is another journey."""
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])


@pytest.fixture
def story(site):
    team = people.a_team("North")
    supporter = people.a_supporter(team=team, first_name="Nia")
    return stories.a_shared_story(
        stories.an_author("Dee", supporter=supporter, team=team), happened=DEES_WORDS
    )


def test_suggest_send_and_check(browser: Browser, page: Page, site, story, console, axe):
    nia = User.objects.get(first_name="Nia")
    signed_in(page.context, nia, site.url)
    page.goto(f"{site.url}/admin/")
    expect(page.get_by_text("1 story of your people is on the way")).to_be_visible()
    page.get_by_role("link", name="Work queue").click()
    expect(page.get_by_role("heading", level=1, name="Work queue")).to_be_visible()
    axe.check("main")

    page.get_by_role("link", name=f"Story {story.code}", exact=True).click()
    expect(page.get_by_text("I kept the kettle on for her.")).to_be_visible()
    axe.check("main")
    page.get_by_role("link", name="Suggest changes").click()
    words = page.locator("textarea[name='body-0-value']")
    words.fill(DEES_WORDS.replace("Sunday", "Sunday afternoon"))
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state()

    page.goto(f"{site.url}/admin/work/{story.pk}/")
    expect(page.locator("ins")).to_contain_text("afternoon")
    page.get_by_role("button", name="Send for checks").click()
    page.get_by_label("Our website").check()
    page.get_by_role("button", name="The words are ready").click()
    expect(page.locator(".sb-waits").first).to_have_text("The safety check")

    lead = browser.new_context()
    signed_in(lead, people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss"), site.url)
    desk = lead.new_page()
    desk.goto(f"{site.url}/admin/work/")
    desk.get_by_role("link", name="Do the safety check").click()
    for key in QUESTIONS:
        desk.locator(f"input[name='q_{key}'][value='ok']").check()
    desk.get_by_label("Safe to ask the author").check()
    expect(desk.get_by_role("button", name="Publish")).to_have_count(0)
    desk.get_by_role("button", name="Write down the safety check").click()
    expect(desk.get_by_text("Dee has not looked at the suggested changes yet.")).to_be_visible()

    check = SafetyCheck.objects.get()
    assert (check.safe, check.made_by.first_name) == (True, "Moss")
    assert waiting_for(StoryPage.objects.get(pk=story.pk)).waiting is Waiting.AUTHOR_LOOKS
    assert StoryPage.objects.get(pk=story.pk).live is False
    assert console == []
