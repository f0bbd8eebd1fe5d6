"""Making a pack: one for somebody, or many blank ones for a table. What was printed is kept sealed, word for word."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from consent.domain.told import notices
from consent.domain.told.notices import Format
from consent.enums import Subject
from people import clock, keyring
from people.enums import Language
from people.models import Organisation, Person, User
from storybank.domain.paper_packs import printed_on
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState, VoidWhy
from storybank.paper_twin import codes, printing
from storybank.paper_twin.asking import CannotPrint as CannotPrint  # noqa: PLC0414  # the verb here raises it
from storybank.paper_twin.asking import Questions, questions_for
from storybank.paper_twin.sheet_words import Words
from storybank.paper_twin.sheets import sheets_of

MOST_BLANK = 30
WAITING = (PackState.PRINTED, PackState.GIVEN)


@dataclass(frozen=True)
class Printed:
    """The rows and their one PDF."""

    packs: list[PaperPack]
    pdf: bytes


@transaction.atomic
def make_pack(
    person: Person,
    *,
    page: StoryPage | None = None,
    by: User | None = None,
    no_outside_name: bool = False,
    code16: str = "",
) -> Printed:
    """What this person can be asked now, on paper. An earlier pack for the same thing that has not come back is void.

    Raises `CannotPrint`.
    """
    if person.erased_at is not None:
        raise CannotPrint("Nothing of this person is kept any more.")
    asked = questions_for(person, page)
    words = Words(person.language)
    sheets = sheets_of(asked, person=person, words=words, notice=_notice(person, asked))
    row = PaperPack(
        code=_free(),
        person=person,
        file=asked.page.file if asked.page else None,
        page=asked.page,
        edition_id=asked.edition_id,
        revision=asked.revision,
        words_sha256=asked.sha256,
        language=person.language,
        asks=asked.asks,
        no_outside_name=no_outside_name,
        printed_by=by,
        printed_at=clock.now(),
    )
    data = _outside(row) | sheets | {"card": code16, "inside": _inside(sheets, code16, words)}
    pdf = _printed([row], [data])
    _replace_older(row)
    _keep(row, data | {"card": ""})
    return Printed([row], pdf)


@transaction.atomic
def make_blank_packs(
    number: int, *, language: str = Language.ENGLISH, by: User | None = None, no_outside_name: bool = False
) -> Printed:
    """So many packs that belong to nobody yet, in one PDF, with the notice in plain words. Raises `CannotPrint`."""
    if not 1 <= number <= MOST_BLANK:
        raise CannotPrint(f"Print between 1 and {MOST_BLANK} at once.")
    words, notice = Words(language), notices.rendering(notices.STORY_CHOICES, language=language, format=_EASY)
    sheets = sheets_of(Questions(), person=None, words=words, notice=notice.text)
    batch, now = codes.new(), clock.now()
    rows = [
        PaperPack(
            code=_free(),
            batch=batch,
            language=language,
            asks=Questions().asks,
            no_outside_name=no_outside_name,
            printed_by=by,
            printed_at=now,
        )
        for _ in range(number)
    ]
    every = [_outside(row) | sheets | {"card": "", "inside": _inside(sheets, "", words)} for row in rows]
    pdf = _printed(rows, every)
    for row, data in zip(rows, every, strict=True):
        _keep(row, data)
    return Printed(rows, pdf)


def printed_again(pack: PaperPack) -> bytes:
    """The very sheets again, to the byte but for a card, whose number is kept nowhere. Raises `KeyShredded`."""
    data = printed_on(pack)
    return printing.pdf_of([data], language=pack.language, made_at=pack.printed_at, file_id=pack.file_id)


_EASY = Format.EASY_READ


def _notice(person: Person, asked: Questions) -> str:
    """In the language and the form they chose; aloud is read out from the plain text. Raises `CannotPrint`."""
    found = notices.rendering_for(person, Subject.STORY)
    if found is None:
        raise CannotPrint("We have no text of what we tell people in the language and form they chose.")
    needed = asked.page is None or bool(asked.choices)
    return found.text if needed else ""


def _outside(row: PaperPack) -> dict[str, Any]:
    house = Organisation.load()
    hidden = row.no_outside_name
    return {
        "code": row.code,
        "organisation": "" if hidden else house.name,
        "address": "" if hidden else house.address,
    }


def _inside(sheets: dict[str, Any], code16: str, words: Words) -> list[str]:
    """The list on the cover: only what is there."""
    changed = sheets["changes"]["meaning"] or sheets["changes"]["spelling"]
    there = {
        "told": sheets["notice"],
        "story": sheets["story"] or sheets["blank"],
        "changes": changed,
        "people": sheets["people"],
        "choices": sheets["choices"],
        "understood": sheets["understood"],
        "second": sheets["second"],
        "renew": sheets["renew"],
        "stop": True,
        "card": code16,
    }
    return [words[name] for name, found in there.items() if found]


def _printed(rows: Sequence[PaperPack], every: Sequence[dict[str, Any]]) -> bytes:
    first = rows[0]
    pdf = printing.pdf_of(every, language=first.language, made_at=first.printed_at, file_id=first.file_id)
    pages = printing.pages_of(pdf) // len(rows)
    for row in rows:
        row.pages = pages
    return pdf


def _keep(row: PaperPack, data: dict[str, Any]) -> None:
    row.printed_sealed = keyring.seal(row.owner, json.dumps(data))
    row.save()


def _replace_older(row: PaperPack) -> None:
    """Two packs that ask the same would be two answers."""
    older = PaperPack.objects.filter(person=row.person, file=row.file, state__in=WAITING)
    older.update(state=PackState.VOID, void_why=VoidWhy.REPLACED)


def _free() -> str:
    while True:
        code = codes.new()
        if not PaperPack.objects.filter(code=code).exists():
            return code
