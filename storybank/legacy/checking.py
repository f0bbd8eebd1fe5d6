"""The dry run: every problem of a sheet by row and column, before a single thing is saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from consent.domain.record import uses as catalogue
from consent.enums import Subject
from people import clock, keyring
from people.domain import addresses
from people.domain.caseload import handled_by
from people.domain.inviting import LONGEST_NAME
from people.domain.vault import person_at
from people.enums import Channel, Language
from people.models import Person, Region, Theme, User
from people.roles import SUPPORTER
from storybank.domain.drafts import LONGEST, LONGEST_TITLE
from storybank.enums import Kind
from storybank.legacy.columns import BY_KEY, COLUMNS
from storybank.legacy.sheets import Line
from storybank.models import LegacyRow

OLDEST = date(1950, 1, 1)
CHANNELS = {
    "e-mail": Channel.EMAIL, "email": Channel.EMAIL, "mail": Channel.EMAIL,
    "text": Channel.SMS, "sms": Channel.SMS, "text message": Channel.SMS,
    "phone": Channel.PHONE, "call": Channel.PHONE, "ring": Channel.PHONE, "telephone": Channel.PHONE,
    "letter": Channel.LETTER, "post": Channel.LETTER,
}  # fmt: skip
LANGUAGES = {
    "": Language.ENGLISH, "en": Language.ENGLISH, "english": Language.ENGLISH,
    "cy": Language.WELSH, "welsh": Language.WELSH, "cymraeg": Language.WELSH,
}  # fmt: skip
DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y")


@dataclass(frozen=True)
class Problem:
    """What stands against one cell, as a whole sentence; `column` is the heading as we call it."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True)
class Sheet:
    """What the dry run found. `ready` only when nothing stands against any row."""

    lines: list[Line]
    problems: list[Problem]

    @property
    def ready(self) -> bool:
        return not self.problems

    @property
    def stories(self) -> int:
        return sum(bool(line.cells.get("words")) for line in self.lines)

    @property
    def people(self) -> int:
        return len({who(line) for line in self.lines})


@dataclass
class _Known:
    """What rows are compared with, read once for the whole sheet."""

    by: User
    themes: set[str]
    regions: set[str]
    uses: dict[str, str]
    supporters: set[str]
    numbers: set[str]
    words: set[str]
    seen: dict[tuple[str, str], int] = field(default_factory=dict)


Say = Callable[[str, str], None]


def check(lines: list[Line], *, by: User) -> Sheet:
    """Read every row as if it were brought in now. Saves nothing."""
    known = _known(lines, by=by)
    found: list[Problem] = []
    for line in lines:

        def say(key: str, sentence: str, row: int = line.n) -> None:
            found.append(Problem(row, BY_KEY[key].name, sentence))

        _person(line, known, say)
        _story(line, known, say)
        _twice(line, known, say)
    return Sheet(lines, sorted(found, key=_in_sheet_order))


def _in_sheet_order(problem: Problem) -> tuple[int, int]:
    return problem.row, next(n for n, column in enumerate(COLUMNS) if column.name == problem.column)


def who(line: Line) -> tuple[str, str]:
    """What makes two rows the same person: the name we call them by and their address."""
    try:
        address = addresses.for_channel(channel_of(line), line.cells.get("address", ""))
    except (addresses.NotAnAddress, KeyError):
        address = ""
    return line.cells.get("called", "").casefold(), address


def channel_of(line: Line) -> Channel:
    """Raises `KeyError` when the cell names no way we know."""
    return CHANNELS[line.cells.get("channel", "").casefold()]


def kind_of(line: Line) -> Kind:
    return Kind(line.cells.get("kind", "").casefold() or Kind.JOURNEY)


def signed_on(line: Line) -> date | None:
    """The day on the old form, in the forms people write it; None when it is no date."""
    for form in DATES:
        try:
            return datetime.strptime(line.cells.get("signed", ""), form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None


def names_in(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def uses_by_name() -> dict[str, str]:
    """The slug of every use a story can have today, by its label and by the slug itself."""
    uses = list(catalogue.current_uses(Subject.STORY))
    return {use.label.casefold(): use.slug for use in uses} | {use.slug: use.slug for use in uses}


def use_slugs(line: Line, by_name: dict[str, str]) -> list[str]:
    """The uses the old form named. Raises `LookupError` naming those we do not have."""
    named = names_in(line.cells.get("uses", "")) or ["website"]
    missing = [name for name in named if name.casefold() not in by_name]
    if missing:
        raise LookupError(", ".join(missing))
    return list(dict.fromkeys(by_name[name.casefold()] for name in named))


def known_person(line: Line, *, by: User) -> Person | None:
    """Somebody we know already at this address, if it is the same name and one of `by`'s people.

    Raises `SomebodyElse` when it is anybody else: a slip in an address must never lay a story on a stranger's desk.
    """
    address = line.cells.get("address", "")
    if not address or channel_of(line) == Channel.LETTER:
        return None
    person = person_at(addresses.email_or_phone(address))
    if person is None:
        return None
    same = person.called.casefold() == line.cells.get("called", "").casefold()
    if not same or not handled_by(by).filter(pk=person.pk).exists():
        raise SomebodyElse
    return person


class SomebodyElse(LookupError):
    """The address is known to us, but not as this person of this supporter."""


def number_index(line: Line) -> str:
    number = line.cells.get("number", "")
    return keyring.index("legacy-number", number) if number else ""


def words_index(line: Line) -> str:
    words = " ".join(line.cells.get("words", "").split())
    return keyring.index("legacy-words", words) if words else ""


def _known(lines: Iterable[Line], *, by: User) -> _Known:
    supporters = User.objects.filter(groups__name=SUPPORTER, is_active=True)
    indexes = ({number_index(line) for line in lines} | {words_index(line) for line in lines}) - {""}
    rows = LegacyRow.objects.filter(number_index__in=indexes) | LegacyRow.objects.filter(
        words_index__in=indexes
    )
    return _Known(
        by=by,
        themes={name.casefold() for name in Theme.objects.values_list("name", flat=True)},
        regions={name.casefold() for name in Region.objects.values_list("name", flat=True)},
        uses=uses_by_name(),
        supporters={address.casefold() for address in supporters.values_list("email", flat=True)},
        numbers=set(rows.values_list("number_index", flat=True)) - {""},
        words=set(rows.values_list("words_index", flat=True)) - {""},
    )


def _person(line: Line, known: _Known, say: Say) -> None:
    cells = line.cells
    if not cells.get("called"):
        say("called", "Write what we call them.")
    elif len(cells["called"]) > LONGEST_NAME:
        say("called", f"At most {LONGEST_NAME} letters.")
    if cells.get("language", "").casefold() not in LANGUAGES:
        say("language", "Write English or Welsh.")
    supporter = cells.get("supporter", "").casefold()
    if supporter and supporter not in known.supporters:
        say("supporter", "No supporter of ours has this e-mail.")
    if cells.get("channel", "").casefold() not in CHANNELS:
        say("channel", "Write e-mail, text, phone or letter.")
    elif cells.get("address"):
        _address(line, known, say)


def _address(line: Line, known: _Known, say: Say) -> None:
    try:
        addresses.for_channel(channel_of(line), line.cells["address"])
        known_person(line, by=known.by)
    except addresses.NotAnAddress as error:
        say("address", str(error))
    except SomebodyElse:
        say("address", "We know this address already, but not as this person of yours. Check the row.")


def _story(line: Line, known: _Known, say: Say) -> None:
    cells = line.cells
    if not cells.get("words"):
        if cells.get("title"):
            say("words", "There is a title and no story.")
        return
    if not cells.get("title"):
        say("title", "Give the story a title.")
    elif len(cells["title"]) > LONGEST_TITLE:
        say("title", f"At most {LONGEST_TITLE} letters.")
    if len(cells["words"]) > LONGEST:
        say("words", f"Longer than a story can be ({LONGEST:,} letters).")
    if cells.get("kind") and cells["kind"].casefold() not in Kind.values:
        say("kind", "Write praise, concern, idea or journey.")
    for name in names_in(cells.get("themes", "")):
        if name.casefold() not in known.themes:
            say("themes", f"“{name[:40]}” is not in your list of themes.")
    if cells.get("region") and cells["region"].casefold() not in known.regions:
        say("region", "This region is not in your list.")
    _form(line, known, say)


def _form(line: Line, known: _Known, say: Say) -> None:
    day = signed_on(line)
    if not line.cells.get("signed"):
        say("signed", "Write the date on the old form. Nothing counts as a yes because of it.")
    elif day is None:
        say("signed", "Write the date like 31/12/2021.")
    elif not OLDEST <= day <= clock.today():
        say("signed", "This date cannot be right: it is in the future, or before 1950.")
    try:
        use_slugs(line, known.uses)
    except LookupError as error:
        say("uses", f"Not in the list of uses: {str(error)[:80]}.")


def _twice(line: Line, known: _Known, say: Say) -> None:
    for key, index, before in (
        ("number", number_index(line), known.numbers),
        ("words", words_index(line), known.words),
    ):
        if not index:
            continue
        if index in before:
            say(key, "This was brought in before.")
        first = known.seen.setdefault((key, index), line.n)
        if first != line.n:
            say(key, f"The same as in row {first}.")
