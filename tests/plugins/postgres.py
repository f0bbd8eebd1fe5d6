"""The tests run on a real PostgreSQL without docker or a manual step: DATABASE_URL, else our own server.

Loaded by `-p` in pyproject.toml, so that the server stands before Django's settings are read.
Workers of pytest-xdist inherit DATABASE_URL and start nothing.
"""

import os
import time
from collections.abc import Generator

import pytest

from tests.plugins.throwaway_postgres import ThrowawayPostgres, new_folder

SERVER = pytest.StashKey[ThrowawayPostgres]()
STORY = pytest.StashKey[str]()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """A wrapper, because it must come before pytest-django's own turn at this hook."""
    if not os.environ.get("DATABASE_URL"):
        began = time.monotonic()
        server = ThrowawayPostgres(new_folder())
        early_config.stash[SERVER] = server
        early_config.add_cleanup(server.stop)
        server.start()
        os.environ["DATABASE_URL"] = server.url
        early_config.stash[STORY] = (
            f"PostgreSQL of {server.binaries}, ready in {time.monotonic() - began:.1f} s"
        )
    return (yield)


def pytest_report_header(config: pytest.Config) -> str:
    return "database: " + config.stash.get(STORY, os.environ["DATABASE_URL"])
