"""The blocks a story is made of."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from storybank.lock.media import WHOLE, crop, held
from storybank.note_names import NoteCode


class NotePassage(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """A passage that some readers will want to skip. The note says what, never re-tells it."""

    code = blocks.ChoiceBlock(choices=NoteCode.choices, label="What a reader may want to know first")
    text = blocks.TextBlock(label="The passage", rows=5)

    class Meta:
        icon = "warning"
        label = "Passage with a note"


class HeldBlock(blocks.FieldBlock):  # type: ignore[misc]  # Wagtail ships no types
    """Which picture or recording it is. Written by the house when one is added; nobody types it."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(widget=forms.HiddenInput, required=False)
        super().__init__(**kwargs)


class CropBlock(blocks.CharBlock):  # type: ignore[misc]  # Wagtail ships no types
    def clean(self, value: Any) -> Any:
        kept = crop(super().clean(value))
        if kept is None:
            raise ValidationError(
                "Write four numbers from 0 to 100: from the left, from the top, width, height."
            )
        return value


class OfTheStory(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """A block that only the story's sheet can add: the editor moves it, words it and takes it out."""

    def clean(self, value: Any) -> Any:
        if held(value.get("held")) is None:
            raise blocks.StructBlockValidationError(
                non_block_errors=["Add pictures and recordings on the story's sheet. Take this one out."]
            )
        return super().clean(value)


class PictureBlock(OfTheStory):
    """`face`: somebody can be known by it, so it shows only where a picture of the person was agreed to."""

    held = HeldBlock()
    alt = blocks.CharBlock(label="What it shows, for somebody who cannot see it", max_length=250)
    caption = blocks.CharBlock(label="Words under it", required=False, max_length=250)
    face = blocks.BooleanBlock(label="Somebody's face or body can be made out", required=False, default=True)
    crop = CropBlock(
        label="What is kept of it",
        help_text="Four numbers in hundredths: from the left, from the top, width, height.",
        default=WHOLE,
    )

    class Meta:
        icon = "image"
        label = "Picture"


class SoundBlock(OfTheStory):
    """`voice`: it is the person's own voice, so it plays only where their voice was agreed to."""

    held = HeldBlock()
    transcript = blocks.TextBlock(label="What is said, word for word", rows=5)
    caption = blocks.CharBlock(label="Words under it", required=False, max_length=250)
    voice = blocks.BooleanBlock(label="It is the person's own voice", required=False, default=True)

    class Meta:
        icon = "media"
        label = "Recording"


class StoryBlocks(blocks.StreamBlock):  # type: ignore[misc]  # Wagtail ships no types
    """What is agreed can be read back, printed and compared word by word; pictures and recordings by their digest.

    Pictures and recordings come in through the story's sheet, never from the shared library.
    """

    paragraph = blocks.TextBlock(rows=5)
    heading = blocks.CharBlock(max_length=120)
    quote = blocks.TextBlock(rows=2, label="Pull quote")
    note = NotePassage()
    picture = PictureBlock()
    sound = SoundBlock()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail shows what a block is above it, but does not say it of the field: somebody who listens needs it."""
        super().__init__(*args, **kwargs)
        for block in self.child_blocks.values():
            if isinstance(block, blocks.FieldBlock):
                block.field.widget.attrs["aria-label"] = block.label

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}
