"""The database as migrations left it: written down before the demo is loaded, so that the demo can start again.

Emptying means every table; the few rows that migrations made (roles, uses, notices, the page tree's root …) come
back from `var/demo-start.json`. Only for the demo: elsewhere nothing may ever be emptied.
"""

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from consent import guards
from consent.domain.journal import replaying
from people import clock, surroundings

FIRST = frozenset({"contenttypes.contenttype"})
"""Rows that come back before all others: saving a page asks for its content type, and would make a second one."""


class CannotStartAgain(RuntimeError):
    """The demo cannot be emptied here; the message says what to do instead."""


def remember_start() -> None:
    """Write down the database as it is now. Call it before anything of the demo is loaded."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    rows = json.loads(connection.creation.serialize_db_to_string())
    rows.sort(key=lambda row: row["model"] not in FIRST)
    _file().write_text(json.dumps({"version": _version(), "rows": json.dumps(rows)}))


def back_to_start() -> None:
    """Everything out, what migrations made back in, the clock on today. All or nothing, in one transaction."""
    rows = _remembered()
    with transaction.atomic(), guards.lifted():
        call_command(
            "flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True
        )
        connection.creation.deserialize_db_from_string(rows)
        surroundings.grow()  # finished pieces of the old demo may be kept elsewhere too, and are never found again
    replaying.begin_again()  # the old journal knows only what is gone
    ContentType.objects.clear_cache()
    cache.clear()
    clock.reset()


def _remembered() -> str:
    if not settings.DEMO:
        raise CannotStartAgain("Only a demo can start again. Nothing was changed.")
    try:
        held = json.loads(_file().read_text())
    except (FileNotFoundError, ValueError):
        held = {}
    if held.get("version") != _version():
        raise CannotStartAgain(
            "This demo was loaded by another version of the product, so it cannot start again by itself."
            " Stop the server, delete var/storybank.sqlite3 (or make the database anew), and run make demo."
        )
    rows: str = held["rows"]
    return rows


def _version() -> str:
    """Which migrations the rows fit, and which database: what one writes another need not read."""
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    return hashlib.sha256(json.dumps([connection.vendor, applied]).encode()).hexdigest()


def _file() -> Path:
    return Path(settings.VAR_DIR) / "demo-start.json"
