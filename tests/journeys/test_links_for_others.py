"""Pages that somebody opens with nothing but a link: a checker, a partner, an official, a reader of a quote."""

import uuid
from datetime import timedelta

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from consent.domain.acts import asking
from consent.domain.acts.choosing import Given
from consent.domain.out import outings, recalling
from consent.domain.stop import stopping
from consent.domain.written import evidence
from consent.domain.written.evidence import How
from consent.enums import Answer, IdentityLevel, Method
from consent.models import RecallAction
from consent.outsider.links import invite
from people import clock
from storybank.domain import outside
from storybank.models import StoryEdition
from storybank.private_reading import making as private
from storybank.quotes import making as quotes
from tests.factories import press, stories
from tests.factories.consent import a_file, a_person, a_version
from tests.factories.people import a_supporter
from tests.plugins.browser import Accessibility
from tests.storybank.admin import steps

WAYS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
WORDS = "Every Sunday I filled it at two, and every Sunday she came."


def a_check() -> str:
    """One written-down answer, to be read beside its paper."""
    priya = a_supporter(first_name="Priya")
    file = a_file(person := a_person())
    asking.ask(a_version(file), uses=["website"], by=priya)
    told = How(method=Method.PHONE, happened_at=clock.now(), understood=True)
    yes = [Given("website", Answer.YES, identity=IdentityLevel.N3, name="Dee")]
    row = evidence.record_first(file, person=person, answers=yes, how=told, by=priya)
    return invite(row, for_whom="Meena", by=steps.a_lead()).removeprefix(settings.SITE_URL)


def a_second_pair_of_eyes() -> str:
    page, supporter, _ = steps.a_team_story(happened=WORDS)
    page = steps.at_safety(page, supporter=supporter)
    return outside.invite(page, by=steps.a_lead(), for_whom="Meena").removeprefix(settings.SITE_URL)


def a_quote() -> str:
    page = stories.a_live_story(uses=("website", "newspapers"), happened=WORDS)
    edition = StoryEdition.objects.get(page=page).edition_id
    where = "Rhona Pettifer", "news@courier.example", "Saturday page"
    wanted = quotes.Wanted(edition, "newspapers", WORDS, *where, uuid.uuid4())
    return f"/q/{quotes.make_quote(wanted, by=press.comms()).code}/"


def a_private_reading() -> str:
    page = stories.a_live_story(uses=("website", "training-staff"), happened=WORDS)
    wanted = private.Wanted(
        uid=uuid.uuid4(),
        edition_id=StoryEdition.objects.get(page=page).edition_id,
        use="training-staff",
        reader="Alun Maddock",
        office="Marchgate House",
        last_day=clock.today() + timedelta(days=7),
    )
    return private.make(wanted, by=press.comms())[1].removeprefix(settings.SITE_URL)


def a_thing_to_take_down() -> str:
    author = stories.an_author("Dee")
    page = stories.a_live_story(author, uses=("website", "newspapers"))
    edition = StoryEdition.objects.get(page=page).edition
    pack = {"recipient": "Rhona Pettifer", "contact": "news@courier.example", "where": "Saturday page"}
    gone = outings.begin(edition, use="newspapers", kind=outings.Kind.PACK, **pack)
    stopping.stop(author, files=[page.file])
    return f"/taken-down/{recalling.ask_by(RecallAction.objects.get(outing=gone))}/"


MADE = {
    a_check: "Dee",
    a_second_pair_of_eyes: WORDS,
    a_quote: WORDS,
    a_private_reading: "I am Alun Maddock",
    a_thing_to_take_down: "Yes, we have taken it down",
}
"""How each page is made → what stands on it."""


def no_barrier(page: Page, axe: Accessibility, address: str = "") -> None:
    """On a phone and on a desk, by day and in the dark: nothing that axe minds, nothing too wide.

    Without an address, the page as it stands: some are the answer to a button, and going there again shows the door.
    """
    for width, scheme in WAYS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if address:
            assert page.goto(address).status == 200
        axe.check()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("made", "there"), MADE.items())
def test_a_page_behind_a_link_has_no_barrier(site, page: Page, axe, console, made, there):
    no_barrier(page, axe, f"{site.url}{made()}")

    assert there in page.inner_text("main")
    assert console == []


def test_a_private_reading_has_no_barrier_behind_its_door(site, page: Page, axe, console):
    page.goto(f"{site.url}{a_private_reading()}")

    page.get_by_role("button", name="I am Alun Maddock").click()
    expect(page.locator("main")).to_contain_text(WORDS)

    no_barrier(page, axe)
    assert console == []


@pytest.mark.parametrize(
    ("style", "heard"),
    [
        ("main, main * { color: #bbb; background: #fff }", "color-contrast"),
        ("main { min-inline-size: 2000px }", "scrollWidth"),
    ],
)
def test_a_barrier_would_be_heard(site, page: Page, axe, style, heard):
    """The control: the same page in ink like its paper, or wider than the phone."""
    address = f"{site.url}{a_quote()}"
    no_barrier(page, axe, address)

    page.route("**/*.css", lambda route: route.fulfill(body=style, content_type="text/css"))

    with pytest.raises(AssertionError, match=heard):
        no_barrier(page, axe, address)
