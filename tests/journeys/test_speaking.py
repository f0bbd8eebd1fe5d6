"""Comms record a request, see whom it fits and ask; the speaker says yes on the link; both sides see the booking."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from people import clock
from speakers.domain import terms
from speakers.domain.inviting import answer_link
from speakers.domain.tokens import ANSWER, token_for
from speakers.models import Booking
from tests.factories.speakers import a_request, a_speaker, a_topic, invited, says_yes, staff


@pytest.fixture
def signed_in(site, page):
    """The browser becomes this user, as after the front door."""

    def enter(user):
        client = Client()
        client.force_login(user)
        page.context.clear_cookies()
        session = {
            "name": settings.SESSION_COOKIE_NAME,
            "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        }
        page.context.add_cookies([session | {"url": site.url}])

    return enter


def link_of(booking, site):
    return answer_link(token_for(ANSWER, booking.uid)).replace(settings.SITE_URL, site.url)


def record_a_request(page, site):
    page.goto(f"{site.url}/admin/")
    page.get_by_role("link", name="Requests").first.click()
    page.get_by_role("link", name="New: Event").click()
    page.get_by_label("A talk or panel").check()
    page.get_by_label("What is it called?").fill("Housing officers’ winter day")
    page.get_by_label("What will they do?").fill("A ten-minute talk")
    day = clock.today() + timedelta(days=45)
    page.get_by_label("Which day?").fill(day.isoformat())
    page.get_by_label("It starts at").fill("10:30")
    page.get_by_label("It ends at").fill("11:15")
    page.get_by_label("By which day do you need to know?").fill((day - timedelta(days=20)).isoformat())
    page.get_by_label("Where is it?").fill("The Guildhall, Kestlewick")
    page.get_by_label("Point on the map").fill("53.402, -1.748")
    page.get_by_label("Who will be there?").fill("Sixty housing officers")
    page.get_by_label("Visits", exact=True).check()
    page.get_by_label("What is it for, in one or two sentences?").fill("To hear what a Friday is like.")
    page.get_by_label("Your name").fill("Marguerite Stubbs")
    page.get_by_label("Your organisation").fill("Kestlewick Housing")
    page.get_by_label("Your e-mail address").fill("marguerite@kestlewick-housing.example")
    page.get_by_role("button", name="Record the request").click()


def test_from_the_request_to_the_booking_and_no_second_one_at_the_same_time(
    page, site, signed_in, console, axe
):
    comms = staff()
    a_topic("visits")
    joss = says_yes(a_speaker("Joss", min_gap_days=0, high_gap_days=0))
    a_speaker("Temi")
    signed_in(comms)

    record_a_request(page, site)
    expect(page.get_by_text("The request is recorded.")).to_be_visible()
    page.get_by_role("button", name="Find people").click()
    expect(page.get_by_text("1 can do it; fewer than 5 are one fact away")).to_be_visible()
    expect(page.get_by_text("Speaks about visits.")).to_be_visible()
    expect(page.get_by_text("Has not said yes to talks and panels at events.")).to_be_visible()
    axe.check("main .nice-padding")
    page.get_by_role("link", name="Ask Joss").click()
    expect(page.get_by_text("This is what Joss reads.")).to_be_visible()
    page.get_by_role("button", name="Send it to Joss").click()
    expect(page.get_by_text("Joss is asked.")).to_be_visible()

    booking = Booking.objects.get()
    other = invited(joss, a_request(by=comms, days=45, title="Another event"), by=comms)
    Booking.objects.filter(pk=other.pk).update(
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        leaves_at=booking.leaves_at,
        back_at=booking.back_at,
    )
    page.context.clear_cookies()
    page.goto(link_of(booking, site))
    axe.check()
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.get_by_role("heading", name="Thank you. You said yes")).to_be_visible()
    axe.check()

    page.goto(link_of(other, site))
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text(
        "You cannot be in two places, so nothing was changed here."
    )
    expect(page.get_by_role("button", name="No, thank you")).to_be_visible()

    signed_in(comms)
    page.goto(f"{site.url}/admin/speakers/requests/{booking.request.uid}/")
    expect(page.get_by_text("Said yes, being prepared")).to_be_visible()
    page.get_by_role("button", name="Confirm: Joss").click()
    expect(page.get_by_text("Done. Both sides see it.")).to_be_visible()
    expect(page.locator(".sp-card .sp-state", has_text="Confirmed")).to_be_visible()

    signed_in(joss.person.user)
    page.goto(f"{site.url}/my/speaking/")
    coming = page.locator("section", has=page.get_by_role("heading", name="You said yes to"))
    expect(coming).to_contain_text("Housing officers’ winter day")
    expect(coming).to_contain_text("all agreed")
    axe.check()
    coming.get_by_role("button", name=re.compile("I cannot do this one")).click()
    expect(page.get_by_role("heading", name="That is completely fine")).to_be_visible()
    assert [line for line in console if "409" not in line] == []


def test_an_organiser_asks_without_an_account_on_a_small_screen_without_javascript(browser, site):
    a_topic("visits")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()

    page.goto(f"{site.url}/speakers/request/")
    page.get_by_role("link", name="A newspaper, radio or TV").click()
    page.get_by_role("button", name="Ask for a speaker").click()

    expect(page.get_by_role("alert")).to_contain_text("Something needs another look")
    expect(page.get_by_role("alert")).to_contain_text("“What is it called?” is missing.")
    context.close()


@pytest.mark.parametrize("path", ["/speakers/", "/speakers/request/", "/speakers/request/?kind=ministerial"])
def test_the_public_pages_are_open_to_everybody(page, site, axe, console, path):
    a_topic("visits")

    page.goto(f"{site.url}{path}")

    axe.check()
    assert console == []


def test_a_speaker_finds_what_is_asked_answers_and_can_read_every_page(page, site, signed_in, axe, console):
    joss = says_yes(a_speaker("Joss"), "event-talk")
    terms.ask_about_speaking(joss, uses=["training"], by=None)
    signed_in(joss.person.user)

    page.goto(f"{site.url}/my/speaking/")
    page.get_by_role("link", name="See and change my choices").click()
    axe.check()
    page.get_by_role("radio", name="Yes, you may ask me").check()
    page.get_by_role("radio", name="A name you choose").check()
    page.get_by_label("The name that is shown").fill("Joss")
    page.get_by_role("button", name="Keep my choices").click()

    expect(page.get_by_text("Thank you. Your choices are kept.")).to_be_visible()
    expect(page.get_by_role("heading", name="Thinking time")).to_be_visible()
    axe.check()
    page.get_by_role("button", name="Stop Training").click()
    expect(page.get_by_text("It is stopped. Nobody asks you why.")).to_be_visible()
    assert console == []
