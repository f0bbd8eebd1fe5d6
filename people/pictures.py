"""A picture made anew from its pixels: no place, camera, name, comment or thumbnail comes along."""

import os
import secrets
import struct
from io import BytesIO
from typing import IO

import pillow_heif
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

pillow_heif.register_heif_opener()
MOST_PIXELS = 40_000_000
"""About a good camera's largest; more is a mistake or an attack."""
LARGEST = 20 * 1024 * 1024
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
"""Nothing that draws, scripts or points elsewhere. Of a moving picture the first one stays."""
BROKEN = (Image.DecompressionBombError, struct.error, IndexError, TypeError, OverflowError)
"""What picture readers raise on bytes that only pretend."""
TRANSPARENT = frozenset({"RGBA", "LA", "PA"})


class NotAPicture(ValueError):
    """The bytes are no picture we can open, or a far too large one. The message is for whoever sent it."""


def anew(file: IO[bytes]) -> ContentFile[bytes]:
    """The same look under a random name: PNG where something is see-through, JPEG otherwise."""
    file.seek(0)
    if not file.read(1):
        raise NotAPicture("There is nothing in this file. Choose another one.")
    if file.seek(0, os.SEEK_END) > LARGEST:
        raise NotAPicture("This picture is larger than 20 megabytes. Make it smaller and try again.")
    file.seek(0)
    try:
        with Image.open(file, formats=KINDS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise NotAPicture("This picture is too large. Make it smaller and try again.")
            upright = ImageOps.exif_transpose(opened)
            see_through = upright.mode in TRANSPARENT or "transparency" in upright.info
            pixels = upright.convert("RGBA" if see_through else "RGB")
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        RuntimeError,
        *BROKEN,
    ) as error:
        if isinstance(error, NotAPicture):
            raise
        raise NotAPicture("This file is not a picture we can open. Try a JPEG or a PNG.") from error
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    out = BytesIO()
    if see_through:
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=90, optimize=True)
    return ContentFile(out.getvalue(), name=f"{secrets.token_hex(8)}.{'png' if see_through else 'jpg'}")
