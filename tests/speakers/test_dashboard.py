"""Comms see on their first page how many requests wait, and nobody else does."""

import pytest

from people import roles
from tests.factories.people import a_member_of_staff
from tests.factories.speakers import a_request, staff

pytestmark = pytest.mark.django_db


def test_comms_read_how_many_requests_wait_and_go_there(client):
    comms = staff()
    client.force_login(comms)
    empty = client.get("/admin/").content.decode()

    a_request(by=comms)
    one = client.get("/admin/").content.decode()

    assert "No request for a speaker waits." in empty
    assert '<a href="/admin/speakers/requests/">1 request for a speaker waits</a>' in one


def test_other_roles_see_no_requests(client):
    a_request(by=staff())
    client.force_login(a_member_of_staff(roles.SUPPORTER))

    assert "for a speaker" not in client.get("/admin/").content.decode()
