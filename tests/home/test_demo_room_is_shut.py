"""Outside the demo there is no such room: no address in production, and no answer wherever `DEMO` is off."""

import pytest
from django.test import Client

from tests.plugins.production import run_python

pytestmark = pytest.mark.django_db


def test_before_the_demo_is_loaded_the_room_says_how_to_load_it(client: Client):
    page = client.get("/demo/")

    assert page.status_code == 200
    assert "make demo" in page.content.decode()


@pytest.mark.parametrize("path", ["", "post/", "again/", "again/wait/"])
def test_where_the_demo_is_off_every_door_of_the_room_is_shut(client: Client, settings, path):
    assert client.get(f"/demo/{path}").status_code != 404
    settings.DEMO = False

    assert client.get(f"/demo/{path}").status_code == 404


@pytest.mark.parametrize("path", ["be/", "be/nobody/", "clock/", "again/"])
def test_where_the_demo_is_off_no_act_of_the_room_can_be_done(client: Client, settings, path):
    settings.DEMO = False

    assert client.post(f"/demo/{path}", {"who": "admin", "by": "day"}).status_code == 404


def test_production_does_not_know_the_address():
    said = run_python(
        "-c",
        "import django; django.setup()\n"
        "from django.urls import resolve, reverse, NoReverseMatch\n"
        "try: print(reverse('home:demo'))\n"
        "except NoReverseMatch: print('no address')\n"
        "print([resolve(f'/demo/{p}').view_name for p in ('', 'be/', 'again/')])\n"
        "print(resolve('/help/').view_name)\n",
    )

    assert said.stdout.splitlines() == [
        "no address",
        "['wagtail_serve', 'wagtail_serve', 'wagtail_serve']",
        "home:help",
    ]
