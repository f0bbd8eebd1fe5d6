"""The part of the audit about the words that people were told."""

from collections.abc import Iterator

from consent.domain.drift import Drift
from consent.domain.notices import sha256_of
from consent.models import NoticeRendering


def notices() -> Iterator[Drift]:
    """The words, against their own digests."""
    for rendering in NoticeRendering.objects.select_related("notice").order_by("id"):
        if rendering.sha256 != sha256_of(rendering.text):
            yield Drift("notices", f"the words of {rendering} were changed")
