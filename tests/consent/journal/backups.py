"""A real backup of the test database, and the house running on what is restored from it."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, connections

from tests.plugins.throwaway_postgres import _binary_folders


def backup(to: Path) -> Path:
    """pg_dump, or SQLite's own backup."""
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", f"--file={to}", _name())
    else:
        connection.ensure_connection()
        with closing(sqlite3.connect(to)) as copy:
            connection.connection.backup(copy)
    return to


@contextmanager
def restored(backup: Path) -> Iterator[None]:
    """The house runs on a database made anew from the backup; afterwards on its own again."""
    if connection.vendor == "postgresql":
        with _another_postgres(backup):
            yield
    else:
        with _another_file(backup):
            yield


@contextmanager
def _another_postgres(backup: Path) -> Iterator[None]:
    name = f"{_name()}_restored"
    _run("dropdb", "--if-exists", name)
    _run("createdb", name)
    _run("pg_restore", "--no-owner", f"--dbname={name}", str(backup))
    try:
        with _named(name):
            yield
    finally:
        _run("dropdb", name)


@contextmanager
def _another_file(backup: Path) -> Iterator[None]:
    with _named(str(backup)):
        yield


@contextmanager
def _named(name: str) -> Iterator[None]:
    usual = connection.settings_dict["NAME"]
    connections["default"].close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connections["default"].close()
        connection.settings_dict["NAME"] = usual


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _run(program: str, *arguments: str) -> None:
    folder = next(folder for folder in _binary_folders() if os.access(folder / program, os.X_OK))
    where = connection.settings_dict
    done = subprocess.run(
        [folder / program, *arguments],
        env=os.environ
        | {
            "PGHOST": str(where["HOST"]),
            "PGPORT": str(where["PORT"] or 5432),
            "PGUSER": str(where["USER"]),
            "PGPASSWORD": str(where["PASSWORD"]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
