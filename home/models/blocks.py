"""Blocks of the front page: words in English and, where somebody writes it, in Welsh. Stories come through the gate."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from storybank.domain.queries import public_stories
from storybank.domain.searching.quoting import words_of_a_story

LINE, SENTENCES, LONG = 160, 300, 2000
THEIRS = (
    "These are words of a story, and here they would stay when its author stops. Write it in your own words, or put "
    "the story itself under “A story to begin with”."
)
ADDRESS = re.compile(r"(?:^|/stories/)([-a-zA-Z0-9_]{1,255})/?$")


@dataclass(frozen=True)
class Said:
    """Words, and the language they are really in: where nobody wrote Welsh, a Welsh page says so."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)


class BothValue(blocks.StructValue):  # type: ignore[misc]  # Wagtail ships no types
    """A block's words in two languages: `<name>` and `<name>_cy`."""

    def said(self, name: str = "words") -> Said:
        welsh = str(self.get(f"{name}_cy") or "").strip()
        if get_language() == "cy" and welsh:
            return Said(welsh, "cy")
        return Said(str(self.get(name) or "").strip(), "en")


def _line(**more: Any) -> blocks.CharBlock:
    """One line of plain words."""
    return blocks.CharBlock(**{"max_length": LINE, "required": False} | more)


def _words(**more: Any) -> blocks.TextBlock:
    """Plain words; an empty line begins a new paragraph."""
    return blocks.TextBlock(**{"max_length": SENTENCES, "rows": 2, "required": False} | more)


class StoryAddress(blocks.CharBlock):  # type: ignore[misc]  # Wagtail ships no types
    """The last part of a public story's address, however it was pasted. Asked of the gate anew by every reader."""

    def clean(self, value: str) -> str:
        value = super().clean(value).strip()
        if not value:
            return ""
        found = ADDRESS.search(value.split("?")[0])
        if found is None or not public_stories().filter(slug=found[1]).exists():
            raise ValidationError(
                "There is no story at this address that readers can open. Copy it from its page."
            )
        return str(found[1])

    def deconstruct(self) -> tuple[str, Any, Any]:
        """In migrations it is what it looks like: a line."""
        args, kwargs = self._constructor_args
        return "wagtail.blocks.CharBlock", args, kwargs


class OurBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """Words of the charity's own. Typed here, an author's words would outlive their stop."""

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        theirs = {
            name: ValidationError(THEIRS)
            for name, text in value.items()
            if isinstance(text, str) and words_of_a_story(text)
        }
        if theirs:
            raise blocks.StructBlockValidationError(block_errors=theirs)
        return value


class PurposeBlock(OurBlock):
    """What this is, in one sentence: the first thing anybody reads."""

    words = _line(label="One sentence", required=True)
    words_cy = _line(label="In Welsh")

    class Meta:
        icon = "title"
        label = "What this is"
        value_class = BothValue


class BeginBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """A sentence of a real story, set very large. A story that rests or stops gives way to another at once."""

    story = StoryAddress(
        label="Address of the story",
        required=False,
        max_length=400,
        help_text="Like /stories/the-old-pound-3f2a/. Leave it empty: then it is another one each day.",
    )

    class Meta:
        icon = "openquote"
        label = "A story to begin with"


class ChangedBlock(OurBlock):
    """One thing that changed because people spoke: when, and what, in one sentence."""

    on = blocks.DateBlock(label="When")
    what = _words(label="What changed", required=True)
    what_cy = _words(label="In Welsh")

    class Meta:
        icon = "tick"
        label = "A change"
        value_class = BothValue


class WhatChangedBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """The numbers and the promises kept are counted, never typed. Beside them what staff have seen change."""

    numbers = blocks.BooleanBlock(
        label="Say how many answers and promises there are", required=False, default=True
    )
    kept = blocks.IntegerBlock(
        label="How many of the newest promises kept", min_value=0, max_value=10, default=3, required=True
    )
    own = blocks.ListBlock(ChangedBlock(), label="Other changes, in your words", required=False, default=[])

    class Meta:
        icon = "tick"
        label = "What changed because people spoke"


class DoorBlock(OurBlock):
    """Words under a door; empty, the house's own stand there."""

    words = _words(label="A sentence under it", max_length=LINE)
    words_cy = _words(label="In Welsh", max_length=LINE)

    class Meta:
        icon = "arrow-right"
        value_class = BothValue


class OwnWordsBlock(OurBlock):
    heading = _line(label="Heading", max_length=80)
    heading_cy = _line(label="Heading in Welsh", max_length=80)
    words = _words(label="Words", required=True, rows=5, max_length=LONG)
    words_cy = _words(label="Words in Welsh", rows=5, max_length=LONG)

    class Meta:
        icon = "pilcrow"
        label = "Words of ours"
        value_class = BothValue


class PictureBlock(OurBlock):
    """Never a face of an author: their pictures belong to their story, and go with it."""

    image = ImageChooserBlock(
        label="Picture", help_text="None of somebody who tells a story: those belong to it."
    )
    alt = _line(label="What is in it, for whoever cannot see it")
    alt_cy = _line(label="The same in Welsh")
    decorative = blocks.BooleanBlock(label="It says nothing: pass it by", required=False)
    caption = _line(label="Line under it")
    caption_cy = _line(label="Line under it in Welsh")

    class Meta:
        icon = "image"
        label = "A picture"
        value_class = BothValue

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if not value["decorative"] and not value["alt"].strip():
            wrong = ValidationError(
                "Say in a few words what is in the picture, or tick that it says nothing."
            )
            raise blocks.StructBlockValidationError(block_errors={"alt": wrong})
        return value


class FrontBlocks(blocks.StreamBlock):  # type: ignore[misc]  # Wagtail ships no types
    """In any order. Each once, but for words and pictures of the charity's own."""

    purpose = PurposeBlock()
    begin = BeginBlock()
    themes = blocks.StaticBlock(
        icon="tag",
        label="What the stories are about",
        admin_text="A sentence of links, made of what can be read now.",
    )
    changed = WhatChangedBlock()
    tell = DoorBlock(label="Tell your story")
    speaker = DoorBlock(label="Ask for a speaker")
    help = blocks.StaticBlock(
        icon="help", label="Someone to talk to", admin_text="The helplines that are always shown."
    )
    words = OwnWordsBlock()
    picture = PictureBlock()

    class Meta:
        block_counts = {
            "purpose": {"min_num": 1, "max_num": 1},
            "begin": {"max_num": 1},
            "themes": {"max_num": 1},
            "changed": {"max_num": 1},
            "tell": {"min_num": 1, "max_num": 1},
            "speaker": {"max_num": 1},
            "help": {"min_num": 1, "max_num": 1},
        }
