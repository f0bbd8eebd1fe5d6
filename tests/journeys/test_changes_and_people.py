"""On a phone, with scripts and without: write back, tidy in one tap and undo it, whose words, who else is in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from consent.domain.care import files
from people.domain import codes
from storybank.domain import who_else, writing_back
from storybank.models import StoryPage, Wish
from tests.factories import stories
from tests.journeys.test_author import PHONE, follow, heading, press, sign_in, tick
from tests.plugins.browser import Accessibility

OWN = "I kept teh kettel on for my sister. Untill spring she came."
CHANGED = "I kept the kettle on for my mother. Until spring she came."


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser, site: LiveServer) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        viewport=PHONE, java_script_enabled=request.param, base_url=site.url, locale="en-GB"
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def paragraphs(story: StoryPage) -> list[str]:
    words = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return [block.value for block in words.body]


def looked_at(page: Page, with_scripts: bool) -> None:
    """No barrier, and nothing wider than the phone. What looks for barriers is itself a script."""
    if with_scripts:
        Accessibility(page).check()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_changes_are_answered_tidied_and_undone_and_people_settled_one_by_one(
    phone: Page, site: LiveServer, request: pytest.FixtureRequest
):
    with_scripts = "with scripts" in request.node.name
    supporter = stories.a_supporter()
    author = stories.an_author("Dee", supporter=supporter)
    code = codes.issue_code(author, by=None)[0]
    story = stories.a_shared_story(author, title="The kettle", happened=OWN)
    stories.checked(stories.edited(story, body=[CHANGED], by=supporter))
    sign_in(phone, code)

    # A line about one change, then the change put back and the spelling tidied in one tap
    follow(phone, "Look at the changes")
    follow(phone, "Look at them one by one")
    phone.get_by_text("Write back about this change").click()
    phone.get_by_label("What do you want to say about it?").fill("It was my sister.")
    press(phone, "Send it")
    expect(phone.get_by_text("It was my sister.")).to_be_visible()
    [talk] = writing_back.talks([story])
    writing_back.answer(story, by=supporter, text="You are right.", to=talk.last.uid)
    phone.reload()
    expect(phone.get_by_text("You are right.")).to_be_visible()
    looked_at(phone, with_scripts)
    press(phone, "Put my words back")
    press(phone, "Tidy my spelling (3)")
    press(phone, "This is how I want it")
    assert paragraphs(story) == [CHANGED.replace("mother", "sister")]

    # One tap undoes it, exactly
    follow(phone, "Put my own spelling back")
    heading(phone, "Do you want your own spelling back?")
    looked_at(phone, with_scripts)
    press(phone, "Put my spelling back (3)")
    expect(phone.get_by_text("3 words are as you wrote them again.")).to_be_visible()
    assert paragraphs(story) == [OWN]

    # Whose words: not told until she says so
    follow(phone, "Whose words they are")
    expect(phone.get_by_text("All the words are yours.")).to_be_visible()
    looked_at(phone, with_scripts)
    press(phone, "Yes, show it")
    assert StoryPage.objects.get(pk=story.pk).tells_whose is True
    follow(phone, "My story")

    # Who else is in it: two named, one by one
    follow(phone, "Who else is in it")
    phone.get_by_label("Yes, or I am not sure: who are they to you?").fill(
        "my sister\nthe head of the prison"
    )
    press(phone, "Yes: go through them")
    heading(phone, "my sister")
    row = files.appearances_in(story.file_id).get(role="my sister")
    who_else.suggest(story, pk=row.pk, wish=Wish.ASK, why="She would like to know.", by=supporter)
    phone.reload()
    expect(phone.get_by_text("suggests: Ask them.")).to_be_visible()
    looked_at(phone, with_scripts)
    tick(phone, "Ask them")
    press(phone, "Next")
    heading(phone, "the head of the prison")
    tick(phone, "They are in it only by their work")
    press(phone, "Next")
    expect(phone.get_by_text("You have said what you want. It is not done yet.")).to_be_visible()
    expect(phone.get_by_text("We ask nobody for a yes before each of them is settled.")).to_be_visible()
    looked_at(phone, with_scripts)

    # One tap takes back nothing said of one of them: that is said again of her
    press(phone, "No, nobody")
    expect(phone.get_by_text("What was said about one of them stands.")).to_be_visible()
    follow(phone, "my sister")
    tick(phone, "Nobody could work out who it is")
    press(phone, "Next")
    assert [one.open for one in who_else.everybody(story)] == [False, False]
