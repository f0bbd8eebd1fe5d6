"""The organisation's colours: one stylesheet, at an address that names them; and the mark for browser tabs."""

import pytest
from django.test import Client
from django.utils import translation

from home.public.look import tokens_url
from people.models import Organisation


def test_the_house_colours_are_the_plain_file():
    assert tokens_url(Organisation()) == "/static/css/tokens.css"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_other_colours_have_one_address_in_every_language(language: str):
    organisation = Organisation(colour_ember="#7a1f5c", colour_water="#0B4F6C")

    with translation.override(language):
        address = tokens_url(organisation)

    assert address == "/look/7A1F5C-0B4F6C/tokens.css"


def test_the_tokens_come_whole_with_the_two_colours_last(client: Client):
    answer = client.get("/look/7A1F5C-0B4F6C/tokens.css")

    words = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "--paper: #FBF8F3" in words
    assert words.endswith(":root {\n  --ember: #7A1F5C;\n  --water: #0B4F6C;\n}\n")


def test_the_colours_alone_hold_nothing_else(client: Client):
    answer = client.get("/look/7A1F5C-0B4F6C/colours.css")

    assert answer.content.decode() == "\n:root {\n  --ember: #7A1F5C;\n  --water: #0B4F6C;\n}\n"


@pytest.mark.django_db
@pytest.mark.parametrize("colours", ["7A1F5C", "7A1F5C-0B4F6", "7A1F5C-0B4F6G", "7A1F5C-0B4F6C;x"])
def test_what_is_not_two_colours_is_not_an_address(client: Client, colours: str):
    assert client.get(f"/look/{colours}/tokens.css").status_code == 404


def test_browsers_find_the_mark_by_themselves(client: Client):
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/static/img/mark.svg")
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
