"""PostgreSQL's times read by Python's own compiled parser, for reading millions of them.

Django's loader matches a pattern and adds deltas in Python: three microseconds each, here half of one. Both give the
same values while the connection's zone is UTC, as Django sets it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection
from psycopg import postgres
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.pq import Format

TIMESTAMPTZ = postgres.types["timestamptz"].oid


class Quick(Loader):
    """`timezone` is where Django looks whether the loader is the connection's."""

    timezone: object = None

    def load(self, data: Buffer) -> datetime:
        return datetime.fromisoformat(bytes(data).decode())


@contextmanager
def quick_times() -> Iterator[None]:
    """For the queries of the block; elsewhere, and on SQLite, nothing changes."""
    if connection.vendor != "postgresql" or connection.timezone_name != "UTC":
        yield
        return
    connection.ensure_connection()
    adapters = connection.connection.adapters
    usual = adapters.get_loader(TIMESTAMPTZ, Format.TEXT)
    adapters.register_loader(
        TIMESTAMPTZ, type("OfThisConnection", (Quick,), {"timezone": connection.timezone})
    )
    try:
        yield
    finally:
        adapters.register_loader(TIMESTAMPTZ, usual)
