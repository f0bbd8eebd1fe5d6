"""A story's own page, how it looks to readers, and the list of all of them."""

from collections.abc import Iterator
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase

from consent import policy
from consent.domain.acts.choices import Choice, choices_of
from consent.domain.care import files
from people.desk.access import person_of
from people.models import Person
from people.tongues import knows
from storybank.desk import standing, versions
from storybank.desk.frame import desk_page, show, story_page
from storybank.desk.spelling import tidied_form
from storybank.desk.versions import shows_of
from storybank.domain import in_it, pictures_said, takes, who_else, writing_back
from storybank.domain.deriving import forms_of
from storybank.domain.identifying import leaving, passages
from storybank.domain.reading_shapes import Block, Shows
from storybank.domain.replies import wishing
from storybank.models import StoryPage
from storybank.public.media import answer


@desk_page
def my_stories(request: HttpRequest) -> HttpResponseBase:
    return show(request, "my_stories", stories=standing.stories_of(person_of(request)))


@story_page
def my_story(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Who writes it together with its first author meets nothing of what is between that one and the supporter."""
    choices, pen = choices_of(person, page.file_id), files.holds_the_pen(person, page.file_id)
    return show(
        request,
        "my_story",
        page=page,
        pen=pen,
        where=standing.where(person, page),
        choices=choices,
        could_be_found=0 if choices else passages.count(leaving.for_author(versions.accepted(page))),
        may_they_read=pen and bool(in_it.open_parts(page)),
        answered=pen and any(not talk.waits for talk in writing_back.talks(forms_of(page))),
        open_people=len(who_else.still_open(page)) if pen else 0,
        has_pictures=pen and bool(pictures_said.asked(versions.accepted(page))),
        tidied=pen and tidied_form(page) is not None,
        takes=takes.numbered(takes.shared(page)) if pen else [],
        kept_days=settings.TAKES_KEPT_AFTER_TYPING,
        readers=wishing.may_be_asked(person),
        readers_write=wishing.wants(person, page.file_id),
        can_stop=any(choice.can_be_stopped for choice in choices),
    )


@story_page
@knows("choice", "of")
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
    for words in versions.suggested(page) if files.holds_the_pen(person, page.file_id) else ():
        yield from versions.as_read(words).body
