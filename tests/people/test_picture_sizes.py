"""The sizes of a picture are made when it comes in; whoever reads makes none."""

import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string

from people.domain import picture_sizes
from people.models import Organisation, Picture, PictureSize
from tests.people.test_pictures import a_photo

pytestmark = pytest.mark.django_db


def a_picture():
    picture = Picture(title="The yard", file=ContentFile(a_photo(), name="yard.jpg"))
    picture.save()
    return picture


def test_every_size_is_made_after_an_upload(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = a_picture()

    specs = set(PictureSize.objects.filter(image=picture).values_list("filter_spec", flat=True))

    of_pages = {f"width-{w}|format-{kind}" for w in (480, 960) for kind in ("avif", "webp", "jpeg")}
    assert specs == of_pages | {"max-144x72|format-webp"}


def test_to_show_a_picture_makes_no_size_and_one_without_sizes_is_shown_as_it_came():
    picture = a_picture()

    shown = picture_sizes.shown(picture)

    assert (shown.sources, shown.url) == ((), picture.file.url)
    assert not PictureSize.objects.exists()


def test_a_browser_finds_the_smallest_kind_first_and_each_size_with_its_width():
    picture = a_picture()
    picture_sizes.make(picture.pk)

    shown = picture_sizes.shown(picture)
    page = render_to_string("components/picture.html", {"picture": shown, "alt": "A yard", "sizes": "100vw"})

    assert [source.type for source in shown.sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert 'alt="A yard"' in page
    assert page.count("<source") == 3


def test_a_logo_is_sent_as_small_as_it_is_shown(client):
    picture, house = a_picture(), Organisation.load()
    house.logo = picture
    house.save()
    as_it_came = client.get("/help/").content.decode()
    client.get("/")

    picture_sizes.make(picture.pk)
    small = PictureSize.objects.get(image=picture, filter_spec=picture_sizes.LOGO.spec)
    pages = [client.get(path).content.decode() for path in ("/help/", "/")]

    assert f'<img src="{picture.file.url}"' in as_it_came
    assert [f'<img src="{small.file.url}"' in page for page in pages] == [True, True]


def test_a_picture_that_is_gone_before_its_turn_has_no_sizes():
    assert picture_sizes.make(2**31) == 0
