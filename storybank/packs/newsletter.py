"""The newsletter: a use of its own. Each story is one outing, and what was mailed stays with those who have it.

A yes for one time is spent on one issue. Its words are kept for that issue alone until its day is over, as a pack is.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string

from consent import policy
from consent.domain.out import outings
from consent.domain.record.locking import locked_file
from consent.enums import OutingKind
from people import clock
from people.models import User
from storybank.domain.reading import Reading, reading_of_edition
from storybank.finder.line import Asked
from storybank.finder.piles import end_of
from storybank.finder.searching import find
from storybank.models import NewsletterIssue, NewsletterPiece
from storybank.packs import sealed
from storybank.packs.handing_over import (
    CannotHandOver,
    Ready,
    hand_over,
    ready,
    refuse_the_last_time,
    still_stands,
)

USE = "newsletter"
MOST = 12
"""Stories in one issue; a letter with more is no letter."""


@dataclass(frozen=True)
class Chosen:
    """What goes into one issue. `uid` comes from the form: sent twice, it is one issue."""

    uid: UUID
    name: str
    on: date
    editions: tuple[int, ...]


@dataclass
class Made:
    issue: NewsletterIssue
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Text:
    """One piece ready to be pasted into a mail; `text` and `html` are empty when it may not go out any more.

    `last_time`: this issue took the last of the times they said yes to.
    """

    code: str
    title: str = ""
    text: str = ""
    html: str = ""
    last_time: bool = False


def on_offer(*, by: User) -> list[Ready]:
    """What may go into a newsletter now, whose words went out longest ago first."""
    offered = []
    for one in find(Asked(use=USE), by=by, at=clock.now()).now[: MOST * 3]:
        try:
            offered.append(ready(one.version.edition_id, use=USE, by=by))
        except CannotHandOver:
            continue
    return offered


def put_together(chosen: Chosen, *, by: User) -> Made:
    """Begin one outing for each story and keep the issue. What is not cleared at that moment is left out, by code."""
    with transaction.atomic():
        issue, _ = NewsletterIssue.objects.get_or_create(
            uid=chosen.uid,
            defaults={"name": chosen.name, "on": chosen.on, "made_by": by, "made_at": clock.now()},
        )
    made = Made(issue)
    for edition_id in dict.fromkeys(chosen.editions[:MOST]):
        try:
            _add(issue, edition_id, by=by)
        except CannotHandOver as refused:
            made.left_out.append(str(refused))
    return made


def texts_of(issue: NewsletterIssue) -> list[Text]:
    """Every piece as it may be mailed at this moment; what was stopped since has no words any more."""
    pieces = issue.pieces.select_related("outing", "file", "issue")
    return [_text(piece) for piece in pieces]


def _text(piece: NewsletterPiece) -> Text:
    """While every yes stands as it did: the words as the gate gives them, or those kept for this one issue."""
    code = piece.outing.code
    if not still_stands(edition_id=piece.edition_id, use=USE, agreed=piece.agreed):
        return Text(code)
    last_time = policy.clearance(piece.edition_id, USE, clock.now()) is None
    if last_time:
        kept = sealed.unseal(piece.file.uid, piece.words_sealed)
        found = json.loads(kept) if kept and clock.today() <= piece.issue.on else {}
        return Text(code, **found, last_time=True)
    reading = reading_of_edition(piece.edition_id, use=USE)
    return Text(code, **_words(reading)) if reading else Text(code)


def _add(issue: NewsletterIssue, edition_id: int, *, by: User) -> None:
    if NewsletterPiece.objects.filter(issue=issue, edition_id=edition_id).exists():
        return
    what = ready(edition_id, use=USE, by=by)
    words = _words(what.reading)
    sha256 = hashlib.sha256(words["text"].encode()).hexdigest()
    with transaction.atomic(), locked_file(what.file_id) as file:
        if NewsletterPiece.objects.filter(issue=issue, edition_id=edition_id).exists():
            return
        handed = hand_over(
            what,
            kind=OutingKind.NEWSLETTER,
            code=outings.new_code(),
            by=by,
            where=f"{issue.name}, {issue.on.day} {issue.on:%B %Y}",
            sha256=sha256,
            ends_at=end_of(issue.on),
        )
        if issue.on < clock.today():  # nothing is kept for a day that is over
            refuse_the_last_time(edition_id, use=USE)
        NewsletterPiece.objects.create(
            issue=issue,
            file_id=file.pk,
            edition_id=edition_id,
            outing_id=handed.outing_id,
            agreed=handed.agreed,
            sha256=sha256,
            words_sealed=sealed.seal(file.uid, json.dumps(words).encode()),
        )


def _words(reading: Reading) -> dict[str, str]:
    return {"title": reading.title, "text": _as_text(reading), "html": _as_html(reading)}


def _as_text(reading: Reading) -> str:
    """Plain text for the body of a mail."""
    parts = [reading.title, reading.byline, *(f"[{note.label}]" for note in reading.notes)]
    parts += [f"[{block.note}] {block.text}" if block.note else block.text for block in reading.body]
    return "\n\n".join(part for part in (*parts, reading.closing.text) if part)


def _as_html(reading: Reading) -> str:
    """Plain HTML for the body of a mail: no styles, no pictures, nothing from elsewhere."""
    return render_to_string("storybank/press/newsletter_piece.html", {"reading": reading}).strip()
