"""My story as my sister, a journalist or prison staff would see it: the one renderer, with exactly what was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponseBase

from consent.domain.acts.choices import Choice, choices_of
from consent.enums import Answer, State
from people.models import Person
from storybank.desk import versions
from storybank.desk.audiences import AUDIENCES, ON_OUR_SITE, Audience, audience
from storybank.desk.frame import show, story_page
from storybank.desk.path import Path
from storybank.domain.never_know import said_by
from storybank.domain.reading_shapes import Reading, Shows
from storybank.models import StoryPage


@dataclass(frozen=True)
class Way:
    """One use that reaches them: the frozen words, and how much of the person it shows.

    `now`: it can be read there at this moment; else `sure` says whether the person has said yes to it so far.
    """

    choice: Choice
    edition_id: int
    shows: Shows
    now: bool = False
    sure: bool = True

    @property
    def label(self) -> str:
        return self.choice.use.label


@dataclass(frozen=True)
class View:
    """Ways that look just the same are seen once."""

    ways: list[Way]
    reading: Reading


@story_page
def seen_by(request: HttpRequest, person: Person, page: StoryPage, who: str) -> HttpResponseBase:
    """What they see of it, what they do not, and what no choice can hide. Nothing is answered here."""
    looking = audience(who)
    if looking is None:
        raise Http404
    path = Path(person, page)
    views = list(_views(page, looking, [*_asked(path), *_said_yes(page, person, path)]))
    return show(
        request,
        "seen_by",
        page=page,
        who=looking,
        everybody=AUDIENCES,
        views=views,
        choosing=bool(path.asked),
        never_know=said_by(page, person),
    )


def _asked(path: Path) -> Iterator[Way]:
    """What is being chosen now: as it would be, with what was answered so far."""
    for choice in path.asked:
        answer = path.answer(choice.use.slug)
        if answer not in {Answer.NO, Answer.LATER}:
            sure = answer == Answer.YES
            yield Way(choice, path.edition_id, path.shows(choice.use.slug), sure=sure)


def _said_yes(page: StoryPage, person: Person, path: Path) -> Iterator[Way]:
    """What was agreed: what stands now, else what waits for the second yes."""
    asked = {choice.uid for choice in path.asked}
    for choice in choices_of(person, page.file_id):
        stands = choice.standing
        if stands is not None and stands.paused_at is None:
            yield Way(choice, stands.edition_id, versions.shows_by(stands), now=True)
        elif choice.state is State.COOLING and choice.uid not in asked:
            yield Way(choice, choice.edition_id, versions.shows_of(choice))


def _views(page: StoryPage, looking: Audience, ways: list[Way]) -> Iterator[View]:
    order = {use: place for place, use in enumerate(looking.uses)}
    mine = sorted(
        (way for way in ways if way.choice.use.slug in order), key=lambda way: order[way.choice.use.slug]
    )
    found: dict[object, list[Way]] = {}
    for way in mine:
        heard = way.choice.use.slug in ON_OUR_SITE
        found.setdefault((way.edition_id, way.shows, heard), []).append(way)
    for same in found.values():
        words = versions.frozen(page, same[0].edition_id)
        if words is not None:
            read = versions.as_read(words, shows=same[0].shows)
            yield View(same, read if same[0].choice.use.slug in ON_OUR_SITE else _in_words(read))


def _in_words(read: Reading) -> Reading:
    """A recording stays with us: elsewhere what is said in it goes out in words."""
    body = tuple(replace(block, url="") if block.type == "audio" else block for block in read.body)
    return replace(read, body=body)
