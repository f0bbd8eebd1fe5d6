"""Append-only in the database itself, on PostgreSQL and SQLite: events and editions refuse UPDATE and DELETE.

Lifted before migrations and put back after, because SQLite drops a trigger whenever it rebuilds a table.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

GUARDED = ("consent_consentevent", "consent_edition", "consent_noticerendering")


def install(using: str = "default", **_: Any) -> None:
    """Put every guard in place; harmless when repeated."""
    target = connections[using]
    lift(using)
    tables = set(target.introspection.table_names())
    with target.cursor() as cursor:
        for table in GUARDED:
            if table in tables:
                for statement in _statements(target, table):
                    cursor.execute(statement)


def lift(using: str = "default", **_: Any) -> None:
    """Take the guards away: for migrations, and for a test database that is emptied."""
    target = connections[using]
    tables = set(target.introspection.table_names())
    with target.cursor() as cursor:
        for table in GUARDED:
            if table not in tables:
                continue
            for act in _acts(target):
                on = f" ON {table}" if target.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act.lower()}{on}")


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """The guards down for the length of a block."""
    lift(using)
    try:
        yield
    finally:
        install(using)


def standing() -> set[str]:
    """The names of the guards that stand now; `audit_consent` compares them with `expected()`."""
    sql = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {name for (name,) in cursor.fetchall()} & expected()


def expected() -> set[str]:
    return {f"{table}_no_{act.lower()}" for table in GUARDED for act in _acts(connection)}


def _acts(target: BaseDatabaseWrapper | Any) -> tuple[str, ...]:
    return ("UPDATE", "DELETE", "TRUNCATE") if target.vendor == "postgresql" else ("UPDATE", "DELETE")


def _statements(target: BaseDatabaseWrapper, table: str) -> Iterator[str]:
    if target.vendor == "postgresql":
        yield (
            "CREATE OR REPLACE FUNCTION storybank_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
            "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
        )
        for act in _acts(target):
            each = "STATEMENT" if act == "TRUNCATE" else "ROW"
            yield (
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION storybank_append_only()"
            )
    else:
        for act in _acts(target):
            yield (
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
