"""The blocks a story is made of."""

from wagtail import blocks

from storybank.enums import NoteCode


class NotePassage(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """A passage that some readers will want to skip. The note says what, never re-tells it."""

    code = blocks.ChoiceBlock(choices=NoteCode.choices, label="What a reader may want to know first")
    text = blocks.TextBlock(label="The passage", rows=5)

    class Meta:
        icon = "warning"
        label = "Passage with a note"


class StoryBlocks(blocks.StreamBlock):  # type: ignore[misc]  # Wagtail ships no types
    """Plain text blocks only: what is agreed can be read back, printed and compared word by word."""

    paragraph = blocks.TextBlock(rows=5)
    heading = blocks.CharBlock(max_length=120)
    quote = blocks.TextBlock(rows=2, label="Pull quote")
    note = NotePassage()

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}
