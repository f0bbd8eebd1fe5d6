"""The gate is answered from an index alone, and the list is read in its own order (PostgreSQL)."""

import pytest
from django.db import connection

from consent.domain.clearance.granted import granted
from people import clock
from storybank import guards as live_guard
from storybank.domain.queries import public_stories
from tests.factories import stories
from tests.performance.many_stories import multiply

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ENOUGH = 3_000
"""So many that reading whole tables costs more than an index."""


@pytest.fixture
def page():
    made = stories.a_live_story()
    live_guard.lift("default")
    multiply([made], since=0, upto=ENOUGH)
    return made


def test_the_gate_and_the_list_read_no_whole_table(page):
    now = clock.now()

    one = granted("website", now).filter(edition_id=page.edition_id).values("edition").explain()
    some = public_stories(now).values("pk")[:21].explain()

    assert "Index Only Scan using gate_of_one_version on consent_clearance" in one
    assert "Index Scan using stories_newest_first on storybank_storypage" in some
    assert "Seq Scan on consent_clearance" not in one + some
    assert connection.vendor == "postgresql"
