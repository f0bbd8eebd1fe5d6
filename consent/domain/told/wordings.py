"""Keeping our own words for later: a copy made again in five years says what it said on the day.

Call under the file's lock, in the transaction of the act; a row is added only when the words have changed.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.forms.models import model_to_dict

from consent.domain.record.digests import digest
from consent.models import Notice, Use, Wording
from people.models import Organisation

HOUSE = "house"
NOT_TERMS = frozenset({"id", "slug", "applies_to", "version", "current"})


@dataclass(frozen=True)
class House:
    """Who answers for the words, and where a person goes with them."""

    name: str
    address: str
    phone: str
    email: str
    site: str


@dataclass(frozen=True)
class UseWording:
    """One use as it was put to the person."""

    slug: str
    version: int
    subject: str
    label: str
    taking_back: str
    recall_class: str
    channel: str
    audience: str
    purpose: str


def key_of(use: Use) -> str:
    return f"use:{use.applies_to}:{use.slug}:{use.version}"


def keep(uses: Iterable[Use], *, at: datetime) -> None:
    """Make sure that the words as they are now can be found again by `as_of(at)`.

    Everything that a use says is kept once, at the first act about it; from then on only the officer's own acts
    (`officer_wrote`) may say otherwise, and the audit holds the catalogue to it.
    """
    chosen = list(uses)
    now: dict[str, dict[str, Any]] = {HOUSE: asdict(_house())}
    now |= {key_of(use): asdict(_use(use)) for use in chosen}
    first = {terms_key(use): terms_of(use) for use in chosen}
    known = latest([*now, *first], at=at)
    changed = {key: data for key, data in now.items() if known.get(key) != data}
    _write(changed | {key: data for key, data in first.items() if key not in known}, at=at)


def officer_wrote(use: Use, *, at: datetime) -> None:
    """The use says this from now on. Call in the transaction of the officer's act."""
    _write({terms_key(use): terms_of(use)}, at=at)


def notice_published(notice: Notice, *, at: datetime) -> None:
    """Whether it changed the meaning, and the digests of its words: for the audit."""
    rows = notice.renderings.order_by("language", "format")
    words = {f"{row.language} {row.format}": row.sha256 for row in rows}
    _write({notice_key(notice): {"substantive": notice.substantive, "words": words}}, at=at)


def terms_key(use: Use) -> str:
    return f"terms:{use.applies_to}:{use.slug}:{use.version}"


def terms_of(use: Use) -> dict[str, Any]:
    """Everything that a use says and does, but which it is and whether it is the current one."""
    return model_to_dict(use, exclude=NOT_TERMS)


def notice_key(notice: Notice) -> str:
    return f"notice:{notice.key}:{notice.version}"


def _write(words: dict[str, dict[str, Any]], *, at: datetime) -> None:
    Wording.objects.bulk_create(
        Wording(key=key, since=at, data=data, sha256=digest(data)) for key, data in words.items()
    )


def latest(keys: Iterable[str], *, at: datetime) -> dict[str, dict[str, Any]]:
    """For each key the words in force at the moment; a key nobody kept words for then is absent."""
    rows = Wording.objects.filter(key__in=list(keys), since__lte=at).order_by("since", "id")
    return {row.key: row.data for row in rows}


def house_as_of(at: datetime) -> House:
    """Who we were then; who we are now where nothing was kept."""
    found = latest([HOUSE], at=at).get(HOUSE)
    return House(**found) if found else _house()


def uses_as_of(uses: Iterable[Use], *, at: datetime) -> dict[int, UseWording]:
    """What the uses were called then, by id."""
    chosen = list(uses)
    found = latest([key_of(use) for use in chosen], at=at)
    return {use.pk: UseWording(**found[key_of(use)]) if key_of(use) in found else _use(use) for use in chosen}


def _house() -> House:
    row = Organisation.load()
    return House(
        name=row.name, address=row.address, phone=row.phone, email=row.sender_email, site=settings.SITE_URL
    )


def _use(use: Use) -> UseWording:
    return UseWording(
        slug=use.slug,
        version=use.version,
        subject=use.applies_to,
        label=use.label,
        taking_back=use.taking_back,
        recall_class=str(use.recall_class),
        channel=use.channel,
        audience=use.audience,
        purpose=use.dpv_purpose,
    )
