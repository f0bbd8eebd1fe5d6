"""The author writes back, to one change or to the whole, and the supporter answers; both see the same lines.

It decides nothing: a change waits for "take it" or "put mine back" whatever is written about it. The lines lie sealed
under the file's key and go with it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock, keyring
from people.domain import outbox
from people.in_sight import in_sight
from people.models import Person, User
from storybank.domain.drafts import tidy
from storybank.domain.suggestions import Change
from storybank.models import StoryPage, WriteBack

LONGEST = 2000
MOST = 200
"""Lines about one story; far more than a talk needs."""


class CannotWrite(ValueError):
    """It cannot be kept so; the message is for whoever wrote it, and what they typed stays on the screen."""


@dataclass(frozen=True)
class About:
    """The change as it was shown. Of the whole, all three are empty."""

    part: str = ""
    struck: str = ""
    added: str = ""


THE_WHOLE = About()


@dataclass(frozen=True)
class Line:
    """`who` is the first name of the member of staff; empty for the author's own."""

    uid: UUID
    text: str
    who: str
    at: datetime

    @property
    def authors(self) -> bool:
        return not self.who


@dataclass(frozen=True)
class Talk:
    """Everything written about one change, or about the whole; oldest first."""

    about: About
    lines: tuple[Line, ...]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def waits(self) -> bool:
        """For an answer of the supporter's."""
        return self.last.authors


def about_change(change: Change) -> About:
    return About(str(change.part.label), change.struck, change.added)


def write(page: StoryPage, person: Person, *, text: str, about: About = THE_WHOLE) -> WriteBack:
    """The author's own line. A second tap writes nothing twice. Raises `CannotWrite`."""
    line, made = _keep(page, text=text, about=about, by=None)
    if made and person.supporter is not None:
        outbox.put(event="storybank/wrote_back", user=person.supporter, context={"code": page.code})
    return line


def answer(page: StoryPage, *, by: User, text: str, to: UUID) -> WriteBack:
    """The supporter's line, in the same talk as the line `to`. Raises `CannotWrite`."""
    first = WriteBack.objects.select_related("page__file").filter(page=page, uid=to).first()
    if first is None:
        raise CannotWrite("That is not there any more. Look once more.")
    opened = _opened(first)
    line, made = _keep(page, text=text, about=About(*opened["about"]) if opened else THE_WHOLE, by=by)
    author = files.author_of(page.file_id)
    if made and author is not None:
        outbox.put(event="storybank/answered_you", person=author, key=f"answered-{line.uid}")
    return line


def talks(pages: Iterable[StoryPage]) -> list[Talk]:
    """What was written about these forms of one story: the whole first, then change by change."""
    found: dict[About, list[Line]] = {}
    rows = WriteBack.objects.filter(page__in=list(pages)).select_related("written_by", "page__file")
    for row in rows:
        opened = _opened(row)
        if opened:
            who = (row.written_by.first_name or "Us") if row.written_by else ""
            line = Line(row.uid, opened["text"], who, row.written_at)
            found.setdefault(About(*opened["about"]), []).append(line)
    made = [Talk(about, tuple(lines)) for about, lines in found.items()]
    return sorted(made, key=lambda talk: (talk.about != THE_WHOLE, talk.lines[0].at))


@transaction.atomic
def _keep(page: StoryPage, *, text: str, about: About, by: User | None) -> tuple[WriteBack, bool]:
    words = in_sight(tidy(text).strip())
    if not words:
        raise CannotWrite("Write something first.")
    if len(words) > LONGEST:
        raise CannotWrite("This is too long. Write the most important part first.")
    with locked_file(page.file_id) as file:
        rows = WriteBack.objects.filter(page=page).select_related("page__file")
        last = rows.order_by("-id").first()
        content = {"text": words, "about": [about.part, about.struck, about.added]}
        if last is not None and last.written_by_id == (by.pk if by else None) and _opened(last) == content:
            return last, False
        if rows.count() >= MOST:
            raise CannotWrite("There are very many lines here. Ring us, and we talk about it.")
        made = WriteBack.objects.create(
            page=page,
            sealed=keyring.seal(file.uid, json.dumps(content)),
            written_by=by,
            written_at=clock.now(),
        )
    return made, True


def _opened(row: WriteBack) -> dict[str, Any]:
    """Empty after the file's key is gone."""
    try:
        found: dict[str, Any] = json.loads(keyring.unseal(row.page.file.uid, bytes(row.sealed)))
    except keyring.KeyShredded:
        return {}
    return found
