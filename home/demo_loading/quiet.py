"""Thousands of log lines of pages saved and indexed tell nobody anything while a demo is loaded."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

CHATTER = ("wagtail", "django_tasks", "modelsearch")


@contextmanager
def without_chatter() -> Iterator[None]:
    """Only warnings and worse of those who report each step; as before afterwards."""
    before = {name: logging.getLogger(name).level for name in CHATTER}
    for name in CHATTER:
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
