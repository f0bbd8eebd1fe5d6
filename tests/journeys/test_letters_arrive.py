"""While our letters come, the reader's own stand in, as wide as ours: lines stay as they were."""

import pytest
from playwright.sync_api import Browser

from tests.factories.stories import a_live_story, an_author

LONG = """() => [...document.querySelectorAll('.words p')].reduce((sum, one) => {
    one.style.cssText = 'display: inline-block; white-space: nowrap; max-inline-size: none';
    return sum + one.getBoundingClientRect().width;
}, 0)"""
ARRIVED = "() => document.fonts.ready.then(() => true)"
SIGNS_A_LINE = """() => {
    const lines = [];
    for (const one of document.querySelectorAll('.words p')) {
        const range = document.createRange();
        let [top, count] = [null, 0];
        for (let n = 0; n < one.firstChild.length; n++) {
            range.setStart(one.firstChild, n);
            range.setEnd(one.firstChild, n + 1);
            const here = range.getBoundingClientRect().top;
            if (top !== null && here - top > 4) lines.push(count), count = 0;
            [top, count] = [here, count + 1];
        }
    }
    return lines.reduce((sum, one) => sum + one, 0) / lines.length;
}"""
BARE = ":root { --serif: serif !important; --sans: sans-serif !important; }"
WORDS = "\n\n".join(
    [
        "The switch on the kettle was broken, so you had to keep your thumb on it the whole time it boiled.",
        "Four minutes, with nothing else to look at but the man who was in there with me, and the steam.",
        "He asked how many sugars. I said two. It was the first thing that anybody had asked me that day.",
    ]
    * 6
)


@pytest.fixture
def long(browser: Browser, site):
    """How long the lines of a story are: with our letters, without them, and as browsers would do it."""
    story = a_live_story(an_author("Dee"), happened=WORDS)

    def measured(*, ours: bool, style: str = "") -> float:
        context = browser.new_context(viewport={"width": 320, "height": 700}, bypass_csp=True)
        page = context.new_page()
        if not ours:
            page.route("**/*.woff2", lambda route: route.abort())
        page.goto(f"{site.url}/stories/{story.slug}/")
        if style:
            page.add_style_tag(content=style)
        page.evaluate(ARRIVED)
        length = page.evaluate(LONG)
        context.close()
        return float(length)

    return measured


def test_lines_stay_as_they_were_when_our_letters_arrive(long):
    ours = long(ours=True)

    stands_in, bare = long(ours=False), long(ours=False, style=BARE)

    assert stands_in == pytest.approx(ours, rel=0.02)
    assert bare != pytest.approx(ours, rel=0.02)


def test_a_line_of_a_story_holds_sixty_two_to_sixty_eight_signs_where_there_is_room(page, site):
    story = a_live_story(an_author("Dee"), happened=WORDS.replace("\n\n", " "))

    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site.url}/stories/{story.slug}/")
    page.evaluate(ARRIVED)

    assert 62 <= page.evaluate(SIGNS_A_LINE) <= 68
