"""A checked sheet that nobody brings in is not kept."""

from datetime import timedelta

import pytest

from people import clock
from storybank.domain.forgetting import forget_what_is_over
from storybank.legacy import bringing_in, checking, sheets
from storybank.models import LegacyBatch
from tests.factories.people import a_supporter
from tests.storybank.legacy.a_sheet import as_csv, row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("begun", "days", "left"), [(False, 6, 1), (False, 7, 0), (True, 7, 1)])
def test_it_goes_after_a_week_unless_it_was_begun(begun, days, left):
    data, by = as_csv(row()), a_supporter()
    batch = bringing_in.keep(checking.check(sheets.read(data, name="a.csv"), by=by), data=data, by=by)
    if begun:
        bringing_in.begin(batch)

    with clock.at(clock.now() + timedelta(days=days, minutes=1)):
        forget_what_is_over()

    assert LegacyBatch.objects.count() == left
