"""Every test starts with a clean count of tries (all come from one address) and with no pieces of pages kept."""

import pytest
from django.core.cache import cache, caches


@pytest.fixture(autouse=True)
def nobody_has_tried_yet() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def nothing_is_kept_of_pages() -> None:
    """A rolled-back test leaves pieces behind whose numbers the next one uses again."""
    caches["pieces"].clear()
