"""After an erasure: what the database engine and the disk still remember of rows that are gone."""

from collections.abc import Iterable
from pathlib import Path

from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

FTS = ("wagtailsearch_indexentry_fts", "storybank_findable_fts")


def forget_finished_work() -> None:
    """Finished tasks keep their arguments and tracebacks, and nobody reads them."""
    over = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    DBTaskResult.objects.filter(status__in=over).delete()


def forget_searched_words() -> None:
    """SQLite's search index keeps deleted words until its pages are written anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in FTS:
                cursor.execute(f"INSERT INTO {table}({table}) VALUES('rebuild')")


def scrub(files: Iterable[str] = ()) -> None:
    """Delete the files, and on SQLite write the whole file anew, so that free pages hold nothing.

    PostgreSQL gives the room of dead rows back by itself; its dumps and logs age out as README.md says.
    """
    for name in files:
        Path(name).unlink(missing_ok=True)
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
