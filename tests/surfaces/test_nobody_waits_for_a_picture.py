"""Whoever reads makes no size of a picture, whatever address they ask for: the worker makes them when it comes in."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client

from people.domain import picture_sizes
from people.models import Organisation, Picture, PictureSize
from tests.home.test_front_page import arranged, as_it_is, picture
from tests.people.test_pictures import a_photo
from tests.surfaces.addresses import every_address
from tests.surfaces.crawling import LEAVES
from tests.surfaces.stage import the_stage

pytestmark = [pytest.mark.django_db, pytest.mark.once]
NOT_FOR_READERS = ("/admin/", "/staff/", "/my/")


def files():
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


@pytest.fixture
def image():
    """On the front page and in the frame of every page, and the worker has not come to it yet."""
    the_stage()
    made = Picture(title="The yard", file=ContentFile(a_photo(), name="yard.jpg"))
    made.save()
    house = Organisation.load()
    house.logo = made
    house.save()
    arranged(*as_it_is(), ("picture", picture(made)))
    return made


def test_no_request_of_a_reader_makes_a_size_of_a_picture(image):
    client, before, asked = Client(raise_request_exception=False), files(), 0
    for address in every_address():
        if not LEAVES.search(address) and not address.removeprefix("/cy").startswith(NOT_FOR_READERS):
            asked += client.get(address).status_code == 200

    assert asked > 20
    assert client.get("/").content.decode().count(image.file.url) == 2
    assert (PictureSize.objects.count(), files() - before) == (0, set())
    assert (picture_sizes.make(image.pk), len(files() - before)) == (7, 7)
    assert image.file.url not in client.get("/").content.decode()
