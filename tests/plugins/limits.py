"""Every test starts with a clean count of tries: all of them come from the same address."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_has_tried_yet() -> None:
    cache.clear()
