"""One change of each part of the stage's story: every kind of part that a reader gets, and one that no reader gets."""

import re
from typing import Any

from django.http import HttpResponse

from people.models import Region, Theme
from storybank.lock.media import Held
from storybank.models import StoryMedia, StoryPage
from tests.surfaces.stage import BODY

MUTANT = "Quabbelfisch"


def block(number: int, value: Any) -> list[tuple[str, Any]]:
    return [*BODY[:number], (BODY[number][0], value), *BODY[number + 1 :]]


def notes(code: str, level: str) -> list[tuple[str, Any]]:
    return [("note", {"code": code, "level": level})]


FIELDS: dict[str, dict[str, Any]] = {
    "title": {"title": f"{MUTANT} and the kettle"},
    "title, one letter": {"title": "Zwitscherlinge and the kettle"},
    "paragraph": {"body": block(0, f"I kept the {MUTANT} on.")},
    "paragraph, a comma": {"body": block(4, "And then, it was spring.")},
    "paragraph, a space at its end": {"body": block(4, "And then it was spring. ")},
    "heading": {"body": block(1, f"A {MUTANT} heading")},
    "quote": {"body": block(2, f"Nobody sings like a {MUTANT}.")},
    "passage with a note": {"body": block(3, {"code": "death", "text": f"The {MUTANT} passage."})},
    "the note of a passage": {"body": block(3, {"code": "drugs", "text": BODY[3][1]["text"]})},
    "a quote made a paragraph": {"body": [*BODY[:2], ("paragraph", BODY[2][1]), *BODY[3:]]},
    "two blocks swapped": {"body": [BODY[1], BODY[0], *BODY[2:]]},
    "a block added": {"body": [*BODY, ("paragraph", f"A {MUTANT} more.")]},
    "a block taken out": {"body": BODY[:-1]},
    "everything taken out": {"body": []},
    "closing": {"closing": f"Let a {MUTANT} closing be heard."},
    "closing kind": {"closing_kind": "thanks"},
    "closing taken out": {"closing": ""},
    "kind": {"kind": "concern"},
    "language": {"language": "cy"},
    "content note": {"content_notes": notes("violence", "mention")},
    "content note's weight": {"content_notes": notes("death", "central")},
    "content note taken out": {"content_notes": []},
    "region": {"region": "east-test"},
    "no region": {"region": None},
}
PICTURE, SOUND = 5, 6
"""Where the stage's picture and recording stand among the blocks."""
IN_A_BLOCK: dict[str, tuple[int, dict[str, Any]]] = {
    "alt text": (PICTURE, {"alt": f"A {MUTANT} on a sill"}),
    "caption": (PICTURE, {"caption": f"The {MUTANT}, drawn"}),
    "crop": (PICTURE, {"crop": "0 0 99 100"}),
    "whether a face shows": (PICTURE, {"face": False}),
    "transcript": (SOUND, {"transcript": f"You hear a {MUTANT} sing."}),
    "caption of a recording": (SOUND, {"caption": f"{MUTANT}"}),
    "whose voice": (SOUND, {"voice": False}),
}
ANOTHER_FILE = {"picture, its pixels": (PICTURE, "picture"), "audio, its sound": (SOUND, "sound")}
THEMES = ("theme added", "theme taken out")
TEASERS = {
    "search description": {"search_description": MUTANT},
    "title for search engines": {"seo_title": MUTANT},
}
"""Fields every Wagtail page has and no reader of a story gets."""
ALL = (*FIELDS, *IN_A_BLOCK, *ANOTHER_FILE, *THEMES)


def changed(page: StoryPage, part: str, *, words: StoryPage | None = None) -> StoryPage:
    """The latest words of the page (or the given object) with one part changed."""
    words = words or StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in (FIELDS | TEASERS).get(part, {}).items():
        setattr(words, name, Region.objects.get(slug=value) if name == "region" and value else value)
    if part in IN_A_BLOCK:
        number, values = IN_A_BLOCK[part]
        words.body[number].value.update(values)
    if part in ANOTHER_FILE:
        number, kind = ANOTHER_FILE[part]
        other = StoryMedia.objects.filter(file=page.file_id, kind=kind).latest("id")
        words.body[number].value["held"] = str(Held(other.uid.hex, other.sha256, other.width, other.height))
    if part == "theme added":
        words.themes = [*words.themes.all(), Theme.objects.get(slug="other-test")]
    if part == "theme taken out":
        words.themes = []
    return words


def write_past_everything(page: StoryPage, part: str) -> None:
    """Straight into the live row: no save, no signal, no lock."""
    words = changed(page, part, words=StoryPage.objects.get(pk=page.pk))
    rows = StoryPage.themes.through.objects
    if part == "theme added":
        rows.create(storypage_id=page.pk, theme=Theme.objects.get(slug="other-test"))
    elif part == "theme taken out":
        rows.filter(storypage_id=page.pk).delete()
    else:
        names = set((FIELDS | TEASERS).get(part, {"body": None}))
        StoryPage.objects.filter(pk=page.pk).update(**{name: getattr(words, name) for name in names})


def told(answer: HttpResponse) -> list[bytes]:
    """All of a story's page but what stands beside it: that is looked for anew each minute, by today's themes."""
    return re.sub(rb'<section class="story-after".*?</section>', b"", answer.content, flags=re.DOTALL).split()
