"""SQLite: the migrations run once; each later run, and each worker of it, begins with a copy of what they made.

The copy carries the sum of all that migrations are made of, so a new migration makes a new copy, and `--create-db`
runs them all the same. PostgreSQL migrates each time: its server goes when the run goes.
"""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

NAMED = re.compile(r"^from ((?:people|consent|storybank|speakers|home)\.[\w.]+) import", re.MULTILINE)
BESIDE = ("", "-wal", "-shm")


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_keepdb: bool, django_db_createdb: bool, django_db_modify_db_settings: None
) -> bool:
    """Where a copy was laid down, the migrations find nothing left to do."""
    if django_db_keepdb or django_db_createdb or connection.vendor != "sqlite" or not _copy().exists():
        return django_db_keepdb
    name = connection.settings_dict["TEST"]["NAME"]
    for end in BESIDE:
        Path(f"{name}{end}").unlink(missing_ok=True)
    shutil.copy(_copy(), name)
    return True


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_keepdb: bool, django_db_blocker: DjangoDbBlocker
) -> None:
    """What has just been migrated, and nothing else has touched, is kept for the next."""
    if django_db_keepdb or connection.vendor != "sqlite" or _copy().exists():
        return
    name = Path(connection.settings_dict["NAME"])
    fresh = name.with_name(f"{name.name}-fresh")
    fresh.unlink(missing_ok=True)
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(fresh)])
    fresh.replace(_copy())
    for old in set(fresh.parent.glob("migrated-*.sqlite3")) - {_copy()}:
        old.unlink(missing_ok=True)


def _copy() -> Path:
    sum_of_all = hashlib.sha256(b"".join(file.read_bytes() for file in _made_of())).hexdigest()
    return settings.KEPT / f"migrated-{sum_of_all[:16]}.sqlite3"


def _made_of() -> list[Path]:
    """The pinned packages, our migrations, and whatever of ours these take words and rules from."""
    found = [settings.BASE_DIR / "requirements-dev.txt", *sorted(settings.BASE_DIR.glob("*/migrations/*.py"))]
    for file in found:  # grows while it is walked
        for module in NAMED.findall(file.read_text()):
            named = settings.BASE_DIR / f"{module.replace('.', '/')}.py"
            if named.exists() and named not in found:
                found.append(named)
    return found
