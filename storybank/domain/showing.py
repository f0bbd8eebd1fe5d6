"""What readers may be shown now, in one query: the stories, all that decides how they look, and the mark of what stands
around them.

`Stands.kept_under` is a fingerprint of everything that a reader's piece of a story is made from, but the words
themselves: those are agreed to the byte, and their digest is in it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from consent import policy
from people import clock
from people.models import Surroundings
from people.prepared import Prepared, Row
from people.surroundings import THE_ROW, mark_now
from storybank.models import ReplyWish, StoryPage

OF_THE_PAGE = (
    "pk",
    "slug",
    "file_id",
    "edition_id",
    "form",
    "language",
    "art_seed",
    "public_on",
    "tells_whose",
    "whose_share",
    "agreed_labels",
)
OF_THE_CLEARANCE = tuple(policy.joined_values())
LETTERS = "letters_wanted"
"""Whether somebody who tells it wants letters from readers; the form asks once more."""
COLUMNS = {name: place for place, name in enumerate((*OF_THE_PAGE, *OF_THE_CLEARANCE, LETTERS, "mark"))}


class Stands(NamedTuple):
    """One story that the gate let through in this request. Never kept: the next request asks again."""

    page_id: int
    slug: str
    kept_under: str
    mark: str
    row: Row
    query: Prepared

    def value(self, name: str) -> Any:
        """One column that every database gives alike: a number or a text."""
        return self.row[COLUMNS[name]]

    def values(self) -> dict[str, Any]:
        """Every column by its name, as Python's own values."""
        return dict(zip(COLUMNS, self.query.typed([self.row])[0], strict=True))


def shown(stories: QuerySet[StoryPage], at: datetime) -> QuerySet[StoryPage, Any]:
    """The columns above, of those of the stories that are live and cleared: the build of every `Prepared` here."""
    found = stories.filter(policy.joined_q(policy.WEBSITE, at), live=True)
    wanted = Exists(ReplyWish.objects.filter(file=OuterRef("file_id"), wants=True))
    further = {LETTERS: wanted, "mark": mark_now()}
    columns: QuerySet[StoryPage, Any] = found.annotate(**policy.joined_values(), **further)
    return columns.values_list(*OF_THE_PAGE, *OF_THE_CLEARANCE, *further)


def prepared(
    choose: Callable[..., QuerySet[StoryPage]],
    asks: Mapping[str, type],
    *,
    most: int = 0,
    steady: bool = False,
) -> Prepared:
    """A query for readers. `choose` says which stories, in what order, and gets `at` like the gate, which is in it
    already; `most`: no more than so many."""

    def build(at: datetime, **asked: Any) -> QuerySet[StoryPage, Any]:
        rows = shown(choose(at=at, **asked), at)
        return rows[:most] if most else rows

    return Prepared(build, {**asks, "at": datetime}, steady=steady)


def ask(query: Prepared, **asked: Any) -> list[Stands]:
    """Asked of the gate at this moment."""
    return [_stands(row, query) for row in query.rows(at=clock.now(), **asked)]


def mark_of(found: Sequence[Stands]) -> str:
    """The mark of what stands around stories, where the same query has brought it; else asked for."""
    if found:
        return found[0].mark
    rows = _MARK.rows(the_row=THE_ROW)
    return str(rows[0][0]) if rows else ""


def _the_mark(the_row: int) -> QuerySet[Surroundings, Any]:
    return Surroundings.objects.filter(pk=the_row).values_list("mark")


_MARK = Prepared(_the_mark, {"the_row": int}, steady=True)


def _newest(at: datetime) -> QuerySet[StoryPage]:
    found: QuerySet[StoryPage] = StoryPage.objects.order_by("-public_on", "art_seed")
    return found


@cache
def _so_many(most: int) -> Prepared:
    return prepared(_newest, {}, most=most, steady=True)


def newest(most: int) -> list[Stands]:
    """So many of the newest stories."""
    return ask(_so_many(most))


class Around(NamedTuple):
    """What stands around stories and how far consent has come: numbers about many stories are kept under both."""

    mark: str
    tide: tuple[Any, ...]


def around_now() -> Around:
    """Both, in one query."""
    rows = _AROUND.rows(at=clock.now())
    return Around(str(rows[0][-1]), rows[0][:-1]) if rows else Around("", ())


def _around(at: datetime) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = policy.tide(policy.WEBSITE, at).annotate(mark=mark_now())
    return rows


_AROUND = Prepared(_around, {"at": datetime}, steady=True)


def _stands(row: Row, query: Prepared) -> Stands:
    print_of = blake2b(repr(row[:-1]).encode(), digest_size=16).hexdigest()
    return Stands(row[0], row[1], print_of, row[-1], row, query)


BESIDE = 10
"""So many stories beside one are asked for with it."""


def _these(at: datetime, **pages: int) -> QuerySet[StoryPage]:
    """By number alone: an address as well would make the database read the whole house."""
    found: QuerySet[StoryPage] = StoryPage.objects.filter(id__in=list(pages.values()))
    return found.order_by()


def _one(at: datetime, slug: str) -> QuerySet[StoryPage]:
    found: QuerySet[StoryPage] = StoryPage.objects.filter(slug=slug)
    return found.order_by()


_ONE = prepared(_one, {"slug": str}, steady=True)
_SOME = prepared(_these, {f"page_{n}": int for n in range(BESIDE + 1)}, steady=True)


def story_and_beside(slug: str, page_ids: Sequence[int] = ()) -> dict[int, Stands]:
    """The story at an address, by page, where it may be shown now; empty where not. Or those of the pages that may:
    `page_ids` are its own and of those beside it, and whoever asks looks whether its address is still this one."""
    if not page_ids:
        found = ask(_ONE, slug=slug)
    else:
        padded = [*page_ids, *[0] * (BESIDE + 1)][: BESIDE + 1]
        found = ask(_SOME, **{f"page_{n}": page_id for n, page_id in enumerate(padded)})
    return {story.page_id: story for story in found}


LED_TO = 24
"""So many stories can be asked about together by their addresses."""


def _some_addresses(at: datetime, **slugs: str) -> QuerySet[StoryPage]:
    found: QuerySet[StoryPage] = StoryPage.objects.filter(slug__in=list(slugs.values()))
    return found.order_by()


_ADDRESSES = prepared(_some_addresses, {f"slug_{n}": str for n in range(LED_TO)}, steady=True)


def standing_at(slugs: Sequence[str]) -> dict[str, Stands]:
    """Those stories, by address, that may be shown now. At most `LED_TO` are asked about."""
    padded = [*slugs, *[""] * LED_TO][:LED_TO]
    found = ask(_ADDRESSES, **{f"slug_{n}": slug for n, slug in enumerate(padded)})
    return {story.slug: story for story in found}
