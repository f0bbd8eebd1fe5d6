"""The picture for links is drawn once and a picture cut once, after the gate's yes, and both are kept within bounds."""

from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from consent.domain.stop import stopping
from people import clock
from storybank.domain import media
from storybank.models import StoryPage
from storybank.public.pieces import pictures
from tests.factories import stories
from tests.surfaces.stage import a_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    pictures.forget()


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """What Pillow has drawn anew or cut, by the name of the act."""
    seen: list[str] = []
    for of, act in ((Image, "new"), (Image.Image, "crop")):
        monkeypatch.setattr(of, act, _noting(seen, act, getattr(of, act)))
    return seen


def _noting(seen: list[str], act: str, real):
    def noted(*parts, **more):
        seen.append(act)
        return real(*parts, **more)

    return noted


def a_story_with_a_piece_of_a_picture() -> tuple[StoryPage, str]:
    """And the address of the piece."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story()
        media.add_picture(page, upload=a_picture(), alt="A kettle", by=None)
        words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        words.body[-1].value["crop"] = "0 0 50 100"
        words.save_revision()
        page.refresh_from_db()
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
        stories.asked(page, "website")
        stories.answered(page, face=True)
    stories.confirmed(page)
    uid = UUID(words.body[-1].value["held"].split("/")[0])
    return page, f"/stories/{page.slug}/media/{uid}/"


def test_the_picture_for_links_is_drawn_once(client, drawn):
    address = f"/stories/{stories.a_live_story().slug}/card.png"

    first, before = client.get(address), len(drawn)
    again = client.get(address)

    assert before > 0
    assert (again.status_code, again.content, len(drawn)) == (200, first.content, before)
    assert first.content.startswith(b"\x89PNG")
    assert 0 < pictures.held() < 200_000


def test_asked_again_with_its_mark_it_is_not_even_drawn(client, drawn):
    address = f"/stories/{stories.a_live_story().slug}/card.png"
    mark = client.get(address).headers["ETag"]
    assert "new" in drawn
    pictures.forget()
    drawn.clear()

    still = client.get(address, headers={"If-None-Match": mark})
    quiet = list(drawn)
    other = client.get(address, headers={"If-None-Match": '"another"'})

    assert (still.status_code, still.content, quiet) == (304, b"", [])
    assert (still.headers["ETag"], still.headers["Cache-Control"]) == (mark, "no-cache")
    assert (other.status_code, other.content[:4], pictures.held()) == (200, b"\x89PNG", len(other.content))


def test_a_new_title_has_a_new_picture_and_a_new_mark(client):
    two = [f"/stories/{stories.a_live_story(title=title).slug}/card.png" for title in ("Tea", "Toast")]

    first, second = (client.get(address) for address in two)

    assert first.content != second.content
    assert first.headers["ETag"] != second.headers["ETag"]


def test_a_piece_of_a_picture_is_cut_once_and_gone_with_the_story(client, drawn):
    page, address = a_story_with_a_piece_of_a_picture()

    first, again = client.get(address), client.get(address)
    stopping.stop(page.file.appearances.get().person)
    after = client.get(address)

    with Image.open(BytesIO(again.content)) as piece:
        assert piece.size == (20, 20)
    assert (first.content, drawn.count("crop")) == (again.content, 1)
    assert (after.status_code, after.content) == (410, b"")


def test_no_more_is_kept_than_may_be_and_the_least_used_goes_first():
    each = bytes(pictures.A_KEEPER)
    fit = pictures.MOST // pictures.A_KEEPER

    for number in range(fit):
        pictures.made_once(f"picture {number}", lambda: each)
    pictures.made_once("picture 0", lambda: b"made again")  # just used
    pictures.made_once("one more", lambda: each)

    assert pictures.held() == pictures.MOST
    assert pictures.made_once("picture 0", lambda: b"made again") == each
    assert pictures.made_once("picture 1", lambda: b"made again") == b"made again"


def test_what_is_too_large_is_made_each_time():
    pictures.made_once("vast", lambda: bytes(pictures.A_KEEPER + 1))

    assert pictures.held() == 0
    assert pictures.made_once("vast", lambda: b"small") == b"small"
