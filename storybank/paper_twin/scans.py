"""The pages that came back, made anew: pictures from their pixels, PDFs drawn page by page; and sealed."""

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterable
from typing import IO

from django.conf import settings
from django.db import transaction
from PIL import Image

from consent.domain.written.scans import Scan, scan_of
from people import clock, pictures
from storybank.domain.paper_packs import scan_bytes, sealed_scan
from storybank.models import PaperPack, PaperScan
from storybank.paper_twin.pdf_pages import MOST_PAGES

LARGEST = 15 * 1024 * 1024
"""One file."""
LARGEST_UPLOAD = 40 * 1024 * 1024
"""All that may be sent at once; more is refused before it is read."""
TALLEST = 1800
"""Dots: handwriting can be read, and a pack weighs what a letter weighs."""
DRAWING_MAY_TAKE = 40  # seconds


class NotAScan(ValueError):
    """The file cannot be kept; the sentence says what to do, for staff."""


def pages_from(file: IO[bytes]) -> list[bytes]:
    """The pages of one uploaded file as JPEG. Its name and what the browser calls it do not count."""
    content = file.read(LARGEST + 1)
    if not content:
        raise NotAScan("One file is empty. Scan that page again.")
    if len(content) > LARGEST:
        raise NotAScan("One file is larger than 15 megabytes. Scan it smaller, or in black and white.")
    if content.startswith(b"%PDF-"):
        return [_jpeg(page) for page in _drawn(content)]
    try:
        return [_jpeg(pictures.anew(io.BytesIO(content)).read())]
    except pictures.NotAPicture as error:
        raise NotAScan("One file is no picture and no PDF. Send a JPEG, a PNG, a HEIC or a PDF.") from error


@transaction.atomic
def add(pack: PaperPack, files: Iterable[IO[bytes]]) -> int:
    """Keep the pages after those that are there already; all of these files or none. Says how many there are now."""
    pages = [page for file in files for page in pages_from(file)]
    there = pack.scans.count()
    if there + len(pages) > MOST_PAGES:
        raise NotAScan(f"That is more than {MOST_PAGES} pages. A pack has at most twelve sheets.")
    for number, page in enumerate(pages, start=there + 1):
        PaperScan.objects.create(
            pack=pack,
            no=number,
            content_type="image/jpeg",
            sha256=hashlib.sha256(page).hexdigest(),
            content_sealed=sealed_scan(pack, page),
            added_at=clock.now(),
        )
    return there + len(pages)


def throw_away(pack: PaperPack) -> None:
    """The wrong paper was scanned: all pages go, to be scanned afresh."""
    pack.scans.all().delete()


def as_evidence(pack: PaperPack) -> Scan | None:
    """All pages as one PDF, to be kept beside what was said; None when nothing was scanned."""
    pages = [Image.open(io.BytesIO(scan_bytes(scan))) for scan in pack.scans.select_related("pack")]
    if not pages:
        return None
    made = io.BytesIO()
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    made.seek(0)
    return scan_of(made)


def _drawn(content: bytes) -> list[bytes]:
    """In a process of its own: a file that was made to hurt ends there."""
    command = [sys.executable, "-m", "storybank.paper_twin.pdf_pages"]
    try:
        done = subprocess.run(  # noqa: S603  # our own module, no word of the file in the command
            command,
            input=content,
            capture_output=True,
            timeout=DRAWING_MAY_TAKE,
            cwd=settings.BASE_DIR,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotAScan("This PDF takes too long to open. Send the pages as pictures.") from error
    if done.returncode == 2:
        raise NotAScan(f"This PDF has more than {MOST_PAGES} pages. A pack has at most twelve sheets.")
    if done.returncode:
        raise NotAScan("This PDF is locked or damaged. Send the pages as pictures.")
    return _cut(done.stdout)


def _cut(answer: bytes) -> list[bytes]:
    pages, at = [], 0
    while at < len(answer):
        length = int.from_bytes(answer[at : at + 4], "big")
        pages.append(answer[at + 4 : at + 4 + length])
        at += 4 + length
    return pages


def _jpeg(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as opened:
        page = opened.convert("RGB")
        page.thumbnail((TALLEST, TALLEST))
    made = io.BytesIO()
    page.save(made, "JPEG", quality=75, optimize=True)
    return made.getvalue()
