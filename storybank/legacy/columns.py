"""The columns a spreadsheet of older stories may have, under the names people give them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Column:
    """`names`: how a heading may be written; the first is ours. `hint` stands beside it on the page."""

    key: str
    names: tuple[str, ...]
    hint: str
    needed: bool = False

    @property
    def name(self) -> str:
        return self.names[0]


COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        "number",
        ("Our number", "number", "id", "ref", "reference", "no."),
        "Your own number for this row, if you have one",
    ),
    Column(
        "called",
        ("Called", "name", "person", "first name"),
        "What you call them. It need not be their real name",
        needed=True,
    ),
    Column(
        "channel",
        ("Reach by", "channel", "contact by", "how to reach"),
        "e-mail, text, phone or letter",
        needed=True,
    ),
    Column(
        "address",
        ("Address", "contact", "e-mail", "email", "phone"),
        "The e-mail, number or postal address for that way",
    ),
    Column("language", ("Language", "lang"), "English or Welsh; empty means English"),
    Column("supporter", ("Supporter", "worker", "staff"), "A supporter’s work e-mail; empty means you"),
    Column("title", ("Title", "story title", "heading"), "What the story is called"),
    Column(
        "words",
        ("Story", "words", "text", "story text"),
        "The whole story, with empty lines between paragraphs",
    ),
    Column("kind", ("Kind", "type"), "praise, concern, idea or journey; empty means journey"),
    Column("themes", ("Themes", "topics", "tags"), "Names from your list, with ; between them"),
    Column("region", ("Region", "area"), "One name from your list"),
    Column(
        "signed",
        ("Form signed on", "signed", "date signed", "consent date", "form date"),
        "The date on the old form",
    ),
    Column(
        "uses",
        ("Form said", "agreed to", "uses", "consent"),
        "What the old form allowed, with ; between; empty means our website",
    ),
)
BY_KEY: Final = {column.key: column for column in COLUMNS}
_BY_HEADING: Final = {
    name.casefold(): column.key for column in COLUMNS for name in (*column.names, column.key)
}


def key_of(heading: str) -> str | None:
    """Which column a heading means; None when we know no such column."""
    return _BY_HEADING.get(" ".join(heading.split()).casefold())
