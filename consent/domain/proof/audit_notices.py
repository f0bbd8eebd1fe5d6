"""The part of the audit about the words that people were told."""

from collections.abc import Iterator
from typing import Any

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.drift import Drift
from consent.domain.told.notices import sha256_of
from consent.models import NoticeRendering


def notices() -> Iterator[Drift]:
    """The words, against their own digests."""
    for rendering in NoticeRendering.objects.select_related("notice").order_by("id"):
        if rendering.sha256 != sha256_of(rendering.text):
            yield Drift("notices", f"the words of {rendering} were changed")


def served(heard: dict[Any, Any], event: Told) -> None:
    """Which rendering was put before somebody, with the digest of its words."""
    data = event.data
    heard[data["notice"], data["version"], data["language"], data["format"]] = data["sha256"]


def renderings(chunk: Chunk) -> dict[int, dict[Any, Any]]:
    """The same for every file: all that there are."""
    rows = NoticeRendering.objects.select_related("notice")
    found = {(row.notice.key, row.notice.version, row.language, row.format): row.sha256 for row in rows}
    return dict.fromkeys(chunk.ids, found)


def all_there(heard: dict[Any, Any], there: dict[Any, Any]) -> bool:
    """Whoever looks up what they were told finds those very words under that name."""
    return all(there.get(key) == sha256 for key, sha256 in heard.items())
