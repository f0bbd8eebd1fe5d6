"""Titles stay out of the logs: Wagtail would write one with every save."""

import logging

import pytest

from tests.factories.stories import a_shared_story

pytestmark = pytest.mark.django_db


def test_saving_a_story_logs_no_title(capfd):
    for handler in logging.getLogger("wagtail").handlers:
        handler.flush()

    a_shared_story(title="A title nobody may read")

    assert "A title nobody may read" not in "".join(capfd.readouterr())
    assert logging.getLogger("wagtail").getEffectiveLevel() == logging.WARNING
