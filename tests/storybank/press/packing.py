"""A pack as comms ask for it, what is inside, and what the ledger says of it."""

import io
import zipfile
from uuid import uuid4

from consent.domain.out.outings import outings_of
from consent.enums import OutingKind
from storybank.packs.making import Wanted
from tests.factories import press


def wanted(page, **changes):
    given = {
        "uid": uuid4(),
        "edition_id": press.edition_of(page),
        "use": "newspapers",
        "recipient": "Rhona Tessler",
        "outlet": "The Kestlewick Lantern",
        "rang_back": True,
        "terms_accepted": True,
    }
    return Wanted(**given | changes)


def in_the_zip(content):
    """Every file by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def inside(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name.rpartition(".")[2] if "terms" not in name else "terms": archive.read(name)
            for name in archive.namelist()
        }


def handed_over(page):
    return [row for row in outings_of(page.file_id) if row.kind != OutingKind.SURFACE]
