"""Blocks of the front page."""

from wagtail import blocks


class ChangedBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail ships no types
    """One thing that changed because people spoke: when, and what, in one sentence."""

    on = blocks.DateBlock(label="When")
    what = blocks.TextBlock(rows=2, label="What changed")

    class Meta:
        icon = "tick"
        label = "A change"
