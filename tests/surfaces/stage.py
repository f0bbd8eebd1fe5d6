"""The stage of the surface tests: one live story full of canary words, and another by somebody else beside it."""

import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.cache import caches
from django.db import transaction
from PIL import Image
from wagtail.models import Page, Site

from consent.domain.acts import asking
from consent.domain.care import reviewing
from consent.enums import ReviewOutcome
from people import clock
from people.models import Person, Region, Theme
from storybank.domain import media, sizes
from storybank.domain.replies import wishing
from storybank.models import StoryEdition, StoryIndexPage, StoryPage
from tests.factories import stories

CANARY = "Zwitscherling"
PARTS: dict[str, Any] = {
    "title": f"{CANARY} and the kettle",
    "kind": "praise",
    "closing_kind": "ask",
    "closing": f"Let a {CANARY} closing be heard.",
}
BODY = [
    ("paragraph", f"I kept the kettle on for the {CANARY} every Sunday. She came at two."),
    ("heading", f"A {CANARY} heading"),
    ("quote", f"Nobody sings like a {CANARY} quoted here."),
    ("note", {"code": "death", "text": f"The {CANARY} passage that some will skip."}),
    ("paragraph", "And then it was spring."),
]
WITHOUT_NOTES = [block for block in BODY if block[0] != "note"]
"""The front page lets no story speak that needs a note first, be it a passage's."""


@dataclass
class Stage:
    page: StoryPage
    other: StoryPage
    author: Person

    def again(self) -> StoryPage:
        self.page = StoryPage.objects.get(pk=self.page.pk)
        return self.page


def the_stage(*, notes: bool = False, until: str = "live") -> Stage:
    """`until`: how far the first story goes: `asked` (not answered), `first yes`, or `live`.

    Without `notes` it shines on every surface there is; with them on every one but the front page.
    """
    theme, _ = Theme.objects.get_or_create(slug="visits-test", defaults={"name": "Visits"})
    region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
    _under_the_front_page(stories.a_story_index())
    author = stories.an_author("Dee")
    neighbour = stories.an_author("Heledd")
    neighbour.language = "cy"
    neighbour.save()
    other = on_stage(neighbour, theme, region, title="Y tegell", until="live")
    long = clock.now() + timedelta(days=4000)  # the neighbour's story must outlast the one we look at
    reviewing.review(other.edition, outcome=ReviewOutcome.SAFE, valid_until=long)
    body, listed = (BODY, [("death", "mention")]) if notes else (WITHOUT_NOTES, [])
    page = on_stage(author, theme, region, **PARTS, body=body, notes=listed, until=until)
    wishing.wish(author, page.file_id, wants=True)
    for frozen in StoryEdition.objects.filter(page__in=[page, other]):
        sizes.make(frozen.pk)  # as the worker does, once the words are frozen
    return Stage(page=page, other=other, author=author)


def _under_the_front_page(index: StoryIndexPage) -> None:
    """The house keeps stories beside the site's tree, where Wagtail serves nothing. Somebody has moved them into it."""
    index.move(Site.objects.get(is_default_site=True).root_page, pos="last-child")


def on_stage(
    author: Person, theme: Theme, region: Region, *, until: str = "live", **fields: Any
) -> StoryPage:
    """One story with a theme and a region, as far as `until` says."""
    ours = author.language == "en"
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(author), themes=[theme], region=region, **fields)
        page = illustrated(page, CANARY if ours else "titw")
        stories.asked(page, "website")
        if until != "asked":
            name = f"{CANARY} Dee" if ours else "Heledd"
            stories.answered(page, name=name, face=True, voice=True)
    if until == "live":
        stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def a_picture(colour: str = "teal", size: tuple[int, int] = (40, 20)) -> BytesIO:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    out.seek(0)
    return out


def a_sound(loud: int = 3) -> BytesIO:
    """A short WAV of one note."""
    out = BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(8000)
        made.writeframes(bytes(128 + loud * (n % 8) for n in range(400)))
    out.seek(0)
    return out


def illustrated(page: StoryPage, bird: str) -> StoryPage:
    """A picture and a recording at the end of the words, accepted by the author."""
    media.add_picture(
        page, upload=a_picture(), alt=f"A {bird} on a sill", caption=f"The {bird}, drawn", by=None
    )
    media.add_sound(
        page, upload=a_sound(), transcript=f"You hear a {bird} sing.", caption="Recorded at home", by=None
    )
    page = StoryPage.objects.get(pk=page.pk)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    return page


def rewrite(page: StoryPage, *, body: Any = None, notes: Any = (), **fields: Any) -> StoryPage:
    """The author's own next words: a revision that is accepted as it stands."""
    words = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(words, name, value)
    if body is not None:
        words.body = body
    if notes:
        words.content_notes = [("note", {"code": code, "level": level}) for code, level in notes]
    revision = words.save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
    return StoryPage.objects.get(pk=page.pk)


def force_live(page: StoryPage) -> None:
    """A road round the write lock: the frozen words stand live in the row, whatever the gate says.

    Wagtail's own `save` is called past the story's, as a mistaken script or a later version of Wagtail might.
    """
    frozen = StoryEdition.objects.filter(page=page).order_by("-edition__n").first()
    words = frozen.revision.as_object()
    words.live, words.edition_id, words.public_on = True, frozen.edition_id, clock.today()
    Page.save(words)


@contextmanager
def tried() -> Iterator[None]:
    """What happens in the block is taken back at its end, also what PostgreSQL's own guard was going to look at, and
    what was kept of pages meanwhile. What was kept before stays within reach: it must not help a dark story."""
    pieces: Any = caches["pieces"]
    kept = pieces._cache.copy(), pieces._expire_info.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    pieces.clear()
    pieces._cache.update(kept[0])
    pieces._expire_info.update(kept[1])


def address_in_the_tree(page: StoryPage) -> str:
    root = Site.objects.get(is_default_site=True).root_page
    return "/" + page.url_path.removeprefix(root.url_path)


def permission_of(stage: Stage) -> Any:
    """The person's latest choice about the website."""
    return asking.permissions_of(stage.author.pk, stage.page.file_id)[-1]
