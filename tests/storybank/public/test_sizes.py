"""Pictures of stories travel as small as they are shown. Each passes the gate, and none is made while one reads."""

import re
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from PIL import Image

from consent.domain.stop import stopping
from consent.models import Clearance
from people import keyring
from storybank.domain import sizes
from storybank.models import StoryPictureSize
from storybank.public.pieces import pictures
from tests.factories import stories
from tests.factories.pictures import BRICK, TEAL, a_field_of, a_live_story_with, half_and_half
from tests.people.test_pictures import a_photo
from tests.storybank.public.sized import addresses, agreed, sources

pytestmark = pytest.mark.django_db

SIZE = (1000, 500)
WIDTHS = (480, 960, 1000)
LEFT_HALF = "0 0 50 100"
DRAWS = ("resize", "crop", "save")


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    pictures.forget()


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """What Pillow has made smaller, cut or written, by the name of the act."""
    seen: list[str] = []
    for act in DRAWS:
        monkeypatch.setattr(Image.Image, act, _noting(seen, act, getattr(Image.Image, act)))
    return seen


def _noting(seen, act, real):
    def noted(*parts, **more):
        seen.append(act)
        return real(*parts, **more)

    return noted


@pytest.fixture
def story():
    return a_live_story_with(half_and_half(SIZE))


def opened(answer):
    with Image.open(BytesIO(answer.content)) as picture:
        picture.load()
        return picture


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_browser_finds_the_lightest_kind_first_and_each_size_with_its_width(client, story, prefix):
    page, held = story
    sizes.make_due()

    named = sources(client, page, prefix)
    plain = agreed(client, page, held).content

    assert {kind: tuple(found) for kind, found in named.items()} == {
        "image/avif": WIDTHS,
        "image/webp": WIDTHS,
    }
    for kind, found in named.items():
        for width, where in found.items():
            answer = client.get(where)
            assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
                200,
                kind,
                "no-cache",
            )
            assert opened(answer).size == (width, width // 2)
            assert len(answer.content) < len(plain)
            assert colours(answer.content) == [BRICK, TEAL]


def test_a_page_says_how_large_a_picture_is_and_waits_with_it_unless_it_opens_the_story(client, story):
    page, _ = story

    text = " ".join(client.get(f"/stories/{page.slug}/").content.decode().split())
    block = {"type": "picture", "url": "/p/", "alt": "A kettle", "width": 4, "height": 2}
    first = _body([block, {"type": "paragraph", "text": "Tea."}, block])

    assert re.findall(r'width="1000" height="500" (\S+) (\S+)>', text) == [
        ('loading="lazy"', 'decoding="async"')
    ]
    assert (first.count("<img"), first.count("loading=")) == (2, 1)
    assert first.index("<img") < first.index("Tea.") < first.index("loading=")


def _body(blocks):
    return render_to_string("components/body.html", {"blocks": blocks, "page_language": "en"})


def test_a_story_without_a_picture_carries_none_of_this(client):
    text = client.get(f"/stories/{stories.a_live_story().slug}/").content.decode()

    assert ("<source" in text, "<picture" in text) == (False, False)


def test_a_small_picture_is_not_blown_up(client):
    page, _ = a_live_story_with(a_field_of(TEAL, (40, 20)))
    sizes.make_due()

    assert [tuple(found) for found in sources(client, page).values()] == [(40,), (40,)]
    assert set(StoryPictureSize.objects.values_list("width", flat=True)) == {40}
    assert client.get(addresses(client, page)[0].replace("/40.", "/480.")).status_code == 404


def test_a_stop_is_dark_on_the_next_request_in_every_size_with_everything_kept(client, story):
    page, held = story
    sizes.make_due()
    where = [*addresses(client, page), f"/stories/{page.slug}/media/{held.uid}/"]
    before = [client.get(one).status_code for one in where * 2]
    marks = [client.get(one)["ETag"] for one in where]

    stopping.stop(page.file.appearances.get().person)
    after = [client.get(one, headers={"If-None-Match": mark}) for one, mark in zip(where, marks, strict=True)]

    assert (len(where), set(before)) == (7, {200})
    assert {(answer.status_code, answer.content) for answer in after} == {(410, b"")}
    assert StoryPictureSize.objects.count() == 6  # they are there, and nobody gets them


def test_what_the_words_do_not_show_has_no_size_either(client, story):
    page, _ = story
    sizes.make_due()
    where = addresses(client, page)
    there = client.get(where[0]).status_code

    Clearance.objects.filter(edition=page.edition_id).update(face=False)

    assert there == 200
    assert ({client.get(one).status_code for one in where}, sources(client, page)) == ({404}, {})


def test_another_story_does_not_lead_to_it_and_no_other_size_can_be_asked_for(client, story):
    page, _ = story
    other, _ = a_live_story_with(a_field_of(BRICK, (600, 300)))
    while sizes.make_due():
        pass
    here, there = addresses(client, page)[0], addresses(client, other)[0]
    start = here.removesuffix("480.avif")

    wrong = [here.replace(page.slug, other.slug), there.replace(other.slug, page.slug)]
    wrong += [
        f"{start}{size}" for size in ("481.avif", "1600.avif", "0.avif", "480.jpeg", "1000.agreed", "480.x")
    ]
    wrong += [f"{here}?piece=0-0-50-100"]

    assert (client.get(here).status_code, client.get(there).status_code) == (200, 200)
    assert {one: client.get(one).status_code for one in wrong} == dict.fromkeys(wrong, 404)


def test_nobody_who_reads_makes_a_size_and_until_it_is_made_they_get_what_was_agreed(client, story, drawn):
    page, held = story
    plain = agreed(client, page, held).content
    drawn.clear()

    early = [client.get(one) for one in addresses(client, page)]
    none_yet = list(drawn), StoryPictureSize.objects.count()
    made = sizes.make_due()
    by_the_worker = set(drawn)
    drawn.clear()
    late = [client.get(one) for one in addresses(client, page)]

    assert none_yet == ([], 0)
    assert [(answer.status_code, answer.content == plain) for answer in early] == [(200, True)] * 6
    assert {answer["Content-Type"] for answer in early} == {"image/jpeg"}
    assert (made, by_the_worker) == (1, {"resize", "save"})
    assert {answer.content == plain for answer in late} == {False}
    assert drawn == []


def test_what_was_cut_off_is_in_no_size_and_no_reader_waits_for_the_cut(client, drawn):
    page, held = a_live_story_with(half_and_half(SIZE), crop=LEFT_HALF)
    sizes.make_due()
    named = sources(client, page)
    drawn.clear()

    answers = [client.get(where) for where in addresses(client, page)]
    answers += [client.get(f"/stories/{page.slug}/media/{held.uid}/?piece=0-0-50-100")]
    kept = [row.sealed.open("rb").read() for row in StoryPictureSize.objects.all()]
    kept = [keyring.unseal_bytes(page.file.uid, sealed).partition(b"\n")[2] for sealed in kept]

    assert [tuple(found) for found in named.values()] == [(480, 500)] * 2
    assert drawn == []
    assert {answer["Content-Type"] for answer in answers} == {"image/avif", "image/webp", "image/jpeg"}
    assert sorted(answer.content for answer in answers) == sorted(kept)
    assert [colours(data) for data in kept] == [[BRICK, BRICK]] * 5
    assert client.get(addresses(client, page)[0].partition("?")[0]).status_code == 200  # the same one piece


def colours(data):
    """How it looks at its left and at its right end."""
    with Image.open(BytesIO(data)) as picture:
        rgb = picture.convert("RGB")
    return [_nearest(rgb.getpixel((across, rgb.height // 2))) for across in (8, rgb.width - 8)]


def _nearest(seen):
    return min((BRICK, TEAL), key=lambda colour: sum(abs(a - b) for a, b in zip(colour, seen, strict=True)))


def test_nothing_that_a_camera_wrote_travels_with_a_size(client):
    page, _ = a_live_story_with(BytesIO(a_photo(size=(600, 300))))
    sizes.make_due()

    for where in addresses(client, page):
        answer = client.get(where)
        picture = opened(answer)
        assert (dict(picture.getexif()), picture.info.get("xmp"), picture.info.get("icc_profile")) == (
            {},
            None,
            None,
        )
        assert b"Canary" not in answer.content
