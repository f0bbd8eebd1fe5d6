"""The sizes in which readers get the pictures of a story: made by the worker of words that are frozen, never while a
reader waits.

Which there are follows from the agreed words alone, so a page names them without asking. Where one is not made yet, or
is not what it says, its address answers with the picture as it was agreed.
"""

import hashlib
import logging
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.db.models import Exists, OuterRef, QuerySet
from PIL import Image

from consent.domain.record.locking import locked_file
from people import keyring
from people.domain.picture_sizes import KINDS, Source
from storybank.domain import media
from storybank.domain.reading_shapes import Block
from storybank.domain.reading_words import seen_alone
from storybank.lock.closure import blocks_of
from storybank.models import StoryEdition, StoryMedia, StoryPage, StoryPictureSize
from storybank.models.media import MediaKind
from storybank.models.picture_size import PictureKind

log = logging.getLogger(__name__)
NARROWER = (480, 960)
"""Pixels; the widest is the picture as it was agreed."""
OFFERED = (PictureKind.AVIF, PictureKind.WEBP)
QUALITY = {PictureKind.AVIF: 50, PictureKind.WEBP: 78}
"""Measured, both keep as much of a picture as a JPEG of 80 or more; the first is a quarter lighter than the second."""
A_ROUND = 10
"""So many versions are looked after each time the house is kept: one large picture takes seconds."""


class Size(NamedTuple):
    width: int
    kind: PictureKind


def offered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The words of a story with the addresses of each picture's sizes, for a page that stands beside them."""
    return tuple(replace(block, sources=tuple(_sources(block))) for block in blocks)


def is_offered(block: Block, size: tuple[int, str]) -> bool:
    """Whether there is to be such a size of this picture."""
    return block.type == "picture" and size in _sizes_of(block)


def bytes_in(
    block: Block, *, file_id: int, width: int = 0, kind: str = PictureKind.AGREED
) -> tuple[bytes, str] | None:
    """One size of a picture of a reading, with its media type; None when it is not made, or was not made of exactly
    what was agreed. Without a width and a kind, the agreed piece as it is.
    """
    size = Size(width or block.width, PictureKind(kind))
    row = (
        StoryPictureSize.objects.select_related("media__file")
        .filter(media__file=file_id, media__uid=block.media, crop=block.crop.mark, width=size.width)
        .filter(kind=size.kind)
        .first()
    )
    if row is None:
        return None
    try:
        with row.sealed.open("rb") as kept:
            whole = keyring.unseal_bytes(row.media.file.uid, kept.read())
    except (OSError, ValueError, keyring.KeyShredded):
        return None
    first = _first_line(block, size)
    as_made = hashlib.sha256(whole).hexdigest() == row.sha256 and whole.startswith(first)
    return (whole[len(first) :], KINDS.get(size.kind, row.media.type)) if as_made else None


def has_pictures(file_id: int) -> bool:
    return bool(StoryMedia.objects.filter(file=file_id, kind=MediaKind.PICTURE).exists())


def make(frozen_id: int) -> int:
    """Every size that is missing of the pictures in one frozen version; how many were made. Safe to run twice."""
    frozen = StoryEdition.objects.select_related("page", "revision").filter(pk=frozen_id).first()
    if frozen is None:
        return 0
    file_id = frozen.page.file_id
    made = sum(_make(block, file_id) for block in _pictures(frozen.words()))
    StoryEdition.objects.filter(pk=frozen_id).update(sizes_made=True)
    return made


def make_due() -> int:
    """What was frozen before there were sizes, or whose worker was lost. Run by the clock; how many versions."""
    due = list(_due().order_by("?").values_list("pk", flat=True)[:A_ROUND])
    for frozen_id in due:
        try:
            make(frozen_id)
        except Exception:
            log.exception("sizes of pictures could not be made; tried again")
    return len(due)


def _due() -> QuerySet[StoryEdition]:
    pictures = StoryMedia.objects.filter(file=OuterRef("page__file"), kind=MediaKind.PICTURE)
    found: QuerySet[StoryEdition] = StoryEdition.objects.filter(Exists(pictures), sizes_made=False)
    return found


def _widths(block: Block) -> tuple[int, ...]:
    """Never wider than the piece is."""
    return (*(width for width in NARROWER if width < block.width), block.width)


def _sizes_of(block: Block) -> list[Size]:
    return [Size(width, kind) for kind in OFFERED for width in _widths(block)]


def _sources(block: Block) -> Iterator[Source]:
    """A size stands below the address of its picture."""
    if block.type != "picture" or not block.url:
        return
    below, mark, piece = block.url.partition("?")
    for kind in OFFERED:
        named = (f"{below}{width}.{kind}{mark}{piece} {width}w" for width in _widths(block))
        yield Source(KINDS[kind], ", ".join(named))


def _pictures(words: StoryPage) -> Iterator[Block]:
    for kind, value in blocks_of(words.body):
        if kind == "picture":
            yield from seen_alone(kind, value, media=lambda _: "")


def _first_line(block: Block, size: Size) -> bytes:
    return f"{block.sha256} {block.crop.mark} {size.width} {size.kind}\n".encode()


def _make(block: Block, file_id: int) -> int:
    """Drawn before the lock is taken, kept under it: what was erased meanwhile stays erased."""
    wanted = [*_sizes_of(block), *([] if block.crop.whole else [Size(block.width, PictureKind.AGREED)])]
    held = media.media_of(file_id, block.media)
    missing = [size for size in wanted if size not in _made(held, block)] if held else []
    plain = media.bytes_of(held, sha256=block.sha256) if held and missing else None
    if held is None or plain is None:
        return 0
    drawn = dict(_drawn(media.cropped(plain, block.crop), missing))
    with locked_file(file_id) as file:
        if not StoryMedia.objects.filter(pk=held.pk).exists():
            return 0
        new = {size: data for size, data in drawn.items() if size not in _made(held, block)}
        for size, data in new.items():
            whole = _first_line(block, size) + data
            row = StoryPictureSize(
                media=held,
                crop=block.crop.mark,
                width=size.width,
                kind=size.kind,
                sha256=hashlib.sha256(whole).hexdigest(),
            )
            sealed = ContentFile(keyring.seal_bytes(file.uid, whole))
            row.sealed.save(secrets.token_hex(12), sealed, save=False)
            row.save()
    return len(new)


def _made(held: StoryMedia, block: Block) -> set[tuple[int, str]]:
    rows = StoryPictureSize.objects.filter(media=held, crop=block.crop.mark)
    return set(rows.values_list("width", "kind"))


def _drawn(piece: bytes, sizes: Iterable[Size]) -> Iterator[tuple[Size, bytes]]:
    """From the pixels of the agreed piece; what was cut off is not among them."""
    with Image.open(BytesIO(piece)) as opened:
        whole = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    bare = Image.frombytes(whole.mode, whole.size, whole.tobytes())
    for size in sizes:
        if size.kind == PictureKind.AGREED:
            yield size, piece
        else:
            height = max(1, round(bare.height * size.width / bare.width))
            small = bare.resize((size.width, height), Image.Resampling.LANCZOS)
            out = BytesIO()
            small.save(out, size.kind.upper(), quality=QUALITY[size.kind])
            yield size, out.getvalue()
