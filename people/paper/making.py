"""From a template and data to a PDF: tagged (PDF/UA-1), the same bytes for the same input, a few milliseconds.

The data goes in as one JSON input and is never pasted into the source, so that nothing a person wrote can be markup.
Letters that no font has (a rare script, a picture letter) are shown as an empty box rather than refused.
"""

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.utils import translation
from django.utils.translation import gettext

from people.paper.frame import Frame

HOUSE = Path(__file__).with_name("house.typ")
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
"""Signs that print nothing, or that turn the direction of what stands around them."""
UNBROKEN = re.compile(r"\S{60}(?=\S)")
"""A run too long for a line; it may be broken there, or it would leave the page."""
MOST_TRIES = 12
EMPTY_BOX = "\u25a1"
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


class NotMade(RuntimeError):
    """The paper could not be made; the message is the reason, for the log and for staff."""


def make(
    template: str | Path,
    data: Mapping[str, Any],
    *,
    title: str,
    language: str,
    made_at: datetime | None = None,
    frame: Frame | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The paper as PDF. `template` is typst source (or its file) that follows `house.typ` and reads `data`.

    `made_at` dates the file; the same input gives the same bytes. `pictures` are files the template names;
    each needs its `alt` there. Raises `NotMade`.
    """
    found: bytes = _compile(template, data, title, language, made_at, frame, pictures, {"format": "pdf"})[0]
    return found


def picture(
    template: str | Path,
    data: Mapping[str, Any],
    *,
    title: str,
    language: str,
    frame: Frame | None = None,
    pictures: Mapping[str, bytes] | None = None,
    ppi: int = 110,
) -> list[bytes]:
    """The same pages as PNG pictures: for looking at them."""
    return _compile(template, data, title, language, None, frame, pictures, {"format": "png", "ppi": ppi})


def _compile(
    template: str | Path,
    data: Mapping[str, Any],
    title: str,
    language: str,
    made_at: datetime | None,
    frame: Frame | None,
    pictures: Mapping[str, bytes] | None,
    how: dict[str, Any],
) -> list[bytes]:
    source = template.read_text() if isinstance(template, Path) else template
    with translation.override(language):
        words = {"code": gettext("Code")}
    given = {"data": data, "title": title, "language": language, "words": words}
    given["frame"] = asdict(frame or Frame())
    text = json.dumps(_printable(given), ensure_ascii=False, default=str)
    stamp = int((made_at or UNDATED).timestamp())
    if how["format"] == "pdf":
        how = how | {"pdf_standards": ["ua-1"], "timestamp": stamp}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (pictures or {}).items():
            (Path(folder) / Path(name).name).write_bytes(content)
        (Path(folder) / "paper.typ").write_text(HOUSE.read_text() + source)
        return _tried(Path(folder) / "paper.typ", text, how)


def _tried(paper: Path, text: str, how: dict[str, Any]) -> list[bytes]:
    """Compile; where letters are missing from every font, put boxes in their place and try again."""
    compiler = typst.Compiler(paper, root=paper.parent, font_paths=_fonts())
    for _ in range(MOST_TRIES):
        try:
            found = compiler.compile(sys_inputs={"input": text}, **how)
        except typst.TypstError as error:
            missing = set(MISSING.findall(error.diagnostic or error.message))
            boxed = _boxed(text, missing)
            if boxed == text:
                raise NotMade(error.diagnostic or error.message) from error
            text = boxed
        else:
            return [bytes(page) for page in found] if isinstance(found, list) else [bytes(found or b"")]
    raise NotMade("Too many letters that no font has.")


def _boxed(text: str, missing: set[str]) -> str:
    for shown in missing:
        for letter in ESCAPED.sub(lambda match: chr(int(match[1], 16)), shown):
            text = text.replace(letter, EMPTY_BOX) if ord(letter) > ord("~") else text
    return text


def _printable(value: Any) -> Any:
    """The value with what cannot be printed taken out of every text in it, and endless words made breakable."""
    if isinstance(value, str):
        clean = UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
        return UNBROKEN.sub(lambda run: f"{run[0]}\u200b", clean)
    if isinstance(value, Mapping):
        return {str(key): _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Read once: the fonts that come with the maker of the paper, then the machine's own for other scripts."""
    return typst.Fonts()
