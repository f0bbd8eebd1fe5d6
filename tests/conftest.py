"""Only plumbing: what every test run needs before the first test."""

import os

# Playwright keeps an event loop in the tests' thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = [
    "tests.plugins.browser",
    "tests.plugins.clock",
    "tests.plugins.guards",
    "tests.plugins.journal",
    "tests.plugins.language",
    "tests.plugins.limits",
    "tests.plugins.migrated_copy",
    "tests.plugins.once",
]
