"""Pictures and a recording in a story, as the sheet adds them and the author accepts them."""

from io import BytesIO

from PIL import Image

from people import clock
from storybank.domain import media
from storybank.lock.media import WHOLE
from storybank.models import StoryMedia, StoryPage
from tests.factories import stories
from tests.surfaces.stage import a_sound

FACE, KETTLE = "A woman at her window", "A kettle on a sill"
FACE_CAPTION, KETTLE_CAPTION = "At home, in spring", "It is older than she is"
SAID = "You hear the kettle sing, and then her voice."
BRICK, TEAL = (159, 58, 34), (0, 128, 128)


def a_field_of(colour: tuple[int, int, int], size: tuple[int, int]) -> BytesIO:
    """A picture of one colour, by which it is known again."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    out.seek(0)
    return out


def added(page: StoryPage, *, size: tuple[int, int] = (400, 200)) -> StoryPage:
    """A face (brick), a kettle that is nobody's face (teal), and a recording in her own voice, accepted."""
    media.add_picture(
        page, upload=a_field_of(BRICK, size), alt=FACE, caption=FACE_CAPTION, face=True, by=None
    )
    media.add_picture(
        page, upload=a_field_of(TEAL, size), alt=KETTLE, caption=KETTLE_CAPTION, face=False, by=None
    )
    media.add_sound(page, upload=a_sound(), transcript=SAID, caption="Recorded at home", voice=True, by=None)
    page = StoryPage.objects.get(pk=page.pk)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    return StoryPage.objects.get(pk=page.pk)


def half_and_half(size: tuple[int, int]) -> BytesIO:
    """The left half brick, the right half teal, in a photograph's own kind."""
    whole = Image.new("RGB", size, TEAL)
    whole.paste(BRICK, (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    whole.save(out, "JPEG", quality=95)
    out.seek(0)
    return out


def a_live_story_with(upload: BytesIO, *, crop: str = "", **words: str) -> tuple[StoryPage, StoryMedia]:
    """A story that is up, with one picture after its words. Its sizes are the worker's: none is made yet."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(**words)
        held = media.add_picture(page, upload=upload, alt=KETTLE, caption=KETTLE_CAPTION, by=None)
        words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        words.body[-1].value["crop"] = crop or WHOLE
        revision = words.save_revision()
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
        page.refresh_from_db()
        stories.asked(page, "website")
        stories.answered(page, face=True)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk), held


def is_of(content: bytes, colour: tuple[int, int, int]) -> bool:
    """Whether a picture's middle is of the colour, as nearly as a JPEG keeps it."""
    with Image.open(BytesIO(content)) as opened:
        middle = opened.convert("RGB").getpixel((opened.width // 2, opened.height // 2))
    return all(abs(one - other) < 12 for one, other in zip(middle, colour, strict=True))
