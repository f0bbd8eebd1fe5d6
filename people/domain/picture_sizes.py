"""The sizes in which readers get a picture of the library: made at upload by the worker, never while a reader waits.

One AVIF of a large picture takes more than a second. What is not made yet is shown as it was uploaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.images.models import Filter

from people.models import Picture, PictureSize
from people.surroundings import grow

WIDTHS = (480, 960)
KINDS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
"""The smallest first: a browser takes the first that it knows."""
LOGO = Filter(spec="max-144x72|format-webp")
"""Beside the name of the house, 36 pixels high, sharp on any screen."""


@dataclass(frozen=True)
class Source:
    type: str
    srcset: str


@dataclass(frozen=True)
class Shown:
    """What a page needs to show a picture; plain values, so that a page can be kept."""

    sources: tuple[Source, ...]
    url: str
    width: int
    height: int


def make(picture_id: int) -> int:
    """Every size of a picture that is missing; how many there are then. Nothing where the picture is gone."""
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is None:
        return 0
    before = PictureSize.objects.filter(image=picture).count()
    made = len(picture.get_renditions(*(_filter(width, kind) for kind in KINDS for width in WIDTHS), LOGO))
    if made > before:
        grow()  # from now on pages show them
    return made


def shown(picture: Picture) -> Shown:
    """From the sizes that there are. Makes none."""
    made = {size.filter_spec: size for size in PictureSize.objects.filter(image=picture)}
    sources = tuple(
        Source(mime, ", ".join(f"{size.file.url} {width}w" for width, size in sizes.items()))
        for kind, mime in KINDS.items()
        if (sizes := _by_width(made[spec] for width in WIDTHS if (spec := _filter(width, kind).spec) in made))
    )
    plain = made.get(_filter(WIDTHS[-1], "jpeg").spec, picture)
    return Shown(sources, plain.file.url, plain.width, plain.height)


def logo_url(picture: Picture) -> str:
    """As small as it is shown, once that is made."""
    small = PictureSize.objects.filter(image=picture, filter_spec=LOGO.spec).first()
    return str((small or picture).file.url)


def _by_width(sizes: Iterable[PictureSize]) -> dict[int, PictureSize]:
    """Where the picture itself is smaller, two sizes are one."""
    return {size.width: size for size in sizes}


def _filter(width: int, kind: str) -> Filter:
    return Filter(spec=f"width-{width}|format-{kind}")
