"""On its first day the house knows no phone and no address: no page may have a heading with nothing under it."""

import re

import pytest
from django.test import Client

from people.models import Organisation

pytestmark = pytest.mark.django_db
REACH_US = re.compile(r'<section class="aside" aria-labelledby="help-us">.*?</section>', re.DOTALL)
A_WAY = re.compile(r'href="([^"]+)"')


def ways(client: Client, **known: str) -> list[str]:
    Organisation.objects.update_or_create(defaults={"phone": "", "address": ""} | known)
    return A_WAY.findall(REACH_US.findall(client.get("/help/").content.decode())[0])


def test_help_always_has_a_way_to_reach_us(client: Client):
    assert ways(client) == ["/complain/"]
    assert ways(client, phone="01632 960417") == ["tel:01632960417"]
