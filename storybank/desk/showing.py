"""A story's own page, how it looks to readers, and the list of all of them."""

from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase

from consent import policy
from consent.domain.acts.choices import Choice, choices_of
from people.desk.access import person_of
from people.models import Person
from storybank.desk import standing, versions
from storybank.desk.frame import desk_page, show, story_page
from storybank.desk.versions import shows_of
from storybank.domain import in_it
from storybank.domain.reading_shapes import Block, Shows
from storybank.models import StoryPage
from storybank.public.media import answer


@desk_page
def my_stories(request: HttpRequest) -> HttpResponseBase:
    return show(request, "my_stories", stories=standing.stories_of(person_of(request)))


@story_page
def my_story(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    choices = choices_of(person, page.file_id)
    return show(
        request,
        "my_story",
        page=page,
        where=standing.where(person, page),
        choices=choices,
        may_they_read=bool(in_it.open_parts(page)),
        can_stop=any(choice.can_be_stopped for choice in choices),
    )


@story_page
def preview(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """The exact words: as one choice shows them (`?choice=`), of the version that is up (`?of=up`), else of the one
    asked about with everything in it, else of the newest as the website shows it, else the last accepted."""
    choices = choices_of(person, page.file_id)
    asked = [choice for choice in choices if choice.asked]
    edition_id, shows = _newest(asked or choices), None
    if "choice" in request.GET:
        one = next((choice for choice in choices if str(choice.uid) == request.GET["choice"]), None)
        if one is None:
            raise Http404
        edition_id, shows = one.edition_id, shows_of(one)
    elif request.GET.get("of") == "up":
        edition_id, shows = page.edition_id, _on_the_website(choices)
    elif not asked:
        shows = _on_the_website([choice for choice in choices if choice.edition_id == edition_id])
    words = versions.frozen(page, edition_id) if edition_id else versions.accepted(page)
    if words is None:
        raise Http404
    reading = versions.as_read(words, shows=shows)
    return show(request, "preview", page=page, reading=reading, name=reading.byline)


def _newest(choices: list[Choice]) -> int | None:
    newest = max(choices, key=lambda choice: choice.permission.edition.n, default=None)
    return newest.edition_id if newest else None


def _on_the_website(choices: list[Choice]) -> Shows | None:
    website = next((choice for choice in choices if choice.use.slug == policy.WEBSITE), None)
    return shows_of(website) if website else None


@story_page
def own_media(request: HttpRequest, person: Person, page: StoryPage, media: UUID) -> HttpResponseBase:
    """A picture or recording of my own story, whatever readers may see of it: as asked about, as last accepted, or
    as suggested to me."""
    return answer(request, _own_blocks(person, page), media, file_id=page.file_id)


def _own_blocks(person: Person, page: StoryPage) -> Iterator[Block]:
    """The newest first; an older version is only read when what is looked for was in none before it."""
    for edition in sorted({choice.edition_id for choice in choices_of(person, page.file_id)}, reverse=True):
        words = versions.frozen(page, edition)
        yield from versions.as_read(words).body if words else ()
    yield from versions.as_read(versions.accepted(page)).body
    for words in versions.suggested(page):
        yield from versions.as_read(words).body
