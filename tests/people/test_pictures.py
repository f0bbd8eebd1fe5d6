"""A picture keeps its look and loses everything that says where, when, with what and by whom it was taken."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from people.models import Picture
from people.pictures import NotAPicture, anew

GPS_TAG, MAKER_TAG, ARTIST_TAG = 0x8825, 0x010F, 0x013B


def a_photo(fmt: str = "JPEG", size: tuple[int, int] = (40, 20)) -> bytes:
    image = Image.new("RGB", size, "teal")
    exif = image.getexif()
    exif[MAKER_TAG], exif[ARTIST_TAG] = "CanaryCam", "Jane Canary"
    exif.get_ifd(GPS_TAG)[1] = "N"
    out = BytesIO()
    image.save(out, fmt, exif=exif, **({"comment": b"Canary street"} if fmt == "JPEG" else {}))
    return out.getvalue()


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_nothing_but_the_pixels_is_kept(fmt):
    photo = a_photo(fmt)
    with Image.open(BytesIO(photo)) as before:
        had = dict(before.getexif())

    made = anew(BytesIO(photo))

    with Image.open(made) as after:
        kept = (dict(after.getexif()), after.info.get("comment"), after.size)
    assert had[MAKER_TAG] == "CanaryCam"
    assert kept == ({}, None, (40, 20))
    assert b"Canary" not in made.open().read()


def test_the_name_of_the_file_says_nothing():
    made = anew(ContentFile(a_photo(), name="Jane Smith at home.jpg"))

    assert made.name.removesuffix(".jpg").isalnum()
    assert "jane" not in made.name.lower()


def test_a_picture_that_lies_on_its_side_is_set_upright():
    image = Image.new("RGB", (40, 20), "teal")
    exif = image.getexif()
    exif[0x0112] = 6
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)

    with Image.open(anew(out)) as after:
        assert after.size == (20, 40)


@pytest.mark.parametrize(
    "bad", [b"GIF89a not really", b"<svg onload='alert(1)'/>", b"%PDF-1.7", a_photo()[:200]]
)
def test_what_is_no_picture_is_refused_in_plain_words(bad):
    with pytest.raises(NotAPicture, match="not a picture we can open"):
        anew(BytesIO(bad))


def test_an_empty_file_is_said_to_be_empty():
    with pytest.raises(NotAPicture, match="There is nothing in this file"):
        anew(BytesIO(b""))


def test_fifty_megapixels_are_refused_before_they_are_opened():
    out = BytesIO()
    Image.new("1", (8000, 6250)).save(out, "PNG")

    with pytest.raises(NotAPicture, match="too large"):
        anew(out)


@pytest.mark.django_db
def test_every_road_into_the_library_strips():
    picture = Picture(title="Logo", file=ContentFile(a_photo(), name="Jane Canary.jpg"))

    picture.save()

    with picture.file.open() as kept:
        assert b"Canary" not in kept.read()
    assert "anary" not in picture.file.name
    assert (picture.width, picture.height) == (40, 20)
