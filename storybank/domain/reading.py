"""What a reader gets: one renderer for page, list, feed, search, card, packs and handouts. Agreed bytes or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.urls import reverse

from consent import policy
from consent.domain.record.shown import Shown
from consent.domain.record.slots import slots_of
from consent.enums import IdentityLevel
from people import clock
from storybank.domain.reading_shapes import Reading, Shows
from storybank.domain.reading_words import Address, compose
from storybank.domain.showing import OF_THE_PAGE, Stands
from storybank.domain.whole_pages import whole_pages
from storybank.lock.closure import closure_of
from storybank.models import StoryEdition, StoryPage


def readings(
    pages: Iterable[StoryPage], *, use: str = policy.WEBSITE, at: datetime | None = None
) -> list[Reading]:
    """The pages as readers may meet them now, in the order given; whatever is not cleared, or differs by a byte
    from what was cleared, is left out. One query for all clearances."""
    rows = list(pages)
    cleared = policy.clearances([page.edition_id for page in rows], use, at or clock.now())
    made = (_reading(page, cleared.get(page.edition_id)) for page in rows)
    return [item for item in made if item is not None]


def reading(page: StoryPage, *, use: str = policy.WEBSITE, at: datetime | None = None) -> Reading | None:
    """One page, or None when the gate says no."""
    return next(iter(readings([page], use=use, at=at)), None)


def readings_standing(stories: Iterable[Stands]) -> dict[int, Reading]:
    """What the gate let through a moment ago in this request, by page, made from exactly what it said then.

    A page that has changed since, or whose words differ by a byte from what was cleared, is left out.
    """
    said = {story.page_id: story for story in stories}
    found: dict[int, Reading] = {}
    for page in whole_pages(list(said)):
        values = said[page.pk].values()
        if all(getattr(page, name) == values[name] for name in OF_THE_PAGE):
            made = _reading(page, shown_of(values))
            found |= {page.pk: made} if made else {}
    return found


def names_nobody(story: Stands) -> bool:
    """What `Reading.names_nobody` says, without making one."""
    cleared = shown_of(story.values())
    return not _shows(cleared, Shown(**cleared.slots)).shown.name


def shown_of(values: Mapping[str, Any]) -> SimpleNamespace:
    """The clearance under which a story stands, column by column."""
    return SimpleNamespace(**{name: values[f"cleared_{name}"] for name in policy.SHOWN_BY})


def _reading(page: StoryPage, cleared: Any) -> Reading | None:
    if (
        cleared is None
        or cleared.identity < policy.WORDS
        or not page.live
        or closure_of(page).sha256 != cleared.closure_sha256
    ):
        return None
    made = compose(
        page,
        shows=_shows(cleared, Shown(**cleared.slots)),
        since=cleared.valid_from,
        media=_at(page),
    )
    return replace(made, whose_share=page.whose_share if page.tells_whose else None)


def _at(page: StoryPage) -> Address:
    return lambda uid: reverse("storybank:media", args=[page.slug, uid])


def _shows(cleared: Any, shown: Shown) -> Shows:
    """No finer than the clearance, whatever stands in the values."""
    return Shows(
        shown=Shown(
            name=shown.name if IdentityLevel(cleared.identity).shows_name else "",
            place=shown.place if cleared.place else "",
            when=shown.when if cleared.time else "",
        ),
        place=cleared.place,
        time=cleared.time,
        face=cleared.face,
        voice=cleared.voice,
    )


def reading_of_edition(edition_id: int | None, *, use: str, at: datetime | None = None) -> Reading | None:
    """The frozen words of one version as they may be shown for one use now, whatever is live or was written since.

    None when the gate says no, when the frozen bytes are not those that were agreed to, or when the values to be
    shown are gone. Only the website's reading carries the public address and day: elsewhere they would join two
    names. Its pictures and recordings are got with `media.bytes_in`.
    """
    cleared = policy.clearance(edition_id, use, at or clock.now())
    if cleared is None or cleared.identity < policy.WORDS:
        return None
    frozen = StoryEdition.objects.filter(edition=cleared.edition_id).select_related("revision").first()
    if frozen is None:
        return None
    words, slots = frozen.words(), slots_of(cleared)
    if slots is None or closure_of(words).sha256 != cleared.closure_sha256:
        return None
    on_our_site = use == policy.WEBSITE
    made = compose(
        words,
        shows=_shows(cleared, slots),
        since=cleared.valid_from,
        media=_at(words) if on_our_site else None,
    )
    made = replace(made, edition_id=cleared.edition_id)
    return made if on_our_site else replace(made, url="", published="", published_day=None, published_iso="")
