"""A yes to machines opens to them what it says and no more: who keeps their name from them opens no page with it."""

import pytest

from consent.domain.acts import asking
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.record.shown import Shown
from consent.enums import IdentityLevel, PlaceDetail, TimeDetail
from tests.factories import stories

pytestmark = pytest.mark.django_db

LESS = {
    "no name": Less(identity=IdentityLevel.N2, shown=Shown()),
    "no region": Less(place=PlaceDetail.NONE),
    "no day": Less(time=TimeDetail.MONTH),
}


def open_to_machines(client, page):
    """What is said in the list, with the story, in its head, and to crawlers."""
    (row,) = client.get("/api/v2/stories/").json()["stories"]
    story = client.get(f"/api/v2/stories/{page.slug}/")
    return [
        row["machines_may_process"],
        story.json()["machines_may_process"],
        story["TDM-Reservation"] == "0",
        page.slug in client.get("/robots.txt").content.decode(),
    ]


@pytest.mark.parametrize("less", LESS.values(), ids=LESS)
def test_less_for_machines_than_for_readers_opens_nothing(client, less):
    author = stories.an_author()
    page = stories.a_live_story(author, uses=("website", "machine-processing"))
    yes = {row.use.slug: row for row in asking.permissions_of(author.pk, page.file_id)}
    before = open_to_machines(client, page)

    narrow(yes["machine-processing"], less, person=author)

    assert (before, open_to_machines(client, page)) == ([True] * 4, [False] * 4)


def test_less_for_readers_too_opens_it_again(client):
    author = stories.an_author()
    page = stories.a_live_story(author, uses=("website", "machine-processing"))
    for row in asking.permissions_of(author.pk, page.file_id):
        narrow(row, LESS["no name"], person=author)

    assert open_to_machines(client, page) == [True] * 4
