"""A reader goes through every kind of page: nothing leaves for another host, no cookie stays, nothing is refused."""

import pytest
from playwright.sync_api import Page

from consent.domain.stop import stopping
from people import clock
from storybank.domain import settling
from storybank.models import Helpline
from tests.factories.stories import a_live_story, an_author
from tests.surfaces.stage import the_stage

NOT_THERE = "Failed to load resource: the server responded with a status of 4"


@pytest.fixture
def addresses() -> list[str]:
    """One of each page type, its Welsh twin, and what is not there."""
    stage, author = the_stage(notes=True), an_author("Sam")
    stopped = a_live_story(author, title="Stopped")
    stopping.stop(author)
    settling.settle(stopped.file_id)
    Helpline.objects.create(
        name="Samaritans", phone="116 123", about="Someone to talk to.", hours="Day and night", always=True,
        source="samaritans.org", checked_on=clock.today(), checked_by="Gwenda Foley",
    )  # fmt: skip
    pages = [
        "/",
        "/stories/",
        "/stories/?theme=visits-test",
        f"/stories/{stage.page.slug}/",
        f"/stories/{stage.other.slug}/",
        f"/stories/{stopped.slug}/",
        "/stories/never-was/",
        "/search/",
        "/search/?q=kettle",
        "/help/",
        "/weather/",
        "/security/",
        "/speakers/",
        "/speakers/request/",
        "/complain/",
        "/in-a-story/",
        "/stop/",
        "/my/in/",
        "/my/in/card/",
    ]
    return [*pages, *(f"/cy{page}" for page in pages)]


def test_a_reader_tells_nobody_else_and_takes_nothing_along(site, page: Page, addresses):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: said.append(f"{page.url} {line.type}: {line.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))

    for address in addresses:
        page.goto(f"{site.url}{address}")
        kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
        assert (address, kept) == (address, [0, 0, ""])

    assert [url for url in asked if not url.startswith(f"{site.url}/")] == []
    assert len(asked) > 2 * len(addresses)
    assert [line for line in said if NOT_THERE not in line] == []
    assert page.context.cookies() == []


def test_the_watch_hears_what_it_listens_for(site, page: Page, addresses):
    """A page that would fetch from elsewhere, run a line of its own or keep something is heard."""
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: said.append(line.text))
    rude = '<p style="color:red"></p><script>1</script><img src="https://elsewhere.example/a.png">'
    page.route(
        "**/help/", lambda route: route.fulfill(response=(got := route.fetch()), body=got.text() + rude)
    )

    page.goto(f"{site.url}/help/")

    refused = [line for line in said if "Content Security Policy" in line]
    assert len([line for line in refused if "inline" in line]) == 2
    assert len(refused) == 3
    assert [url for url in asked if not url.startswith(site.url)] in ([], ["https://elsewhere.example/a.png"])


def test_the_block_of_data_in_a_story_is_data_for_the_browser_too(site, page: Page, console: list[str]):
    found = the_stage().page

    page.goto(f"{site.url}/stories/{found.slug}/")
    data = page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
    )

    assert (data["@type"], data["headline"]) == ("Article", found.title)
    assert console == []
