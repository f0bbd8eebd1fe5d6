"""What cannot be understood, or is not there, is told in the language of the address, and to programs as a problem."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
STRANGE = {"host": "not.ours.example"}


@pytest.mark.parametrize(("where", "language", "way_on"), [("/", "en", "/"), ("/cy/stories/", "cy", "/cy/")])
def test_a_reader_is_told_in_the_language_of_the_address(client: Client, where, language, way_on):
    answer = client.get(where, headers=STRANGE)
    page = answer.content.decode()

    assert (answer.status_code, answer["Content-Language"]) == (400, language)
    assert f'<html lang="{language}">' in page
    assert f'<a href="{way_on}">' in page
    assert client.get(where).status_code == 200


@pytest.mark.parametrize(
    ("where", "headers", "status"),
    [
        ("/api/v2/stories/", STRANGE, 400),
        ("/api/", {}, 404),
        ("/api/v1/stories/", {}, 404),
        ("/api/v2/%0A/", {}, 404),
    ],
)
def test_a_program_is_told_as_a_problem_whatever_it_asked(client: Client, where, headers, status):
    answer = client.get(where, headers=headers)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert client.get("/apis/").headers["Content-Type"] == "text/html; charset=utf-8"
