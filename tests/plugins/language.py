"""A request leaves its language behind in the thread; each test begins in the house's own."""

import pytest
from django.conf import settings
from django.utils import translation


@pytest.fixture(autouse=True)
def begins_in_the_house_language() -> None:
    translation.activate(settings.LANGUAGE_CODE)
