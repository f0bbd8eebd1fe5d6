"""Their voice is theirs: whoever lent it and is erased is heard no more, and the screen falls back to the device's."""

import pytest
from django.test import Client

from home.rights.erasing import erase
from people import roles
from people.domain import reading_aloud, vault
from people.models import ReadAloud
from storybank.desk import read_aloud
from tests.factories.people import a_member_of_staff, a_person
from tests.surfaces.stage import a_sound

pytestmark = pytest.mark.django_db
START = "/my/stories/new/"


@pytest.fixture
def mair():
    person = a_person("Mair", channel="email", email="mair@post.example")
    vault.set_identity(person, legal_name="Mair Eluned Beddoe-Pryce")
    return person


def read(read_by):
    """The first piece of the desk, in that voice."""
    words = next(one for one in read_aloud.words() if (one.key, one.language) == (read_aloud.WAYS, "en"))
    return reading_aloud.keep(words, data=a_sound().read(), read_by=read_by, by=None)


def heard(client):
    return "<audio" in client.get(START).content.decode()


@pytest.mark.parametrize("named", ["Mair", "mair, from the choir", "Mair Eluned Beddoe-Pryce", "{code}"])
def test_what_they_read_goes_with_its_file_and_the_screen_stays(
    mair, named, django_capture_on_commit_callbacks
):
    kept = read(named.format(code=mair.code))
    author = Client()
    author.force_login(a_person("Dee").user)
    before = heard(author), author.get(f"/read-aloud/{kept.uid}/").status_code

    with django_capture_on_commit_callbacks(execute=True):
        erase(mair, by=a_member_of_staff(roles.DPO))

    assert before == (True, 200)
    assert (heard(author), author.get(f"/read-aloud/{kept.uid}/").status_code) == (False, 404)
    assert (ReadAloud.objects.count(), kept.sound.storage.exists(kept.sound.name)) == (0, False)


def test_what_others_read_stays(mair):
    kept = read("Mairead")

    erase(mair, by=a_member_of_staff(roles.DPO))

    assert list(ReadAloud.objects.all()) == [kept]
