"""A sister who is in a story reads her part, chooses twice and stops it, by real taps, where no script runs."""

from datetime import timedelta

from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from people import clock
from people.domain import codes
from storybank.domain import settling
from tests.factories import stories
from tests.journeys.test_author import PHONE, follow, press, tick
from tests.storybank.in_it.world import NOT_OF_HER, OF_HER, World


def test_by_taps_alone_her_yes_is_a_yes_and_her_stop_a_stop(site: LiveServer, browser: Browser):
    with clock.at(clock.now() - stories.LONG_AGO):
        world = World()
        world.let_her_read()
        stories.answered(world.page)
    context = browser.new_context(
        viewport=PHONE, java_script_enabled=False, base_url=site.url, locale="en-GB"
    )
    context.set_default_timeout(10_000)
    phone = context.new_page()
    phone.goto("/my/in/card/")
    phone.locator("input[inputmode=numeric]").fill(codes.issue_code(world.rosa, by=None)[0])
    phone.locator("main form button").click()

    phone.goto(world.url())
    follow(phone, "Read and choose")
    press(phone, "I have read it or heard it")
    expect(phone.get_by_text(OF_HER)).to_be_visible()
    assert NOT_OF_HER not in phone.content()
    press(phone, "I have read them")
    tick(phone, "Yes")
    press(phone, "Next")
    tick(phone, "Say stop. I do not have to say why.")
    press(phone, "Next")
    press(phone, "These are my answers")
    up = [both_ways_up(world)]
    clock.forward(timedelta(days=8))
    phone.goto(world.url())
    follow(phone, "Say if it is still yes")
    press(phone, "Yes, it is still yes")
    stories.confirmed(world.page)
    up.append(both_ways_up(world))
    stop_it(phone, world)
    up.append(both_ways_up(world))

    assert up == [False, True, False]
    context.close()
    clock.reset()


def both_ways_up(world: World) -> bool:
    settling.settle(world.page.file_id)
    return world.is_up


def stop_it(phone: Page, world: World) -> None:
    phone.goto(world.url())
    follow(phone, "Stop it")
    press(phone, "Stop all of it")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
