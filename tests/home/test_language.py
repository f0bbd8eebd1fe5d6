"""The language of a page is the one in its address, whatever was read before it."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_after_a_welsh_page_an_english_address_answers_in_english(client: Client):
    welsh = client.get("/cy/stories/")
    after = client.get("/stories/")

    assert 'lang="cy"' in welsh.content.decode()[:400]
    assert 'lang="en"' in after.content.decode()[:400]


@pytest.mark.parametrize("before", ["nothing", "a Welsh page"])
def test_no_test_begins_in_the_language_of_another(client: Client, before: str):
    begun_in = reverse("storybank:stories")

    client.get("/cy/stories/")

    assert begun_in == "/stories/"
    assert reverse("storybank:stories") == "/cy/stories/"
