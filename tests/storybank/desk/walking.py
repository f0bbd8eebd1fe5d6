"""A signed-in author's browser without a browser, and the steps they take most often."""

import re
from html import unescape

from django.test import Client
from django.urls import reverse

from people.models import Person


def at_the_desk_of(person: Person) -> Client:
    """A client signed in as the person."""
    client = Client()
    client.force_login(person.user)
    return client


def address(name: str, thing, *rest) -> str:
    """The desk address of a draft or a story page."""
    return reverse(f"storybank:{name}", args=[thing.file.uid, *rest])


def said(response) -> str:
    """The words of a page's main part, spaces made single."""
    body = response.content.decode()
    main = body.partition("<main")[2].partition(">")[2].partition("</main>")[0] or body
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def up_to_the_uses(desk: Client, page) -> None:
    """Told, nobody else in it, no name, no time: the next screen asks about the first use."""
    desk.post(address("choices", page), {"as": "plain"})
    desk.post(address("choice_people", page), {"answer": "no"})
    desk.post(address("choice_name", page), {"identity": "2", "name": ""})
    desk.post(address("choice_seen", page), {"time": "0"})


def choose(
    client: Client,
    page,
    *,
    answers: dict[str, str],
    identity: str = "2",
    name: str = "",
    seen: dict[str, str] | None = None,
) -> list[str]:
    """Walk through the choices as a person does; gives back the address of every screen seen."""
    screens: list[str] = []
    given = {
        "choices": {"as": "plain"},
        "people": {"answer": "no"},
        "name": {"identity": identity, "name": name},
        "seen": {"place": "0", "time": "0", "face": "no", "voice": "no"} | (seen or {}),
        "understood": [
            {"asked": "stop", "answer": "stop"},
            {"asked": "copies", "answer": "no_new"},
        ],
        "check": {},
    }
    response = client.get(address("choices", page), follow=True)
    where = response.request["PATH_INFO"]
    while not where.endswith("/done/"):
        screens.append(where)
        last = where.rstrip("/").split("/")[-1]
        if "/use/" in where:
            data = {"answer": answers[last]}
        else:
            data = given[last]
            data = data.pop(0) if isinstance(data, list) else data
        response = client.post(where, data, follow=True)
        assert response.redirect_chain, f"{where} asked again: {said(response)}"
        where = response.request["PATH_INFO"]
    return [*screens, where]
