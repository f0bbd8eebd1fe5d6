"""The Welsh catalogue is made before the first test, once, so that a plain `pytest` on a fresh copy finds it."""

import pytest

from storybank.config import catalogue


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """The process that gives out the tests makes it; its workers find it there."""
    if not hasattr(config, "workerinput"):
        catalogue.make()
