"""The Welsh of the screens: one .po file that people write, and the .mo file that is made of it.

`python -m storybank.config.catalogue` makes the .mo; `… gather` first brings the .po up to date with templates and
code: new sentences stand empty until somebody writes them, and what no screen says any more goes. It needs only
Python, no gettext of the machine. The .po carries no line numbers and is sorted, so that two people's changes meet.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from storybank.config.found_words import found_in

ROOT: Final = Path(__file__).resolve().parents[2]
PO: Final = ROOT / "locale/cy/LC_MESSAGES/django.po"
MO: Final = PO.with_suffix(".mo")
ROOMS: Final = ("people", "consent", "storybank", "speakers", "home")
KEYWORDS: Final[dict[str, Any]] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
# Django's own rule for Welsh, so that its catalogue and ours count alike: 1, 2, most numbers, 8 and 11.
HEADER: Final = """\
msgid ""
msgstr ""
"Project-Id-Version: storybank\\n"
"Language: cy\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;\\n"

"""
ANY_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)  # the same words make the same bytes


def sources() -> Iterator[Path]:
    """Every file that can say something on a screen. Mails and messages stand in both languages as they are."""
    for room in ROOMS:
        yield from (one for one in sorted((ROOT / room).rglob("*.py")) if "migrations" not in one.parts)
    for kind in ("*.html", "*.txt"):
        yield from (one for one in sorted((ROOT / "templates").rglob(kind)) if "emails" not in one.parts)


def _as_python(path: Path) -> BytesIO:
    """A template becomes calls of gettext, each line from its first letter on (Python minds the margin)."""
    words = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        words = re.sub(r"(?m)^[ \t]+", "", templatize(words))
    return BytesIO(words.encode())


def said() -> Iterator[tuple[Any, str | None, str]]:
    """Everything a screen says: the words (singular and plural together), their context, and their file."""
    for path in sources():
        name = str(path.relative_to(ROOT))
        found = extract("python", _as_python(path), KEYWORDS, options={"encoding": "utf-8"})
        for _line, words, _notes, context in found:
            if words and words != ("", ""):
                yield words, context, name
        yield from ((words, None, name) for words in found_in(path, name))


def written(po: Path = PO) -> Catalog:
    with po.open("rb") as file:
        catalogue = read_po(file, locale="cy")
    catalogue.creation_date = ANY_DAY
    return catalogue


def gather(po: Path = PO) -> tuple[int, int]:
    """How many sentences there are now, and how many of them stand empty."""
    before = written(po)
    after = Catalog(locale="cy", creation_date=ANY_DAY)
    after._num_plurals, after._plural_expr = 4, before.plural_expr
    for words, context, _name in said():
        known = before.get(words[0] if isinstance(words, tuple) else words, context)
        same = known is not None and isinstance(known.id, tuple | list) == isinstance(words, tuple)
        after.add(words, known.string if known and same else None, context=context)
    fresh = BytesIO()
    write_po(fresh, after, width=0, no_location=True, sort_output=True, omit_header=True)
    _put(po, HEADER.encode() + fresh.getvalue())
    return len(after), sum(not any(one.string or "") for one in after if one.id)


def make(po: Path = PO) -> bool:
    """Whether the .mo was another than it should be. Several processes may do this at once."""
    made = BytesIO()
    write_mo(made, written(po))
    mo = po.with_suffix(".mo")
    if mo.exists() and mo.read_bytes() == made.getvalue():
        return False
    _put(mo, made.getvalue())
    return True


def _put(where: Path, content: bytes) -> None:
    """Nobody ever reads half a file."""
    with NamedTemporaryFile(dir=where.parent, delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(where)


if __name__ == "__main__":
    if "gather" in sys.argv:
        print("Sentences: {}. Not yet in Welsh: {}.".format(*gather()))  # noqa: T201 - a command speaks
    make()
