"""A search finds a story only by words that readers of it meet: a word that leads to it has been told."""

import pytest

from consent.enums import IdentityLevel
from people import clock
from storybank.domain import media
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import a_picture, a_sound
from tests.surfaces.surfaces import found_by

pytestmark = pytest.mark.django_db

SHOWN = ("kettle", "Amsel", "Fink")
"""In a paragraph, beside a drawing of nobody, and said in the recording."""
UNDER_THE_FACE = ("Zeisig", "Dompfaff")
UNDER_THE_VOICE = ("Stieglitz",)


def illustrated(*, seen: bool) -> StoryPage:
    """With a drawing, a picture of the author and their voice; `seen`: they let their face and voice be known."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story()
        media.add_picture(page, upload=a_picture(), alt="An Amsel, drawn", face=False, by=None)
        media.add_picture(page, upload=a_picture("navy"), alt="Me with Zeisig", caption="Dompfaff", by=None)
        media.add_sound(page, upload=a_sound(), transcript="A Fink sings.", caption="Stieglitz", by=None)
        page.refresh_from_db()
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
        stories.asked(page, "website")
        stories.answered(page, identity=IdentityLevel.N2, face=seen, voice=seen)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("seen", [False, True], ids=["no face, no voice", "face and voice"])
def test_what_stands_under_a_face_or_a_voice_finds_nobody_who_keeps_it(client, seen):
    page = illustrated(seen=seen)
    words = client.get(f"/stories/{page.slug}/").content.decode()

    told = {word: word in words for word in (*SHOWN, *UNDER_THE_FACE, *UNDER_THE_VOICE)}
    found = {word: found_by(client, word, page) for word in told}

    assert told == dict.fromkeys(SHOWN, True) | dict.fromkeys((*UNDER_THE_FACE, *UNDER_THE_VOICE), seen)
    assert found == dict.fromkeys(SHOWN, True) | dict.fromkeys((*UNDER_THE_FACE, *UNDER_THE_VOICE), False)
