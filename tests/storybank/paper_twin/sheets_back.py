"""Sheets that came back, as a supporter types them in: for tests."""

import io
from typing import Any

from PIL import Image

from consent.domain.acts.choosing import Given
from consent.domain.written.saying import said_of
from people import clock
from people.models import Person
from storybank.models import PaperPack, StoryPage
from storybank.paper_twin import checking, entering, scans
from storybank.paper_twin.entry import Entry
from storybank.paper_twin.making import make_pack


def today() -> str:
    return clock.today().isoformat()


def an_entry(**typed: Any) -> Entry:
    return Entry(**{"told_on": today(), "understood": True} | typed)


def ticked(*answers: Given, **typed: Any) -> Entry:
    return an_entry(choices=[said_of(item) for item in answers], **typed)


def printed(person: Person, page: StoryPage | None = None) -> PaperPack:
    return make_pack(person, page=page).packs[0]


def scanned(pack: PaperPack) -> None:
    page = io.BytesIO()
    Image.new("L", (30, 42), 255).save(page, "PNG")
    page.seek(0)
    scans.add(pack, [page])


def typed_in(
    pack: PaperPack, entry: Entry, *, by: Any, overheard: bool = False, pages: bool = True
) -> PaperPack:
    """With one page of it, where somebody scanned."""
    if pages and pack.person and not pack.scans.exists():
        scanned(pack)
    return entering.enter(pack, entry, overheard=overheard, by=by)


def counted(pack: PaperPack, entry: Entry, *, by: Any, checked_by: Any) -> PaperPack:
    """Typed in by one, compared with the sheets by another."""
    return checking.agree(typed_in(pack, entry, by=by), by=checked_by)
