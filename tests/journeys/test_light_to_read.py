"""A first visit: a story without pictures is 60 kB on the wire at most, in six requests, and the largest is words."""

import gzip

import pytest
from playwright.sync_api import Browser, Response

from people import clock
from storybank.models import Helpline
from tests.factories.stories import a_live_story

WEIGHT, REQUESTS = 60_000, 6
HEADERS = 600
"""Of one answer, at most."""
WORDS = (
    "The kettle had a broken switch. You kept your thumb on it, four minutes, with nothing else to look at. "
)
LARGEST = """() => new Promise((found) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    found([last.element ? last.element.tagName : "", last.url]);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})"""


@pytest.fixture
def story():
    """A thousand words; somebody to ring beside it, and a story to read next."""
    Helpline.objects.create(
        name="Samaritans",
        phone="116 123",
        opening="Always",
        always=True,
        source="Us",
        checked_on=clock.today(),
    )
    a_live_story(title="Two sugars")
    return a_live_story(title="The broken kettle", happened="\n\n".join([WORDS * 5] * 10))


def on_the_wire(answer: Response) -> int:
    """Scripts are packed in production when they are collected; fonts are packed by themselves."""
    body, kind = answer.body(), answer.headers.get("content-type", "")
    return HEADERS + len(body if "font" in kind else gzip.compress(body, 6))


def is_ours(answer: Response) -> bool:
    """The page and its sheet, which our own views pack."""
    return answer.headers.get("content-type", "").startswith(("text/html", "text/css"))


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("where", ["/stories/{slug}/", "/stories/", "/"])
def test_a_first_visit_is_light_and_what_is_seen_largest_is_words(
    site, browser: Browser, story, where, width
):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page, answers = context.new_page(), []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(f"{site.url}{where.format(slug=story.slug)}", wait_until="networkidle")
    tag, picture = page.evaluate(LARGEST)
    weights = {answer.url.removeprefix(site.url): on_the_wire(answer) for answer in answers}
    context.close()
    packed = [answer.headers.get("content-encoding") for answer in answers if is_ours(answer)]

    assert packed == ["gzip", "gzip"]
    assert len(weights) == len(answers) <= REQUESTS, weights
    assert 20_000 < sum(weights.values()) <= WEIGHT, weights
    assert (tag in {"P", "H1", "H2", "A", "BLOCKQUOTE", "DIV"}, picture) == (True, ""), tag
