"""Whoever reads little can listen: what a person opens of their own, in the state it is in, has the button."""

import pytest
from django.test import Client

from people.models import User
from tests.factories import people, stories
from tests.surfaces import doors
from tests.surfaces.crawling import LEAVES
from tests.surfaces.fuzzing import Page

WITHOUT: dict[str, str] = {}
"""Screens that may lack it, each with the reason: none does today."""


class Listener:
    """Opens screens as one person and keeps the views of those that cannot be listened to."""

    def __init__(self, user: User) -> None:
        self.client = Client()
        self.client.force_login(user)
        self.without: set[str] = set()

    def visit(self, address: str) -> list[str] | None:
        if LEAVES.search(address):
            return None
        answer = self.client.get(address)
        if answer.status_code != 200 or answer.streaming or "text/html" not in answer["Content-Type"]:
            return None
        page = answer.content.decode()
        if "data-listen=" not in page:
            self.without.add(doors.name_of(address))
        return Page(page).links


def somebody_with_choices() -> User:
    author = people.a_person("Ira")
    stories.asked(stories.a_frozen_story(author, title="The lamp"), "website")
    return author.user


def below_my() -> list[str]:
    tried = {
        name: doors.by_nonsense(name, blanks) or doors.by_rows(name, blanks)
        for name, blanks in doors.views().items()
    }
    return sorted(name for name, found in tried.items() if any(one.startswith("/my/") for one in found))


@pytest.mark.django_db
def test_whatever_opens_of_somebody_s_own_can_be_listened_to():
    listener = Listener(somebody_with_choices())

    opened = doors.open_each(below_my(), listener.visit, begin=["/my/"])

    assert listener.without == WITHOUT.keys()
    assert len(opened) > 30
