""" "No, nobody could be worked out" is said of those who stood on the screen, and of nobody who was added meanwhile."""

import re

import pytest
from django.test import Client

from consent.domain.care import files
from consent.enums import Basis
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["people", "choices/people"])
def test_who_was_added_while_the_author_looked_is_asked_about_anew(name):
    author = stories.an_author()
    page = stories.a_frozen_story(author)
    stories.told(page, author)
    her = files.add_appearance(page.file, role="my sister", basis=Basis.UNDECIDED)
    client, address = Client(), f"/my/stories/{page.file.uid}/{name}/"
    client.force_login(author.user)
    client.post(f"/my/stories/{page.file.uid}/choices/")
    looked = re.findall(r'name="seen" value="(\d+)"', client.get(address).content.decode())
    neighbour = files.add_appearance(page.file, role="our neighbour", basis=Basis.UNDECIDED)

    client.post(address, {"answer": "no", "seen": looked})
    first = bases(page)
    again = re.findall(r'name="seen" value="(\d+)"', client.get(address).content.decode())
    client.post(address, {"answer": "no", "seen": again})

    assert first == {her.pk: Basis.COMPOSITE, neighbour.pk: Basis.UNDECIDED}
    assert set(bases(page).values()) == {Basis.COMPOSITE}


def bases(page):
    return {row.pk: row.basis for row in files.appearances_in(page.file_id) if row.role}
