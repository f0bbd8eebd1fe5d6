"""The front page, part by part, as plain values: in the order that staff chose, filled by what readers may meet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from people import clock
from people.domain import picture_sizes
from people.models import Theme
from people.said_here import name_here
from storybank.answers.counting import Counts, all_that_stands, counted
from storybank.domain.counting import MANY, VERY_MANY, UpTo
from storybank.domain.helping import all_lines, for_everybody
from storybank.domain.queries import public_stories
from storybank.domain.reading_shapes import Reading
from storybank.domain.reading_words import theme_link
from storybank.domain.showing import Stands, newest, story_and_beside
from storybank.public.choosing import said_number
from storybank.public.pieces import keeping
from storybank.public.pieces.making import rows

VOICES = 12
DOORS = frozenset({"tell", "speaker"})


@dataclass(frozen=True)
class Part:
    """`kind` names its template below home/front/; `it` is what that one shows."""

    kind: str
    it: dict[str, Any]

    @property
    def template(self) -> str:
        return f"home/front/{self.kind}.html"


def markup(body: Iterable[Any], *, mark: str) -> SafeString:
    """The whole, as the gate and the clock say now."""
    return render_to_string("home/front/parts.html", {"parts": parts_of(body, mark=mark)})


def parts_of(body: Iterable[Any], *, mark: str) -> list[Part]:
    """In the order of the page; what has nothing to show is left out. Doors that stand together share one row.

    `mark`: of what stands around stories; what changes only with it is remembered under it.
    """
    found: list[Part] = []
    for block in body:
        if block.block_type in DOORS:
            _add_door(found, block)
            continue
        it = FILLED[block.block_type](block.value, mark)
        if it is not None:
            found.append(Part(block.block_type, it))
    return found


def _add_door(found: list[Part], block: Any) -> None:
    door = {"kind": block.block_type, "words": block.value.said()}
    if not found or found[-1].kind != "doors":
        found.append(Part("doors", {"doors": []}))
    found[-1].it["doors"].append(door)


def _purpose(value: Any, _mark: str) -> dict[str, Any]:
    return {"words": value.said()}


def _begin(value: Any, _mark: str) -> dict[str, Any] | None:
    """The story that staff chose, while it can be read; else the voice of the day."""
    voice = _chosen(value["story"]) or _of_the_day()
    return {"voice": voice} if voice else None


def _chosen(slug: str) -> dict[str, str] | None:
    found = story_and_beside(slug) if slug else {}
    return next(iter(_voices(list(found.values()))), None)


def _of_the_day() -> dict[str, str] | None:
    """One real sentence, another each day, never from a story that needs a note first."""
    fitting = [voice for voice in _voices(newest(VOICES)) if voice["language"] == "en"]
    return fitting[clock.today().toordinal() % len(fitting)] if fitting else None


def _voices(stories: list[Stands]) -> list[dict[str, str]]:
    """Of those that need no note first."""
    return [voice for voice in rows(stories, "voice", make=_voice) if voice]


def _voice(item: Reading) -> dict[str, str]:
    if item.notes:
        return {}
    return {
        "sentence": _sentence(item),
        "language": item.language,
        "url": item.url,
        "byline": item.byline,
        "kind_label": item.kind_label,
        "art_svg": item.art_svg,
    }


def _sentence(item: Reading) -> str:
    """The author's own pull quote when there is one, else how the story begins."""
    return next((block.text for block in item.body if block.type == "quote"), item.first_sentence)


def _themes(_value: Any, _mark: str) -> dict[str, Any] | None:
    """Each with its number, and how many stories there are at all, in one query."""
    stories = public_stories()
    number, total = UpTo(stories.filter(themes=OuterRef("pk")), MANY + 1), UpTo(stories, VERY_MANY + 1)
    found = [theme for theme in Theme.objects.annotate(number=number, total=total) if theme.number]
    if not found:
        return None
    themes = [
        {"name": name_here(theme), "url": theme_link(theme).url, "count": said_number(theme.number)}
        for theme in found
    ]
    return {"themes": themes, "total": found[0].total, "very_many": VERY_MANY}


def _changed(value: Any, mark: str) -> dict[str, Any] | None:
    """What was kept and what staff saw change stand in one list, newest first, as far as the days may tell."""
    stands = keeping.made_once(keeping.key("all that stands", mark), all_that_stands)
    now = counted(stands, newest=value["kept"] or 0)
    own = [_own_line(one) for one in value["own"] if one["on"]]
    kept = [{"place": one.place, "iso": one.iso, "when": one.when, "kept": one} for one in now.newest]
    lines = sorted([*own, *kept], key=lambda line: line["place"], reverse=True)
    said = now if value["numbers"] and now != Counts() else None
    return {"lines": lines, "counts": said} if lines or said else None


def _own_line(one: Any) -> dict[str, Any]:
    iso = one["on"].isoformat()
    return {"place": iso, "iso": iso, "when": date_format(one["on"], "j F Y"), "words": one.said("what")}


def _help(_value: Any, mark: str) -> dict[str, Any]:
    lines = keeping.made_once(keeping.key("all_lines", mark), all_lines)
    return {"helplines": for_everybody(lines)}


def _words(value: Any, _mark: str) -> dict[str, Any]:
    return {"heading": value.said("heading"), "words": value.said()}


def _picture(value: Any, _mark: str) -> dict[str, Any] | None:
    if value["image"] is None:
        return None
    alt = "" if value["decorative"] else value.said("alt").text
    return {"picture": picture_sizes.shown(value["image"]), "alt": alt, "caption": value.said("caption")}


FILLED: dict[str, Callable[[Any, str], dict[str, Any] | None]] = {
    "purpose": _purpose,
    "begin": _begin,
    "themes": _themes,
    "changed": _changed,
    "help": _help,
    "words": _words,
    "picture": _picture,
}
