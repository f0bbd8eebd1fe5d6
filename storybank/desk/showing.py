"""A story's own page, how it looks to readers, and the list of all of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase

from consent.domain.acts.choices import Choice, choices_of
from people.desk.access import person_of
from people.models import Person
from storybank.desk import standing, versions
from storybank.desk.form_words import form_to_look_at
from storybank.desk.frame import desk_page, show, story_page
from storybank.desk.versions import shows_of
from storybank.domain import in_it
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
    """The exact words: of the version that is up (`?of=up`), else of the one asked about, else the last accepted."""
    choices = choices_of(person, page.file_id)
    website = next((choice for choice in choices if choice.use.slug == "website"), None)
    edition_id = _edition(page, choices, up=request.GET.get("of") == "up")
    words = versions.frozen(page, edition_id) if edition_id else versions.accepted(page)
    if words is None:
        raise Http404
    shows = shows_of(website) if website else None
    reading = versions.as_read(words, shows=shows)
    return show(request, "preview", page=page, reading=reading, name=reading.byline)


def _edition(page: StoryPage, choices: list[Choice], *, up: bool) -> int | None:
    if up:
        live: int | None = page.edition_id
        return live
    newest = max(choices, key=lambda choice: choice.permission.edition.n, default=None)
    return newest.edition_id if newest else None


@story_page
def own_media(request: HttpRequest, person: Person, page: StoryPage, media: UUID) -> HttpResponseBase:
    """A picture or recording of my own story, whatever readers may see of it: as asked about, as last accepted, or as
    suggested when it is my turn to look."""
    editions = {choice.edition_id for choice in choices_of(person, page.file_id)}
    shown = [versions.frozen(page, edition) for edition in sorted(editions, reverse=True)]
    for words in (*shown, versions.accepted(page), versions.suggested(form_to_look_at(page))):
        found = versions.as_read(words) if words else None
        if found and any(block.media == media.hex for block in found.body):
            return answer(request, found, media, file_id=page.file_id)
    raise Http404
