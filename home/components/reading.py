"""The shelf of what readers meet."""

from collections.abc import Iterator

from django.utils.safestring import mark_safe

from home.components import samples
from home.components.front import front, search
from home.components.pieces import pieces
from home.components.specimen import Group, Specimen, component
from storybank import art
from storybank.answers.showing import WhatCame
from storybank.art_families import FAMILIES

EACH = 6
"""So many pictures of each family."""


def groups() -> list[Group]:
    return [
        Group("Letters and colours", (own("Sizes", "type"), own("Colours", "colours"))),
        Group("Pictures", tuple(_pictures())),
        Group("Buttons and messages", tuple(_buttons())),
        Group("At the head of a story", tuple(_head())),
        Group("The words", tuple(_words())),
        Group("Beside the words", tuple(_beside())),
        Group("Lists", tuple(_lists())),
        Group("Pieces of a page", tuple(pieces())),
        Group("The front page", tuple(front())),
        Group("Search", tuple(search())),
        Group("Endings", tuple(_endings())),
    ]


def own(state: str, name: str, **context: object) -> Specimen:
    """What only this page shows."""
    return Specimen(state, f"home/components/{name}.html", context)


def _pictures() -> Iterator[Specimen]:
    for name in FAMILIES:
        seeds = [seed for seed in (f"{name} {n}" for n in range(99)) if art.family(seed) == name][:EACH]
        drawn = [mark_safe(art.draw(seed, tints=samples.TINTS)) for seed in seeds]
        yield own(name.capitalize(), "pictures", pictures=drawn)


def _buttons() -> Iterator[Specimen]:
    yield component("The one to press", "button", label="Find stories")
    yield component("Quiet", "button", label="Not now", kind="quiet")
    yield component("Stop", "button", label="Stop it", kind="stop")
    yield component("A link", "button", label="Ask for a speaker", url="#")
    yield component("After an act", "flash", messages=[samples.Said("It is kept.")])
    yield component(
        "After an act that failed", "flash", messages=[samples.Said("Nothing was kept.", "error")]
    )
    yield component(
        "A picture of the charity’s own", "picture", picture=samples.picture(), alt="The mark", sizes="10rem"
    )
    yield component("In a demonstration", "fictional_label")


def _head() -> Iterator[Specimen]:
    for state, byline in samples.BYLINES.items():
        yield component(f"Byline, {state}", "byline", byline=byline)
    yield component("The way to the other language", "languages", languages=samples.LANGUAGES)
    yield component("Other forms", "other_forms", forms=samples.FORMS)
    yield component("One note", "content_note", notes=samples.FULL.notes[:1], skip_to="next", back_url="#")
    yield component("Two notes", "content_note", notes=samples.FULL.notes, skip_to="next", back_url="#")
    yield component("Listen, where a device can", "listen", of="main")
    yield component("Somebody reads it", "recording", recording=samples.RECORDING, of="main")


def _words() -> Iterator[Specimen]:
    yield component("Every kind of block", "body", blocks=samples.WORDS, page_language="en", inside="words")
    seen = [block | vars(samples.picture()) for block in samples.WORDS if block["type"] == "picture"]
    yield component("A picture to look at", "body", blocks=seen, page_language="en", inside="words")
    heard = [block | {"url": "#"} for block in samples.WORDS if block["type"] == "audio"]
    yield component("A recording to listen to", "body", blocks=heard, page_language="en", inside="words")
    spoken = [block for block in samples.WORDS if block["type"] == "audio"]
    yield component(
        "A recording spelled out", "body", blocks=spoken, page_language="en", spelled_out=True, inside="words"
    )


def _beside() -> Iterator[Specimen]:
    read = samples.READING.whose_words
    yield component("An answer", "answers", came=WhatCame(answers=(samples.ANSWER,)))
    yield component("A promise in each state", "answers", came=WhatCame(promises=samples.PROMISES))
    told = WhatCame(promises=samples.OF_SEVERAL)
    yield component("A promise to several, in each state", "answers", came=told)
    yield component("Both", "answers", came=WhatCame((samples.ANSWER,), samples.PROMISES[:1]))
    yield component("Whose words", "whose_words", sentence=read)
    yield component(
        "With a share and a month", "whose_words", sentence=read, share=86, approved="October 2026"
    )
    yield component(
        "With the very day",
        "whose_words",
        sentence=read,
        share=100,
        approved="9 October 2026",
        approved_day=samples.DAY,
    )
    ways = {"address": "https://stories.example/stories/s-2b6a76bd71/"}
    yield component("Handing it on", "share", **ways)
    yield component("Handing it on, of somebody unnamed", "share", **ways, names_nobody=True)
    yield component("One helpline", "helplines", helplines=samples.HELPLINES[:1])
    yield component(
        "Helplines, with a heading", "helplines", helplines=samples.HELPLINES, title="Someone to talk to"
    )


def _lists() -> Iterator[Specimen]:
    one, both = [samples.FACET], [samples.FACET, samples.SECOND_FACET]
    yield component("Ways to choose, nothing chosen", "facets", facets=both)
    yield component("Ways to choose, one chosen", "facets", facets=both, clear_url="#")
    yield component("One way to choose", "facets", facets=one)
    for state, found in samples.ROWS.items():
        yield component(state, "story_row", reading=found, page_language="en")
    yield component(
        "Found by a search", "story_row", reading=samples.READING, piece=samples.PIECE, page_language="en"
    )
    yield component("Search", "search_form", query="bus")
    yield component("Nothing here", "empty")
    yield component("First page", "pagination", older_url="#", where="Stories 1 to 20 of 312")
    yield component("In the middle", "pagination", newer_url="#", older_url="#")
    yield component("Last page", "pagination", newer_url="#")


def _endings() -> Iterator[Specimen]:
    for state, template in {
        "Taken back (410)": "storybank/story_stopped.html",
        "Resting (404)": "storybank/story_resting.html",
        "Nothing at this address (404)": "404.html",
        "For somebody else (403)": "403.html",
        "Too large (413)": "home/too_large.html",
        "Something went wrong (500)": "500.html",
        "Back in a moment (503)": "home/resting.html",
        "While something is mended (503)": "home/maintenance.html",
    }.items():
        yield Specimen(state, template, {"phone": "01632 960100"})
