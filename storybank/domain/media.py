"""Pictures and recordings of a story: made anew when they come in, checked byte for byte each time they go out."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from consent.domain.record.locking import locked_file
from people import clock, keyring, sounds
from people.pictures import anew
from storybank.domain.reading_shapes import Block
from storybank.lock.media import Crop, Held
from storybank.models import StoryMedia, StoryPage
from storybank.models.media import MediaKind

if TYPE_CHECKING:
    from uuid import UUID

    from people.models import User

Cut = Callable[[bytes, Crop], bytes]
WIDEST = 1600
"""Pixels; a reader needs no more, and a larger picture gives more away."""


def add_picture(
    page: StoryPage, *, upload: Any, alt: str, caption: str = "", face: bool = True, by: "User | None"
) -> StoryMedia:
    """A picture at the end of the latest words, as a suggestion like any other. Raises `NotAPicture`."""
    bare = _narrow(anew(upload).read())
    with Image.open(BytesIO(bare)) as opened:
        width, height, kind = opened.width, opened.height, f"image/{(opened.format or '').lower()}"
    value = {"alt": alt, "caption": caption, "face": face}
    return _add(page, bare, MediaKind.PICTURE, kind, value=value, size=(width, height), by=by)


def add_sound(
    page: StoryPage,
    *,
    upload: Any,
    transcript: str,
    caption: str = "",
    voice: bool = True,
    by: "User | None",
) -> StoryMedia:
    """A recording with what is said in it. Raises `NotASound`."""
    bare, kind = sounds.anew(upload.read())
    value = {"transcript": transcript, "caption": caption, "voice": voice}
    return _add(page, bare, MediaKind.SOUND, kind, value=value, size=(0, 0), by=by)


def media_of(file_id: int, uid: "UUID | str") -> StoryMedia | None:
    """A picture or recording of this very file; of no other one."""
    found: StoryMedia | None = StoryMedia.objects.select_related("file").filter(file=file_id, uid=uid).first()
    return found


def bytes_of(media: StoryMedia, *, sha256: str) -> bytes | None:
    """The plain bytes if they are exactly those that the words name; None when anything is changed or gone."""
    try:
        with media.sealed.open("rb") as kept:
            plain = base64.b64decode(keyring.unseal(media.file.uid, kept.read()))
    except (OSError, ValueError, keyring.KeyShredded):
        return None
    return plain if hashlib.sha256(plain).hexdigest() == sha256 else None


def bytes_in(block: Block, *, file_id: int, cut: Cut | None = None) -> tuple[bytes, str] | None:
    """What a reader gets of a picture or recording of a reading, with its media type; None unless it is as agreed.

    `cut`: who cuts it, when not `cropped`; only bytes that were checked come there.
    """
    media = media_of(file_id, block.media) if block.media else None
    plain = bytes_of(media, sha256=block.sha256) if media else None
    return ((cut or cropped)(plain, block.crop), media.type) if media and plain is not None else None


def all_there(blocks: Iterable[Block], *, file_id: int) -> bool:
    """Whether each picture and recording among them is there, to the byte."""
    seen = (block for block in blocks if block.media)
    return all(
        media is not None and bytes_of(media, sha256=block.sha256) is not None
        for block, media in ((block, media_of(file_id, block.media)) for block in seen)
    )


def cropped(plain: bytes, crop: Crop) -> bytes:
    """The agreed piece of a picture. What is cut off is in no byte that leaves."""
    if crop.whole:
        return plain
    out = BytesIO()
    with Image.open(BytesIO(plain)) as whole:
        piece = whole.crop(crop.box(whole.width, whole.height))
        piece.save(out, whole.format, **({"quality": 90} if whole.format == "JPEG" else {}))
    return out.getvalue()


@transaction.atomic
def _add(
    page: StoryPage,
    bare: bytes,
    kind: MediaKind,
    media_type: str,
    *,
    value: dict[str, Any],
    size: tuple[int, int],
    by: "User | None",
) -> StoryMedia:
    with locked_file(page.file_id) as file:
        made = StoryMedia(
            file_id=file.pk,
            kind=kind,
            type=media_type,
            sha256=hashlib.sha256(bare).hexdigest(),
            width=size[0],
            height=size[1],
            added_at=clock.now(),
            added_by=by,
        )
        sealed = keyring.seal(file.uid, base64.b64encode(bare).decode())
        made.sealed.save(secrets.token_hex(12), ContentFile(sealed), save=False)
        made.save()
        words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        held = str(Held(made.uid.hex, made.sha256, made.width, made.height))
        words.body.append((str(kind), {"held": held, **value}))
        words.save_revision(user=by)
    return made


def _narrow(bare: bytes) -> bytes:
    out = BytesIO()
    with Image.open(BytesIO(bare)) as opened:
        if max(opened.size) <= WIDEST:
            return bare
        small = opened.copy()
        small.thumbnail((WIDEST, WIDEST))
        small.save(out, opened.format, **({"quality": 90} if opened.format == "JPEG" else {}))
    return out.getvalue()
