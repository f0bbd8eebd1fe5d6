"""The controls: the same look at a page with one fault put in, and without it."""

import pytest
from playwright.sync_api import Page

from tests.journeys.every_page.looking import PUBLIC, look
from tests.journeys.every_page.no_pages import NO_PAGE, public_names
from tests.journeys.every_page.walk import Walk

A_PAGE = """<html lang="{lang}"><head><title>Rules</title>{head}</head><body>
<header>The house</header><main><h1>Rules</h1><p>Ring <a href="/">the office</a> first.</p>{main}</main>
<footer>Good night</footer></body></html>"""
FAULTS = {
    "axe: a box without a name": ({"main": "<input style='height: 44px'>"}, "Form elements must have labels"),
    "axe: pale words": ({"main": "<p style='color: #999'>Ring.</p>"}, "color contrast"),
    "too wide": ({"main": "<p style='inline-size: 900px'>Ring.</p>"}, "908 wide"),
    "too wide with room": (
        {"main": "<p style='inline-size: max-content'>We ring you on a Monday, a little.</p>"},
        "wide with room between letters",
    ),
    "hard to press": ({"main": "<p><a href='/'>on</a></p>"}, "hard to press"),
    "a small button": (
        {"main": "<button style='height: 30px'>Ring us</button>"},
        "a button of ours is small",
    ),
    "focus unseen": (
        {
            "head": "<style>#x:focus { outline: none }</style>",
            "main": "<a id='x' href='/' style='padding: 1em'>On</a>",
        },
        "focus is not seen: <a id",
    ),
    "focus under something": (
        {"main": "<p style='position: fixed; inset: 0; margin: 0; background: #fff'>Wait</p>"},
        "something lies over it",
    ),
    "two headings": ({"main": "<h1>More rules</h1>"}, "'h1': 2"),
    "a second main": ({"main": "<main>More</main>"}, "'main': 2"),
    "another language": ({"lang": "cy"}, "its language is said to be 'cy'"),
    "a link within the page": ({"main": "<p>Go <a href='#gone'>on</a> there</p>"}, "leads nowhere"),
    "it goes on by itself": (
        {"head": "<meta http-equiv='refresh' content='99999'>"},
        "goes on by itself: <meta",
    ),
    "it moves": (
        {"head": "<style>@keyframes x { to { rotate: 1deg } } h1 { animation: x 9s infinite }</style>"},
        "moves: x",
    ),
}


def heard(page: Page, *, lang: str = "en", head: str = "", main: str = "") -> list[str]:
    page.set_content(A_PAGE.format(lang=lang, head=head, main=main))
    return look(page, "rules", frame=PUBLIC, language="en", ways=[(320, "light")]).faults


@pytest.mark.parametrize(("planted", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_would_be_heard(page: Page, planted, said):
    assert heard(page) == []
    assert any(said in fault for fault in heard(page, **planted))


def test_a_title_that_stands_for_two_pages_would_be_heard_and_one_that_is_missing(page: Page):
    walk = Walk(page, "about:blank", [(320, "light")])
    for title, heading in (("Rules", "Rules"), ("Rules", "Rules"), ("Rules", "Help"), ("", "Who")):
        html = A_PAGE.format(lang="en", head="", main="").replace("<title>Rules", f"<title>{title}")
        page.set_content(html.replace("<h1>Rules", f"<h1>{heading}"))
        walk.here("the office")

    faults = walk.faults()

    assert faults["title “Rules”"] == ["Help", "Rules"]
    assert ["has no title"] in faults.values()


def test_every_public_address_that_is_no_page_is_there_and_says_why():
    assert NO_PAGE.keys() - public_names() == set()
    assert [name for name, why in NO_PAGE.items() if len(why.split()) < 2] == []
