"""What is sealed of a pack of sheets: what was printed, what was typed from it, the scans; and how all of it goes."""

import base64
import json
from typing import Any

from people import keyring
from people.models import Person
from storybank.models import PaperPack, PaperScan, StoryPage


def printed_on(pack: PaperPack) -> dict[str, Any]:
    """What stands on the sheets. Raises `KeyShredded` after erasure."""
    found: dict[str, Any] = json.loads(keyring.unseal(pack.owner, bytes(pack.printed_sealed)))
    return found


def typed_from(pack: PaperPack) -> dict[str, Any]:
    """What was typed from the sheets; empty while nothing is."""
    if not pack.entry_sealed:
        return {}
    found: dict[str, Any] = json.loads(keyring.unseal(pack.owner, bytes(pack.entry_sealed)))
    return found


def why_back(pack: PaperPack) -> str:
    """What the second person found not to be the same."""
    return keyring.unseal(pack.owner, bytes(pack.back_why_sealed)) if pack.back_why_sealed else ""


def sealed_scan(pack: PaperPack, content: bytes) -> bytes:
    return keyring.seal(pack.owner, base64.b64encode(content).decode())


def scan_bytes(scan: PaperScan) -> bytes:
    """The page as it came back, made anew."""
    return base64.b64decode(keyring.unseal(scan.pack.owner, bytes(scan.content_sealed)))


def seal_anew(pack: PaperPack, *, file: Any, page: StoryPage) -> None:
    """The pack has become a story's: all of it lies under the story's key from now on, and goes when the story goes."""
    printed, typed = printed_on(pack), typed_from(pack)
    scans = [(scan, scan_bytes(scan)) for scan in pack.scans.select_related("pack__person", "pack__file")]
    pack.file, pack.page = file, page
    pack.printed_sealed = keyring.seal(pack.owner, json.dumps(printed))
    pack.entry_sealed = keyring.seal(pack.owner, json.dumps(typed))
    for scan, content in scans:
        scan.content_sealed = sealed_scan(pack, content)
        scan.save(update_fields=["content_sealed"])
    pack.save()


def packs_of(person: Person) -> list[PaperPack]:
    """Oldest first."""
    rows = PaperPack.objects.filter(person=person).select_related(
        "file", "person", "entered_by", "checked_by"
    )
    return list(rows.order_by("printed_at", "pk"))


def forget_packs_of(person: Person) -> None:
    """Erasure: the sheets that were theirs, with every scan; whosever story they were about."""
    PaperPack.objects.filter(person=person).delete()
