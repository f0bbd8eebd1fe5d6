"""What is written down about the house's work: that something happened, never which words it happened to."""

import logging

import pytest


@pytest.mark.parametrize("name", ["wagtail", "wagtail.admin", "django_tasks", "modelsearch", "fido2.server"])
def test_packages_that_tell_titles_and_arguments_stay_quiet(name):
    assert logging.getLogger(name).isEnabledFor(logging.INFO) is False
    assert logging.getLogger(name).isEnabledFor(logging.WARNING) is True


@pytest.mark.parametrize("room", ["home", "speakers", "storybank", "consent", "people"])
def test_our_own_rooms_may_speak(room):
    assert logging.getLogger(f"{room}.domain").isEnabledFor(logging.INFO) is True


def test_every_handler_leaves_out_addresses_of_desks(settings):
    filters = [handler.get("filters") for handler in settings.LOGGING["handlers"].values()]

    assert filters == [["no_desks"]]
