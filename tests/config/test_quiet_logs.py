"""Logs must not say who was at which desk, nor keep links that open something."""

import logging

import pytest
from django.urls import URLResolver, get_resolver

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
        ("/check-sheets/s3cr3t-t0ken/1/", "/check-sheets/…"),
        ("/confirm/s3cr3t-t0ken/", "/confirm/…"),
        ("/taken-down/s3cr3t-t0ken/", "/taken-down/…"),
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


def blanks(patterns=None, route="/"):
    """Every address outside the admin that has a blank in it."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = route + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from blanks(pattern.url_patterns, here)
        elif "<" in here and not here.startswith(("/admin/", "/staff/", "/documents/", "/_util/")):
            yield here


def test_every_address_that_opens_something_is_cut():
    """What may stay is public: a story, two colours, a part of the map, our own words read aloud, the tree."""
    public = ("/stories/", "/api/v2/", "/look/", "/sitemap-stories-", "/read-aloud/", "/((?:")

    told = [route for route in blanks() if "<" in said("Not Found: %s", route)]

    assert [route for route in told if not route.startswith(public)] == []
    assert "/stories/<slug:slug>/" in told


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ('"GET /search/?q=my+mother HTTP/1.1" 200 512', '"GET /search/?… HTTP/1.1" 200 512'),
        ("Error handling request /stories/?theme=visits", "Error handling request /stories/?…"),
        ("Invalid request from ip=192.0.2.7: bad line", "Invalid request from ip=… bad line"),
        ("Invalid request from ip=2001:db8::7: bad line", "Invalid request from ip=… bad line"),
        ("Is it ready? Yes", "Is it ready? Yes"),
    ],
)
def test_what_was_searched_for_and_who_asked_are_left_out(line, logged):
    assert said(line) == logged


def test_a_whole_request_line_is_cut_too():
    assert said('"GET /my/stories/4f7k/ HTTP/1.1" 200 512') == '"GET /my/… HTTP/1.1" 200 512'
