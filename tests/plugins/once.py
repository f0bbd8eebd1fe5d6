"""A test that opens no database proves nothing new on a second one: it runs with PostgreSQL, and not with SQLite."""

import pytest

OPENS_A_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)  # before the marks choose what runs
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marked as one that opens a database, or asking for a fixture that does: again. All others: `once`."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") is None and OPENS_A_DATABASE.isdisjoint(fixtures):
            item.add_marker(pytest.mark.once)
