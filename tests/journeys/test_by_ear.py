"""Without seeing a screen: the author, somebody in a story and a speaker, by keyboard and by what each page tells."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from people import clock
from people.domain import codes
from speakers.domain import terms
from storybank.models import StoryPage
from tests.factories import stories
from tests.factories.speakers import a_speaker, says_yes
from tests.journeys.a_screen_reader import Reader
from tests.journeys.test_support import signed_in
from tests.storybank.in_it.world import World

WORDS = "I kept the kettle on for my sister."


@pytest.fixture
def reader(page: Page, site):
    page.set_viewport_size({"width": 320, "height": 640})
    yield Reader(page)
    clock.reset()


def test_an_author_writes_decides_chooses_and_stops_by_ear(reader, page, site):
    supporter = stories.a_supporter()
    author = stories.an_author("Dee", supporter=supporter)
    signs_in(reader, site, codes.issue_code(author, by=None)[0])
    writes_and_shares(reader)
    story = StoryPage.objects.get()
    stories.checked(stories.edited(story, body=[WORDS.replace("sister", "mother")], by=supporter))
    decides(reader, site)
    stories.asked(StoryPage.objects.get(), "website")
    chooses(reader, site)
    clock.forward(timedelta(days=8))
    says_yes_again_and_stops(reader, site)
    assert page.request.get(f"{site.url}/stories/{story.slug}/").status == 410


def signs_in(reader: Reader, site, code: str) -> None:
    reader.page.goto(f"{site.url}/my/in/")
    reader.hears("Sign in")
    reader.goes("Send me a code")
    reader.hears("Sign in", first="Something needs another look")
    reader.goes("I have a card with 16 figures")
    reader.hears("Sign in with your card")
    reader.writes("The 16 figures on your card", "1234")
    reader.goes("Sign in")
    reader.hears("Sign in with your card", first="Something needs another look")
    reader.page.locator("input[inputmode=numeric]").fill("")
    reader.writes("The 16 figures on your card", code)
    reader.goes("Sign in")
    reader.hears("Hello Dee")


def writes_and_shares(reader: Reader) -> None:
    reader.goes("Write something")
    reader.hears("How would you like to tell it?")
    reader.goes("Start")
    reader.hears("How would you like to tell it?", first="Choose one of these.")
    reader.ticks("One open page")
    reader.goes("Start")
    reader.hears("Your story")
    reader.writes("Your story", WORDS)
    expect(reader.page.locator("[role=status][data-autosave-status]")).to_have_text("Saved", timeout=6_000)
    reader.goes("Next")
    reader.hears("Give it a name")
    reader.writes("Give it a name", "The kettle")
    reader.goes("Read it all")
    reader.hears("Read it once more")
    reader.goes("Share with Priya")
    reader.hears("The kettle", first="Shared. Priya reads it now.")


def decides(reader: Reader, site) -> None:
    reader.page.goto(f"{site.url}/my/")
    reader.hears("Hello Dee")
    reader.goes("Look at the changes")
    reader.hears("What Priya suggests")
    reader.goes("Look at them one by one")
    reader.hears("Do you want this change?")
    reader.goes("Put my words back")
    reader.hears("What Priya suggests")
    reader.goes("This is how I want it")
    reader.hears("The kettle", first="These are your words now.")
    reader.goes("Who else is in it")
    reader.hears("Could anyone work out who somebody else in it is?")
    reader.goes("Yes: go through them")
    reader.hears("Could anyone work out who somebody else in it is?", first="Say who they are to you.")


def chooses(reader: Reader, site) -> None:
    reader.page.goto(f"{site.url}/my/")
    reader.goes("Choose")
    reader.hears("What we ask you")
    reader.goes("I have read it or heard it")
    for heading, wrong, choice in [
        ("Could anyone work out who somebody else in it is?", "Choose", "No"),
        ("What shall we call you?", "Choose", "No name"),
        ("What else may people see?", "Something is missing here.", "No time"),
        (re.compile("Our website: may we use"), "Choose", "Yes"),
        ("Did we explain it well?", "Choose", "Say stop. I do not have to say why."),
    ]:
        reader.hears(heading)
        reader.goes("Next")
        reader.hears(heading, first=wrong)
        reader.ticks(choice)
        reader.goes("Next")
    reader.hears("Are these your answers?")
    reader.goes("This is my first yes")
    reader.hears("Thank you. Now take your time.")


def says_yes_again_and_stops(reader: Reader, site) -> None:
    reader.page.goto(f"{site.url}/my/")
    reader.goes("Say if it is still yes")
    reader.hears("Is it still yes?")
    reader.goes("Yes, it is still yes")
    reader.hears("Your words can be read now.")
    reader.goes("Stop it")
    reader.hears("Stop it?")
    reader.goes("Stop all of it")
    reader.hears("It is stopped.")


def test_somebody_in_it_reads_chooses_and_stops_by_ear(reader, page, site):
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        world = World()
        world.let_her_read()
    signed_in(page.context, world.rosa.user, site.url)
    page.goto(f"{site.url}/my/")
    reader.hears("Hello Rosa")
    reader.goes("Something somebody told us")
    reader.hears("Something you are in")
    reader.goes("Read and choose")
    reader.hears("What we ask you")
    reader.goes("I have read it or heard it")
    reader.hears("These are the words")
    reader.goes("I have read them")
    for heading, choice in [
        (re.compile("Our website: may these words be used there"), "Yes"),
        ("Did we explain it well?", "Say stop. I do not have to say why."),
    ]:
        reader.hears(heading)
        reader.goes("Next")
        reader.hears(heading, first="Choose")
        reader.ticks(choice)
        reader.goes("Next")
    reader.hears("Check your answers")
    reader.goes("These are my answers")
    reader.hears("Something you are in", first="Thank you")
    reader.goes("Stop it")
    reader.hears("Stop it?")
    reader.goes("Stop all of it")
    reader.hears("It is stopped.")


def test_the_number_on_the_card_stops_it_by_ear(reader, page, site):
    dee = stories.an_author("Dee", supporter=stories.a_supporter())
    story = stories.a_live_story(dee)
    code = codes.issue_code(dee, by=None)[0]
    page.goto(f"{site.url}/stop/")
    reader.hears("Stop with your code")
    reader.writes("The 16 figures on your card", "12")
    reader.goes("Stop everything")
    reader.hears("Stop with your code", first="This code is not right.")
    page.locator("#code").fill("")
    reader.writes("The 16 figures on your card", code)
    reader.goes("Stop everything")
    reader.hears("It is stopped.")
    assert page.request.get(f"{site.url}/stories/{story.slug}/").status == 410


def test_a_speaker_answers_and_chooses_by_ear(reader, page, site):
    joss = says_yes(a_speaker("Joss"), "event-talk")
    terms.ask_about_speaking(joss, uses=["training"], by=None)
    signed_in(page.context, joss.person.user, site.url)
    page.goto(f"{site.url}/my/speaking/")
    reader.hears("My speaking")
    reader.goes("See and change my choices")
    reader.hears("What you may ask me")
    reader.goes("Keep my choices")
    reader.hears("What you may ask me", first="Choose an answer first.")
    reader.ticks("Yes, you may ask me")
    reader.goes("Keep my choices")
    reader.hears("What you may ask me", first="Something needs another look")
    reader.ticks("A name you choose")
    reader.writes("The name that is shown", "Joss")
    reader.goes("Keep my choices")
    reader.hears("What you may ask me", first="Thank you. Your choices are kept.")
    reader.goes("Stop")
    reader.hears("What you may ask me", first="It is stopped.")


H1, WRONG = '<h1 tabindex="-1" id="one">One</h1>', '<p role="alert" tabindex="-1" id="wrong">Wrong.</p>'


@pytest.mark.parametrize(
    ("main", "focus"),
    [
        (H1, None),
        (H1 + "<h1>Two</h1>", "one"),
        (H1 + "<button></button>", "one"),
        (H1 + WRONG + "<input aria-label='A'>", "wrong"),
        (H1 + "<p data-status></p>", "one"),
    ],
    ids=["begins nowhere", "two headings", "a button without a name", "an untied error", "a silent status"],
)
def test_a_screen_that_tells_too_little_would_be_found(page: Page, main: str, focus: str | None):
    page.set_content(f'<main id="main">{main}</main>')
    if focus:
        page.locator(f"#{focus}").focus()

    with pytest.raises(AssertionError):
        Reader(page).hears("One", first="Wrong." if "Wrong." in main else "")
