"""What a reader is told before a story begins."""

from wagtail import blocks

from storybank.enums import NoteLevel
from storybank.note_names import NoteCode


class ContentNote(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    code = blocks.ChoiceBlock(choices=NoteCode.choices, label="What is in it")
    level = blocks.ChoiceBlock(choices=NoteLevel.choices, default=NoteLevel.MENTION, label="How much")

    class Meta:
        icon = "warning"
        label = "Note"


class ContentNotes(blocks.StreamBlock):  # type: ignore[misc]  # Wagtail ships no types
    note = ContentNote()
