"""Every address of the house, asked by a stranger and on a desk: headers, cookies, nothing inline."""

import pytest
from django.http import HttpResponse
from django.test import Client

from storybank.domain import drafts
from tests.factories import stories
from tests.surfaces import manners
from tests.surfaces.addresses import every_address
from tests.surfaces.crawling import LEAVES
from tests.surfaces.manners import FOR_ANYBODY, FOR_STRANGERS, complaints
from tests.surfaces.stage import CANARY, Stage, the_stage
from tests.surfaces.surfaces import SURFACES

pytestmark = pytest.mark.django_db
NOT_READERS = ("/admin/", "/staff/", "/demo/", "/cy/admin/")
WITHOUT_BLANKS = (
    "/look/9F3A22-12504B/tokens.css",
    "/look/9F3A22-12504B/colours.css",
    f"/search/?q={CANARY}",
    "/search/?q=%00",
    "/stories/?theme=visits-test",
    "/stories",
    "/no-such-page/",
    "/llms.txt",
    "/wp-login.php",
)


def asked_by_a_stranger(stage: Stage):
    """(address, answer), each asked by a browser that brings nothing."""
    for address in (*every_address(), *WITHOUT_BLANKS):
        if not address.startswith(NOT_READERS):
            yield address, Client(raise_request_exception=False).get(address)
    for surface in SURFACES:
        answer = surface.ask(Client(), stage)
        yield answer.wsgi_request.path, answer


def test_a_stranger_gets_no_cookie_and_nothing_that_runs_tells_or_stays():
    stage, wrong, shown = the_stage(notes=True), [], set()

    for address, answer in asked_by_a_stranger(stage):
        wrong += complaints(address, answer, FOR_STRANGERS)
        if answer.status_code == 200:
            shown.add(address)

    assert wrong == [], "\n".join(wrong)
    assert {
        "/",
        "/stop/",
        "/in-a-story/",
        "/my/in/",
        "/speakers/request/",
        "/weather/",
        "/robots.txt",
    } < shown
    assert {f"/stories/{stage.page.slug}/", f"/cy/stories/{stage.page.slug}/"} < shown


def test_nothing_on_a_desk_runs_tells_or_stays():
    author = stories.an_author(supporter=stories.a_supporter())
    draft = stories.a_draft(author)
    stories.a_live_story(author)
    client, wrong, shown = Client(raise_request_exception=False), [], set()
    client.force_login(author.user)

    for address in [*every_address(prefix="my/"), f"/my/stories/{draft.file.uid}/say/"]:
        if LEAVES.search(address):
            continue
        answer = client.get(address)
        wrong += complaints(address, answer, FOR_ANYBODY)
        if answer.status_code == 200:
            shown.add(address)

    assert wrong == [], "\n".join(wrong)
    assert "microphone=(self)" in answer["Permissions-Policy"]  # of the last, where one's voice is recorded
    assert {"/my/", address} < shown
    assert drafts.answers(draft)["title"] == "The kettle"


def a_page(body: str = "<p>Words.</p>", **headers: str) -> HttpResponse:
    """An answer with the best of manners."""
    right = {
        "Content-Security-Policy": "; ".join(
            f"{name} {value}" for name, value in manners.NOTHING_INLINE.items()
        ),
        "Permissions-Policy": "microphone=(), camera=(), geolocation=(), browsing-topics=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-cache",
    }
    return HttpResponse(
        body, headers=right | {name.replace("_", "-"): text for name, text in headers.items()}
    )


def with_a_cookie() -> HttpResponse:
    answer = a_page()
    answer.set_cookie("seen", "1")
    return answer


RUDE = {
    "a cookie": ("/", with_a_cookie()),
    "another policy": ("/", a_page(Content_Security_Policy="default-src *")),
    "a style": ("/", a_page('<p style="color:red">')),
    "a style sheet within": ("/", a_page("<style>p {}</style>")),
    "an act": ("/", a_page('<a onclick="go()">')),
    "a script within": ("/", a_page("<script>go()</script>")),
    "an address that runs": ("/", a_page('<a href="javascript:go()">')),
    "a picture from elsewhere": ("/", a_page('<img src="//cdn.outside.test/a.png">')),
    "a form to elsewhere": ("/", a_page('<form action="https://outside.test/">')),
    "a microphone": ("/", a_page(Permissions_Policy="microphone=(self), camera=()")),
    "where one came from": ("/", a_page(Referrer_Policy="origin")),
    "pictures for other sites": ("/", a_page(Cross_Origin_Resource_Policy="cross-origin")),
    "a frame": ("/", a_page(X_Frame_Options="SAMEORIGIN")),
    "a page that is kept": ("/", a_page(Cache_Control="max-age=60")),
    "a desk that is kept": ("/my/", a_page(Cache_Control="no-cache")),
    "a mark on what is not kept": ("/my/", a_page(Cache_Control="no-store", ETag='"1"')),
    "a day": ("/", a_page(Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT")),
    "a maker": ("/", a_page(Server="Kettle/1.0")),
}


@pytest.mark.parametrize("what", RUDE)
def test_bad_manners_are_noticed(what):
    path, answer = RUDE[what]

    assert len(complaints(path, answer, FOR_STRANGERS)) == 1


def test_good_manners_are_not_complained_about():
    data = '<script type="application/ld+json">{"@type": "Article"}</script><a href="https://outside.test/">'

    assert complaints("/", a_page(data), FOR_STRANGERS) == []


def test_two_strangers_get_the_same_mark_for_the_same_page_so_that_it_tells_neither():
    stage = the_stage()
    one = Client(HTTP_USER_AGENT="One", REMOTE_ADDR="192.0.2.7")
    other = Client(HTTP_USER_AGENT="Other", REMOTE_ADDR="203.0.113.5", HTTP_ACCEPT_LANGUAGE="cy")
    where = ("/", "/stories/", f"/stories/{stage.page.slug}/", "/stories/feed/", "/api/v2/stories/", "/help/")

    marks = [[client.get(address)["ETag"] for address in where] for client in (one, other)]

    assert marks[0] == marks[1]
    assert len(set(marks[0])) == len(where)
