"""The shelf's part for the front page, and for what a search answers: each in its states."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from consent.enums import TimeDetail
from home.components import samples
from home.components.specimen import Specimen
from home.front.parts import Part
from home.models.blocks import Said
from storybank.answers.counting import Changed, Counts
from storybank.domain.counting import VERY_MANY

THEMES = [{"name": one.name, "url": "#", "count": "8"} for one in samples.FULL.themes]
WELSH = Said("Dweud dy stori", "cy")


def front() -> Iterator[Specimen]:
    yield _part("What this is", "purpose", words=Said("True stories, told by those who lived them.", "en"))
    voice = {
        "sentence": samples.READING.first_sentence,
        "language": "en",
        "url": "#",
        "byline": "Jay",
        "kind_label": "Praise",
        "art_svg": samples.READING.art_svg,
    }
    yield _part("One voice", "begin", voice=voice)
    yield _part("One voice, of somebody unnamed", "begin", voice=voice | {"byline": ""})
    yield _part("Themes", "themes", themes=THEMES, total=16, very_many=VERY_MANY)
    yield _part("Themes, and one story", "themes", themes=THEMES[:1], total=1, very_many=VERY_MANY)
    yield _part("Themes, and very many stories", "themes", themes=THEMES, total=5001, very_many=VERY_MANY)
    yield from _changed()
    both = [{"kind": kind, "words": None} for kind in ("tell", "speaker")]
    yield _part("Two doors", "doors", doors=both)
    yield _part("Doors with words of staff", "doors", doors=[one | {"words": WELSH} for one in both])
    yield _part("Help, always here", "help", helplines=samples.HELPLINES)
    words = Said("We are eleven people in two rooms above a bakery.", "en")
    yield _part("Words of the charity\u2019s own", "words", heading=Said("Who we are", "en"), words=words)
    yield _part("Words without a heading", "words", heading=None, words=words)
    picture = {"picture": samples.picture(), "alt": "The mark"}
    yield _part("A picture", "picture", **picture, caption=Said("The yard in May.", "en"))
    yield _part("A picture without a caption", "picture", **picture, caption=None)
    every = [Part("purpose", {"words": words}), Part("doors", {"doors": both[:1]})]
    yield Specimen("Parts one after another", "home/front/parts.html", {"parts": every})


def _changed() -> Iterator[Specimen]:
    kept = Changed(on=samples.DAY, words="The chairs are turned round.", who="Jay", url="#", language="en")
    ours = replace(kept, several=True, words="There is a bench now.", time=TimeDetail.DECADE)
    own = {"iso": "2026-10-01", "when": "1 October 2026", "words": Said("A second bus runs.", "en")}
    lines = [{"iso": one.iso, "when": one.when, "kept": one} for one in (kept, ours)] + [own]
    yield _part("What changed, with numbers", "changed", counts=Counts(12, 9, 9), lines=lines)
    numbers = {
        "one of each": (1, 1, 1),
        "one kept": (2, 3, 1),
        "a few": (3, 9, 4),
        "many": (12, 9, 7),
        "none kept": (0, 1, 0),
    }
    for state, three in numbers.items():
        yield _part(f"What changed, {state}", "changed", counts=Counts(*three), lines=[])
    yield _part("What changed, without numbers", "changed", counts=None, lines=lines)


def search() -> Iterator[Specimen]:
    asked: dict[str, Any] = {"query": "bus", "suggestions": THEMES}
    row = {"reading": samples.READING, "piece": samples.PIECE, "page_language": "en"}
    found = asked | {"found": [_finished("components/story_row.html", row)], "total": None}
    yield _search("Not asked yet", asked, query="", why_not="NOTHING")
    yield _search("Nothing found", asked)
    yield _search("Nothing found for very many words", asked, several=True, too_long=True)
    yield _search("One letter", asked, query="b", why_not="ONE_LETTER")
    yield _search("Small words only", asked, query="and the", why_not="SMALL_WORDS")
    yield _search("No word at all", asked, query="?!", why_not="NO_WORD")
    yield _search("It does not work", asked, failed=True)
    yield _search("Somebody is having a hard time", asked, helplines=samples.HELPLINES[:1])
    yield _search("Few found", found)
    yield _search("Some found, first words only", found, total=7, too_long=True)
    yield _search("More than are counted", found, total=500, more_than=500, back_url="#", on_url="#")
    yield _search("Something else was meant", found, query="buss", meant="bus", meant_url="#")


def _finished(template: str, context: dict[str, Any]) -> SafeString:
    return mark_safe(render_to_string(template, context))


def _part(state: str, kind: str, **it: Any) -> Specimen:
    part = Part(kind, it)
    return Specimen(f"{state} (front page)", part.template, {"part": part})


def _search(state: str, context: dict[str, Any], **more: Any) -> Specimen:
    return Specimen(f"{state} (search)", "home/search_body.html", context | more)
