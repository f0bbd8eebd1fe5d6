"""Two uses, both agreed, everything written."""

import pytest

from consent.domain.record import journaling
from tests.factories.consent import a_file, a_version, cleared


@pytest.fixture
def edition(db):
    made = a_version(a_file())
    cleared(made, "website", "newsletter")
    journaling.write_due()
    return made
