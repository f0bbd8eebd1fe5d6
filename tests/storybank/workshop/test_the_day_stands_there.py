"""A day that is filled in for somebody is written as browsers read it: an English one would leave the box empty."""

import pytest

from people import clock
from storybank.elsewhere.staff import BringForm
from storybank.workshop.forms import EveningForm


@pytest.mark.parametrize(("form", "box"), [(EveningForm, "on"), (BringForm, "agreed_on")])
@pytest.mark.django_db
def test_today_stands_in_the_box(form, box):
    shown = str(form()[box])

    assert f'value="{clock.today().isoformat()}"' in shown
