"""The closure of a version: every part a reader gets, in order, each with its digest."""

from dataclasses import dataclass
from typing import Any

from consent.domain.record.digests import digest


@dataclass(frozen=True)
class Part:
    """One part (a title, a paragraph, a caption, a picture with its crop …) named as the reader meets it."""

    kind: str
    name: str
    sha256: str

    @classmethod
    def of(cls, kind: str, name: str, value: Any) -> "Part":
        return cls(kind=kind, name=name, sha256=digest(value))


@dataclass(frozen=True)
class Closure:
    parts: tuple[Part, ...]

    @property
    def sha256(self) -> str:
        """Digest of the ordered parts; one changed character, crop or order changes it."""
        return digest(self.manifest())

    def manifest(self) -> list[list[str]]:
        return [[part.kind, part.name, part.sha256] for part in self.parts]
