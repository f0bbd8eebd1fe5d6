"""The page for when the database is gone: whoever came to stop something still finds whom to ring."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from people.models import Organisation

pytestmark = pytest.mark.django_db

PHONE = "01632 960417"


def gone(execute, sql, params, many, context):
    raise OperationalError("the database is gone")


def ring(client: Client) -> tuple[int, bool]:
    with connection.execute_wrapper(gone):
        answer = client.get("/stories/")
    return (
        answer.status_code,
        f'<a href="tel:{PHONE.replace(" ", "")}">{PHONE}</a>' in answer.content.decode(),
    )


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def test_the_number_that_a_page_showed_before_is_still_there(client):
    Organisation.objects.update_or_create(defaults={"phone": PHONE})
    before = client.get("/stories/")

    assert (before.status_code, ring(client)) == (200, (500, True))


def test_a_house_without_a_number_names_none(client):
    Organisation.objects.update_or_create(defaults={"phone": ""})
    client.get("/stories/")

    assert ring(client) == (500, False)
