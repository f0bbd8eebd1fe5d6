"""Logs must not say who was at which desk, nor keep links that open something."""

import logging

import pytest

from storybank.config.quiet_logs import NoDeskAddresses


def said(message: str, *args: object) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, message, args, None)
    assert NoDeskAddresses().filter(record) is True
    return record.getMessage()


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/my/stories/4f7k/write/", "/my/…"),
        ("/cy/my/stories/4f7k/", "/cy/my/…"),
        ("/answer/s3cr3t-t0ken/", "/answer/…"),
        ("/check/s3cr3t-t0ken/", "/check/…"),
        ("/reading/s3cr3t-t0ken/", "/reading/…"),
        ("/media/a1b2c3.webp", "/media/…"),
        ("/stop/done/", "/stop/…"),
        ("/staff/login/code/confirm/?email=jo@charity.example", "/staff/…"),
    ],
)
def test_addresses_of_desks_are_cut_after_the_door(path, logged):
    assert said("%s: %s", "Not Found", path) == f"Not Found: {logged}"


@pytest.mark.parametrize(
    "path", ["/", "/stories/a-slug/", "/search/", "/admin/pages/4/", "/myth/", "/stories/my-way/"]
)
def test_public_addresses_stay_readable(path):
    assert said("%s: %s", "Not Found", path) == f"Not Found: {path}"


def test_a_whole_request_line_is_cut_too():
    assert said('"GET /my/stories/4f7k/ HTTP/1.1" 200 512') == '"GET /my/… HTTP/1.1" 200 512'
