"""Every place where a reader may meet a story. A new public address gets a row here, or a reason in `exempt.py`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponseBase
from django.test import Client

from storybank.models import Quote, StoryMedia, StoryPage
from tests.surfaces.stage import CANARY, Stage, address_in_the_tree

Ask = Callable[[Client, Stage], HttpResponseBase]
Sees = Callable[[HttpResponseBase, Stage], bool]


def words(response: HttpResponseBase, _: Stage) -> bool:
    """The canary word stands in the agreed title and everywhere else in the story."""
    return CANARY in response.content.decode()


def answers_200(response: HttpResponseBase, _: Stage) -> bool:
    return response.status_code == 200


def its_address(response: HttpResponseBase, stage: Stage) -> bool:
    return f"/stories/{stage.page.slug}/" in response.content.decode()


@dataclass(frozen=True)
class Surface:
    """`names`: the URL names that this row claims. `sees`: how one tells that the story is there."""

    name: str
    ask: Ask
    names: frozenset[str]
    sees: Sees = words
    found_by_words: bool = field(default=False)

    def shows(self, client: Client, stage: Stage) -> bool:
        return self.sees(self.ask(client, stage), stage)


def at(path: str, **query: str) -> Ask:
    """Ask for an address; `{slug}` and `{other}` stand for the two stories of the stage."""

    def ask(client: Client, stage: Stage) -> HttpResponseBase:
        where = path.format(slug=stage.page.slug, other=stage.other.slug)
        return client.get(where, query)

    return ask


def head(path: str) -> Ask:
    return lambda client, stage: client.head(path.format(slug=stage.page.slug))


def of_the_story(kind: str, prefix: str = "") -> Ask:
    """The picture or recording in it, at its own address."""

    def ask(client: Client, stage: Stage) -> HttpResponseBase:
        media = StoryMedia.objects.filter(file=stage.page.file_id, kind=kind).earliest("id")
        return client.get(f"{prefix}/stories/{stage.page.slug}/media/{media.uid}/")

    return ask


def of_a_size(prefix: str = "") -> Ask:
    """The picture in it in its lightest kind, as its page names it."""

    def ask(client: Client, stage: Stage) -> HttpResponseBase:
        media = StoryMedia.objects.filter(file=stage.page.file_id, kind="picture").earliest("id")
        where = f"/stories/{stage.page.slug}/media/{media.uid}/{media.width}.avif"
        return client.get(f"{prefix}{where}")

    return ask


def is_made(response: HttpResponseBase, stage: Stage) -> bool:
    """In the kind that was asked for; the picture as it was agreed stands in for one that is not made."""
    return response.status_code == 200 and response["Content-Type"] == "image/avif"


def in_the_tree(prefix: str = "") -> Ask:
    return lambda client, stage: client.get(prefix + address_in_the_tree(stage.page))


OF_THE_MAP = ("home:sitemap", "home:sitemap_pages", "home:sitemap_stories")


def the_map(prefix: str = "") -> Ask:
    """The last part that the map names, which is one of stories where there are any."""

    def ask(client: Client, stage: Stage) -> HttpResponseBase:
        index = client.get(f"{prefix}/sitemap.xml")
        if index.status_code != 200:
            return index
        return client.get(re.findall("<loc>http://testserver([^<]+)</loc>", index.content.decode())[-1])

    return ask


def _row(name: str, ask: Ask, *names: str, **more: Any) -> Surface:
    return Surface(name, ask, frozenset(names), **more)


SURFACES = [
    _row("story", at("/stories/{slug}/"), "storybank:story"),
    _row("story, asked by HEAD", head("/stories/{slug}/"), "storybank:story", sees=answers_200),
    _row("story, Welsh address", at("/cy/stories/{slug}/"), "storybank:story"),
    _row("story, by its place in the page tree", in_the_tree(), "wagtail_serve"),
    _row("story, by its place in the tree, Welsh", in_the_tree("/cy"), "wagtail_serve"),
    _row("picture for links", at("/stories/{slug}/card.png"), "storybank:card", sees=answers_200),
    _row("picture, Welsh address", at("/cy/stories/{slug}/card.png"), "storybank:card", sees=answers_200),
    _row("picture in it", of_the_story("picture"), "storybank:media", sees=answers_200),
    _row("recording in it", of_the_story("sound"), "storybank:media", sees=answers_200),
    _row("picture in it, Welsh", of_the_story("picture", "/cy"), "storybank:media", sees=answers_200),
    _row("picture in a size", of_a_size(), "storybank:media_size", sees=is_made),
    _row("picture in a size, Welsh", of_a_size("/cy"), "storybank:media_size", sees=is_made),
    _row("writing to its author", at("/stories/{slug}/write/"), "storybank:write_to_author"),
    _row("writing to its author, Welsh", at("/cy/stories/{slug}/write/"), "storybank:write_to_author"),
    _row("list", at("/stories/"), "storybank:stories"),
    _row("list, Welsh address", at("/cy/stories/"), "storybank:stories"),
    _row("list by theme", at("/stories/", theme="visits-test"), "storybank:stories"),
    _row("list by kind", at("/stories/", kind="praise"), "storybank:stories"),
    _row("list by region", at("/stories/", region="north-test"), "storybank:stories"),
    _row("list by language", at("/stories/", language="en"), "storybank:stories"),
    _row("list for programs", at("/api/v2/stories/"), "api:stories"),
    _row("list for programs, by theme", at("/api/v2/stories/", theme="visits-test"), "api:stories"),
    _row("story for programs", at("/api/v2/stories/{slug}/"), "api:story"),
    _row("feed", at("/stories/feed/"), "storybank:feed"),
    _row("feed, Welsh address", at("/cy/stories/feed/"), "storybank:feed"),
    _row("beside another story", at("/stories/{other}/"), "storybank:story"),
    _row("search", at("/search/", q=CANARY), "home:search", sees=its_address, found_by_words=True),
    _row(
        "search, Welsh address",
        at("/cy/search/", q=CANARY),
        "home:search",
        sees=its_address,
        found_by_words=True,
    ),
    _row("front page", at("/"), "home:home"),
    _row("front page, Welsh address", at("/cy/"), "home:home"),
    _row("sitemap", the_map(), *OF_THE_MAP, sees=its_address),
    _row("sitemap, Welsh address", the_map("/cy"), *OF_THE_MAP, sees=its_address),
]


def the_quote(client: Client, stage: Any) -> HttpResponseBase:
    """The newest quote from the story, at its own address."""
    return client.get(f"/q/{Quote.objects.filter(edition__file=stage.page.file_id).latest('id').code}/")


OF_ANOTHER_USE = [_row("quote", the_quote, "storybank:quote", sees=answers_200)]
"""What stands on another use than the website's: its states are walked in `test_quotes_go_dark.py`."""
EVERYWHERE = {surface.name: True for surface in SURFACES}
NOWHERE = {surface.name: False for surface in SURFACES}


def where_it_shows(client: Client, stage: Stage) -> dict[str, bool]:
    """Every surface, asked now: is the story there?"""
    return {surface.name: surface.shows(client, stage) for surface in SURFACES}


def says(client: Client, stage: Stage, word: str) -> set[str]:
    """The surfaces on which the word stands now. Search repeats the question, so it is asked `found_by`."""
    return {
        surface.name
        for surface in SURFACES
        if not surface.found_by_words and word in surface.ask(client, stage).content.decode(errors="replace")
    }


def english(client: Client, stage: Stage, word: str) -> tuple[dict[str, bool], set[str]]:
    """Both of the above in one round, without the Welsh twins (the same views at a second address)."""
    shows, said = {}, set()
    for surface in SURFACES:
        if "Welsh" not in surface.name:
            answer = surface.ask(client, stage)
            shows[surface.name] = surface.sees(answer, stage)
            if not surface.found_by_words and word in answer.content.decode(errors="replace"):
                said.add(surface.name)
    return shows, said


def found_by(client: Client, word: str, page: StoryPage) -> bool:
    """Whether a reader's search for the word leads to the story."""
    return f"/stories/{page.slug}/" in client.get("/search/", {"q": word}).content.decode()
