"""The one stylesheet of the public pages: whole, small, kept for a year, and never an old one."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from home.public.sheet import PARTS, sheet_url
from people.models import Organisation

HERE = "/look/7A1F5C-0B4F6C/reading.css"


def test_the_address_names_the_two_colours_and_the_sum_of_the_parts():
    address = sheet_url(Organisation(colour_ember="#7a1f5c", colour_water="#0B4F6C"))

    assert re.fullmatch(rf"{HERE}\?v=[0-9a-f]{{12}}", address)


def test_every_part_is_a_file_and_named_once():
    assert [name for name in PARTS if not finders.find(f"css/{name}.css")] == []
    assert len(set(PARTS)) == len(PARTS)


def test_the_sheet_holds_every_part_and_the_two_colours_last(client: Client):
    words = client.get(HERE).content.decode()

    assert all(
        mark in words for mark in ("--paper: #FBF8F3", ".masthead{", ".row{", ".voice{", "@media print")
    )
    assert words.endswith(":root { --ember: #7A1F5C; --water: #0B4F6C; }\n")
    assert "/*" not in words


def test_its_fonts_stand_where_the_house_serves_them(client: Client):
    found = re.findall(r'url\("([^"]+)"\)', client.get(HERE).content.decode())

    assert found == ["/static/fonts/literata.woff2", "/static/fonts/atkinson.woff2"]


def test_it_is_packed_for_whoever_takes_that_and_the_same_inside(client: Client):
    plain, packed = client.get(HERE), client.get(HERE, headers={"accept-encoding": "gzip, br"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < 8_000
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_only_the_right_sum_is_kept_for_a_year(client: Client):
    right = sheet_url(Organisation())

    assert client.get(right).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(right.replace("?v=", "?v=0")).headers["Cache-Control"] == "no-cache"


@pytest.mark.django_db
def test_a_changed_colour_shows_on_the_next_page(client: Client):
    before = client.get("/help/").content.decode()
    organisation = Organisation.load()
    organisation.colour_ember = "#7A1F5C"
    organisation.save()

    after = client.get("/help/").content.decode()

    assert 'href="/look/9F3A22-12504B/reading.css?v=' in before
    assert 'href="/look/7A1F5C-12504B/reading.css?v=' in after


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/stories/", "/help/", "/search/", "/speakers/request/"])
def test_a_public_page_asks_for_the_sheet_once_and_reading_pages_for_no_other(client: Client, address: str):
    found = re.findall(r'<link rel="stylesheet"[^>]*href="([^"]+)"', client.get(address).content.decode())

    assert [href.startswith("/look/") for href in found] == [True, *([False] * (len(found) - 1))]
    assert len(found) == 1 or address.startswith("/speakers/")
