"""Pictures are served while the library knows them, and nothing else from the disk ever is."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from people.models import Organisation, Picture
from tests.people.test_pictures import a_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def logo() -> Picture:
    picture = Picture(title="Logo", file=ContentFile(a_photo(), name="logo.jpg"))
    picture.save()
    organisation = Organisation.load()
    organisation.logo = picture
    organisation.save()
    return picture


def test_the_logo_on_every_page_can_be_fetched(client, logo):
    page = client.get("/help/").content.decode()

    answer = client.get(logo.file.url)

    assert logo.file.url in page
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"


def test_a_picture_that_left_the_library_is_gone_though_its_file_remains(client, logo):
    Picture.objects.all().delete()

    assert client.get(f"/media/{logo.file.name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["secret.txt", "../settings.py", "a/../../b.jpg", "original_images/", "x\x00.jpg"]
)
def test_nothing_else_is_served(client, logo, name):
    (settings.MEDIA_ROOT / "secret.txt").write_text("canary")

    assert client.get(f"/media/{name}").status_code == 404
