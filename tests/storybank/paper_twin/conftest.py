"""Two supporters, their sign-ins, and Dee, who has nothing but paper and a pen."""

import pytest
from django.contrib.auth.models import Permission as Right
from django.test import Client

from tests.factories import people, stories
from tests.storybank.paper_twin.sheets_back import printed


def signed_in(user) -> Client:
    user.user_permissions.add(Right.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def staff():
    return {name: people.a_supporter(first_name=name) for name in ("Priya", "Ama")}


@pytest.fixture
def priya(staff):
    return signed_in(staff["Priya"])


@pytest.fixture
def ama(staff):
    return signed_in(staff["Ama"])


@pytest.fixture
def dee(staff):
    return stories.an_author(supporter=staff["Priya"])


@pytest.fixture
def page(dee):
    return stories.a_frozen_story(dee, uses=("website", "newspapers"))


@pytest.fixture
def pack(dee, page):
    return printed(dee, page)
