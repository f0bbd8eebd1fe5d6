"""What a person can see of their own: where it has been, copies, everything we hold, whom they trust."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from consent.domain.acts.ending import we_end
from consent.domain.stop import stopping
from consent.domain.told.receipts import receipts_of
from consent.models import Permission
from people import clock, roles
from tests.factories import people, stories
from tests.journeys.test_support import signed_in

PAGES = (
    "/my/",
    "/my/where-it-has-been/",
    "/my/receipts/",
    "/my/everything/",
    "/my/everything/erase/",
    "/my/complain/",
    "/my/told/",
    "/my/ends/",
    "/my/somebody-i-trust/",
)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light")])
def test_no_page_of_ones_own_has_a_barrier(site, page: Page, axe, console, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    live = stories.a_live_story(author, uses=("website", "newsletter", "research"))
    stopping.stop(author, files=[live.file], use="newsletter")
    we_end(live.file, by=people.a_member_of_staff(roles.DPO), use="research", reason="They have closed.")
    soon = clock.now() + timedelta(days=20)
    Permission.objects.filter(use__slug="website").update(valid_until=soon)
    copies = [f"/my/receipts/{copy.code}/" for copy in receipts_of(author)]
    signed_in(page.context, author.user, site.url)

    for address in (*PAGES, copies[0], copies[-1]):
        answer = page.goto(f"{site.url}{address}")
        axe.check()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert (answer.status, wide <= width) == (200, True), address

    assert len(copies) >= 3
    assert console == []
