"""What is written down about the house's work: that something happened, never which words it happened to."""

import logging

import pytest
from django.test import Client

from storybank.config.quiet_logs import NoDeskAddresses


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


class Kept(logging.Handler):
    """The lines that the console would show, tracebacks too."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.addFilter(NoDeskAddresses())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name} {self.format(record)}")


@pytest.fixture
def written():
    kept, doors = Kept(), (logging.getLogger(), logging.getLogger("django"))
    for door in doors:
        door.addHandler(kept)
    yield kept.lines
    for door in doors:
        door.removeHandler(kept)


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["192.0.2.7", "cpe-192-0-2-7.home.example", "not a host"])
@pytest.mark.parametrize("path", ["/stories/", "/cy/my/stories/", "/api/v2/stories/"])
def test_somebody_who_asks_for_another_host_leaves_one_line_without_it(written, host, path):
    answer = Client().get(path, headers={"host": host})

    assert answer.status_code == 400
    assert written == [
        "ERROR django.security.DisallowedHost Asked for by a name that is not in ALLOWED_HOSTS."
    ]


def test_other_things_that_look_like_an_attack_are_still_told(written):
    logging.getLogger("django.security.SuspiciousFileOperation").error("Out of the folder")
    logging.getLogger("django.security.csrf").warning("Forbidden")

    assert written == [
        "ERROR django.security.SuspiciousFileOperation Out of the folder",
        "WARNING django.security.csrf Forbidden",
    ]
