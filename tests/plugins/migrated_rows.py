"""The rows that migrations put into a new database (root page, roles, notices, lists), to be put back byte for byte."""

from contextlib import closing
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper


class MigratedRows:
    """Takes the rows at once; `put_back` expects the tables to be empty and the append-only guards to be down."""

    def __init__(self, alias: str) -> None:
        self.alias = alias
        database = connections[alias]
        tables = database.introspection.django_table_names(only_existing=True, include_views=False)
        read = _copy_out if database.vendor == "postgresql" else _select
        kept = {table: read(database, table) for table in tables}
        self.rows = {table: rows for table, rows in kept.items() if rows}

    def put_back(self) -> None:
        """Foreign keys are looked at when the transaction ends, so the order of tables does not matter.

        The counters follow the rows, or the next new page would be given the number of the root page.
        """
        database = connections[self.alias]
        write = _copy_in if database.vendor == "postgresql" else _insert
        with transaction.atomic(self.alias):
            for table, rows in self.rows.items():
                write(database, table, rows)
            models = apps.get_models(include_auto_created=True)
            with database.cursor() as cursor:
                for statement in database.ops.sequence_reset_sql(no_style(), models):
                    cursor.execute(statement)


def _copy_out(database: BaseDatabaseWrapper, table: str) -> bytes:
    with database.cursor() as cursor, cursor.cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
        return b"".join(rows)


def _copy_in(database: BaseDatabaseWrapper, table: str, rows: bytes) -> None:
    with database.cursor() as cursor, cursor.cursor.copy(f'COPY "{table}" FROM STDIN') as target:
        target.write(rows)


def _select(database: BaseDatabaseWrapper, table: str) -> list[tuple[Any, ...]]:
    with closing(database.cursor()) as cursor:
        return cursor.cursor.execute(f'SELECT * FROM "{table}"').fetchall()


def _insert(database: BaseDatabaseWrapper, table: str, rows: list[tuple[Any, ...]]) -> None:
    places = ", ".join("?" for _ in rows[0])
    with closing(database.cursor()) as cursor:
        cursor.cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
