"""Append-only in the database itself, on PostgreSQL and SQLite: events, editions and notices refuse UPDATE and DELETE.

Lifted before migrations and put back after, because SQLite drops a trigger whenever it rebuilds a table. SQLite's
`REPLACE` deletes without asking a delete trigger; there a third guard refuses to write a row over another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

GUARDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "consent_consentevent": (("id",), ("file_id", "seq")),
    "consent_edition": (("id",), ("uid",), ("file_id", "n")),
    "consent_noticerendering": (("id",), ("notice_id", "language", "format")),
    "consent_wording": (("id",),),
}
"""Each guarded table with its unique keys."""

KEPT: dict[str, tuple[str, ...]] = {
    "consent_outing": (
        "uid",
        "file_id",
        "edition_id",
        "use_id",
        "use_slug",
        "kind",
        "recipient_sealed",
        "began_at",
        "artefact_sha256",
        "recall_class",
        "code",
    ),
    "consent_stopcase": ("uid", "code", "kind", "person_id", "use_slug", "received_at", "effective_at"),
    "consent_recallaction": ("uid", "case_id", "outing_id"),
}
"""Tables whose rows move on but never go, each with the columns that stay as first written."""

BODY = "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END"
STANDING_ON_POSTGRES = """
    SELECT t.tgname FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL
      AND p.prosrc = %s AND left(t.tgname, length(c.relname)) = c.relname
"""


def install(using: str = "default", **_: Any) -> None:
    """Put every guard in place; harmless when repeated."""
    target = connections[using]
    lift(using)
    tables = set(target.introspection.table_names())
    with target.cursor() as cursor:
        if target.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION storybank_append_only() RETURNS trigger LANGUAGE plpgsql AS"
                f" $${BODY}$$"
            )
        for name, statement in _triggers(target).items():
            if _table_of(name) in tables:
                cursor.execute(statement)


def lift(using: str = "default", **_: Any) -> None:
    """Take the guards away: for migrations, and for a test database that is emptied."""
    target = connections[using]
    tables = set(target.introspection.table_names())
    with target.cursor() as cursor:
        for name in _triggers(target):
            if _table_of(name) in tables:
                on = f" ON {_table_of(name)}" if target.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """The guards down for the length of a block."""
    lift(using)
    try:
        yield
    finally:
        install(using)


def standing() -> set[str]:
    """The guards that stand now, switched on and doing what they should; `audit_consent` compares with `expected()`."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(STANDING_ON_POSTGRES, [BODY])
            return {name for (name,) in cursor.fetchall()} & expected()
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = dict(cursor.fetchall())
    return {name for name, statement in _triggers(connection).items() if found.get(name) == statement}


def expected() -> set[str]:
    return set(_triggers(connection))


def _table_of(trigger: str) -> str:
    return trigger.rsplit("_no_", 1)[0]


def _triggers(target: BaseDatabaseWrapper | Any) -> dict[str, str]:
    """Name → statement that makes it."""
    postgres = target.vendor == "postgresql"
    make = _on_postgres if postgres else _on_sqlite
    made = {name: statement for table in GUARDED for name, statement in make(table)}
    return made | {name: statement for table in KEPT for name, statement in _kept(table, postgres=postgres)}


def _kept(table: str, *, postgres: bool) -> Iterator[tuple[str, str]]:
    """No row goes and no fixed column changes; on both databases `UPDATE OF` looks at the columns written to."""
    acts = {"update": f"UPDATE OF {', '.join(KEPT[table])}", "delete": "DELETE"}
    if postgres:
        acts["truncate"] = "TRUNCATE"
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for act, event in acts.items():
        name, each = f"{table}_no_{act}", "STATEMENT" if act == "truncate" else "ROW"
        after = f"FOR EACH {each} EXECUTE FUNCTION storybank_append_only()" if postgres else refuse
        yield name, f"CREATE TRIGGER {name} BEFORE {event} ON {table} {after}"


def _on_postgres(table: str) -> Iterator[tuple[str, str]]:
    for act, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        name = f"{table}_no_{act.lower()}"
        yield (
            name,
            (
                f"CREATE TRIGGER {name} BEFORE {act} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION storybank_append_only()"
            ),
        )


def _on_sqlite(table: str) -> Iterator[tuple[str, str]]:
    same = " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in GUARDED[table]
    )
    over = f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608  # our own table names
    for act, event in (("update", f"UPDATE ON {table}"), ("delete", f"DELETE ON {table}"), ("replace", over)):
        name = f"{table}_no_{act}"
        yield (
            name,
            f"CREATE TRIGGER {name} BEFORE {event} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        )
