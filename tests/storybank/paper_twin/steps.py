"""Steps that several tests of the screens take."""

import re

from django.urls import reverse

from consent.domain.acts.choices import choices_of
from people import clock
from tests.factories import stories


def at(name: str, *args: object) -> str:
    return reverse(f"paper:{name}", args=args)


def sheets(**more):
    return {
        "told_on": clock.today().isoformat(),
        "overheard": "no",
        "copy_left": "yes",
        "people": "no",
        "use_website-answer": "yes",
        "website-identity": "3",
        "website-name": "Cass",
        "use_newspapers-answer": "later",
        "understood-stop": "stop",
        **pen(),
        **more,
    }


def pen(**changed):
    return {"pen-title": "The kettle", "pen-b0": stories.KETTLE} | changed


def states(person, page):
    return {one.use.slug: one.state for one in choices_of(person, page.file_id)}


def items(client, pack):
    shown = client.get(at("check", pack.code)).content.decode()
    return sorted(set(re.findall(r'name="(item-[^"]+)"', shown)))
