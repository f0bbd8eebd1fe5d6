"""A query that is put into words once and asked many times: making its SQL costs more than the answer.

    ONE = Prepared(lambda slug, at: StoryPage.objects.filter(slug=slug, public_on__lte=at).values_list("pk"),
                   {"slug": str, "at": datetime})
    rows = ONE.rows(slug="s-1f", at=now)

`build` is called once for each database with signs in place of what will be asked; it must use each of them as they
are. Not for queries whose shape depends on what is asked: those have one `Prepared` for each shape.

With `steady`, PostgreSQL too makes its plan once for each connection, which costs it more than the answer. Only where
the same plan is right whatever is asked. `PREPARED_STATEMENTS` is off behind a pool that gives each transaction another
connection.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler
from psycopg import ClientCursor, Cursor
from psycopg.types.numeric import Int8

Row = tuple[Any, ...]
SIGNS: dict[type, Callable[[int], Any]] = {
    str: lambda n: f"sign-{n}-of-a-prepared-query",
    int: lambda n: 1_900_000_000 + n,
    datetime: lambda n: datetime(1901, 2, 3, 4, 5, 6, 1000 + n, tzinfo=UTC),
    date: lambda n: date(1801, 1, 1 + n),
}


@dataclass(frozen=True)
class Worded:
    """SQL, its values, and which of them stand for what is asked. `compiler` knows how a row becomes Python, by the
    `converters` of its columns."""

    sql: str
    values: tuple[Any, ...]
    places: dict[int, str]
    compiler: SQLCompiler
    converters: dict[int, Any]


class Prepared:
    """`asks`: the name of each thing that is asked, and its type."""

    def __init__(
        self, build: Callable[..., QuerySet[Any, Any]], asks: Mapping[str, type], *, steady: bool = False
    ) -> None:
        self.build, self.asks, self.steady = build, asks, steady
        self._worded: dict[str, Worded] = {}

    def rows(self, *, using: str = "default", **asked: Any) -> list[Row]:
        """The rows as the database gives them; `typed` makes Python's own values of them."""
        worded = self._worded.get(using) or self._word(using)
        operations = connections[using].ops
        as_asked = {name: _for_the_database(operations, value) for name, value in asked.items()}
        values = [
            as_asked[worded.places[n]] if n in worded.places else value
            for n, value in enumerate(worded.values)
        ]
        with connections[using].cursor() as cursor:
            if self.steady and connections[using].vendor == "postgresql" and settings.PREPARED_STATEMENTS:
                cursor.cursor = Preparing(connections[using].connection)
                values = [Int8(value) if type(value) is int else value for value in values]
            cursor.execute(worded.sql, values)
            found: list[Row] = cursor.fetchall()
        return found

    def typed(self, rows: list[Row], *, using: str = "default") -> list[Row]:
        """The same rows as the ORM would have given them."""
        worded = self._worded[using]
        if not worded.converters:
            return rows
        return [tuple(row) for row in worded.compiler.apply_converters(rows, worded.converters)]

    def _word(self, using: str) -> Worded:
        signs = {name: SIGNS[kind](n) for n, (name, kind) in enumerate(self.asks.items())}
        compiler = self.build(**signs).using(using).query.get_compiler(using)
        sql, values = compiler.as_sql()
        operations = connections[using].ops
        known = {_for_the_database(operations, sign): name for name, sign in signs.items()}
        places = {n: known[value] for n, value in enumerate(values) if value in known}
        if set(places.values()) != set(self.asks):
            raise ValueError(f"A prepared query does not ask for {set(self.asks) - set(places.values())}.")
        converters = compiler.get_converters([column[0] for column in compiler.select])
        self._worded[using] = Worded(sql, tuple(values), places, compiler, converters)
        return self._worded[using]


class Preparing(Cursor[Row]):
    """Sends SQL and values apart, so that the plan is kept. Numbers go as one type, or each size makes another plan."""

    _query: Any

    def execute(self, query: Any, params: Any = None, **_: Any) -> "Preparing":
        # Django's own cursors send everything as one text and never prepare.
        self.connection.prepare_threshold = 1
        super().execute(query, params, prepare=True)
        self._query = AsOneText(self.connection, query, params)
        return self


@dataclass(frozen=True)
class AsOneText:
    """What Django notes of a query when somebody counts them."""

    connection: Any
    sql: str
    values: Any

    @property
    def query(self) -> bytes:
        return ClientCursor(self.connection).mogrify(self.sql, self.values).encode()


def _for_the_database(operations: Any, value: Any) -> Any:
    if isinstance(value, datetime):
        return operations.adapt_datetimefield_value(value)
    return operations.adapt_datefield_value(value) if isinstance(value, date) else value
