"""Writing down what the person told us on paper, by phone or face to face; it counts once somebody else has checked it.

Nobody answers for the person: the record says what they said and when, carries the paper or the voice where there is
one, and is compared with it by a second pair of eyes who neither wrote it down nor put the question.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from consent.domain.acts.choices import Choice, choices_of, open_together, ready_choices
from consent.domain.acts.choosing import Given
from consent.domain.acts.renewing import LEAD, to_renew
from consent.domain.acts.starting_again import their_no
from consent.domain.clearance.changing import acting
from consent.domain.record.digests import canonical, commitment, digest
from consent.domain.record.ledger import moment, write
from consent.domain.told import informing, notices
from consent.domain.told.informing import CopyLeft
from consent.domain.written import scans
from consent.domain.written.saying import Wider, refuse_wider, said_of
from consent.domain.written.scans import Scan
from consent.enums import EventKind, Method
from consent.models import ConsentEvent, ConsentFile, Edition, Evidence, Permission
from consent.models.evidence import Act as Act  # noqa: PLC0414  # other rooms may not open the models
from consent.models.evidence import Form, Outcome
from people import clock, keyring
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

METHODS = (Method.PAPER, Method.PHONE, Method.IN_PERSON)
OLDEST = timedelta(days=90)
"""What was said longer ago than this is asked again rather than written down late."""


class CannotRecord(ValueError):
    """It cannot be written down so; the message says why and what to do, for staff."""


@dataclass(frozen=True)
class How:
    """The circumstances: by which road, when, who was there, how it was explained, whether a copy was left."""

    method: Method
    happened_at: datetime
    scan: Scan | None = None
    witness: "User | None" = None
    read_aloud: bool = False
    others_present: str = ""
    understood: bool = False
    copy_left: CopyLeft = CopyLeft.YES


def record_first(
    file: ConsentFile, *, person: Person, answers: Iterable[Given], how: How, by: "User"
) -> Evidence:
    """Write down first answers: one for each open question, nothing left out. Nothing counts yet."""
    given = list(answers)
    with acting(file.pk) as mine:
        asked = open_together(person, file.pk)
        if not asked:
            raise CannotRecord("They have not been asked anything, or have answered already.")
        by_use = {choice.use.slug: choice for choice in asked}
        if set(by_use) != {item.use for item in given}:
            raise CannotRecord("The questions have changed. Look at them again with the person.")
        for item in given:
            _refuse_wider(by_use[item.use], item)
        said = [said_of(item) for item in given]
        made = _record(
            mine, person, Act.FIRST, said, how, by, edition_id=asked[0].edition_id, since=_asked_at(asked)
        )
        _explained(mine, person, how, by)
    return made


def record_second(
    file: ConsentFile, *, person: Person, uses: Iterable[str], how: How, by: "User"
) -> Evidence:
    """Write down a second yes to some of the uses whose thinking time was over when they said it."""
    chosen = sorted(set(uses))
    with acting(file.pk) as mine:
        everything = ready_choices(person, file.pk)
        newest = max((choice.permission.edition.n for choice in everything), default=0)
        ready = {choice.use.slug: choice for choice in everything if choice.permission.edition.n == newest}
        if not chosen or not set(chosen) <= set(ready):
            raise CannotRecord("Choose uses whose thinking time is over.")
        cooled = max((until for slug in chosen if (until := ready[slug].cool_until)), default=clock.now())
        said = [{"use": slug} for slug in chosen]
        edition_id = ready[chosen[0]].edition_id
        return _record(mine, person, Act.SECOND, said, how, by, edition_id=edition_id, since=cooled)


def record_renewal(
    file: ConsentFile, *, person: Person, goes_on: dict[UUID, bool], how: How, by: "User"
) -> Evidence:
    """Write down whether yeses that end soon go on (True) or are to end (False). What they did not speak of stays."""
    with acting(file.pk) as mine:
        rows = {row.uid: row for row in to_renew(person, file_id=file.pk)}
        if not goes_on or not set(goes_on) <= set(rows):
            raise CannotRecord("Choose among those that end soon.")
        about = [rows[uid] for uid in goes_on]
        said = [
            {"use": row.use.slug, "permission": row.uid.hex, "goes_on": goes_on[row.uid]} for row in about
        ]
        since = max(_may_be_renewed_since(row) for row in about)
        edition_id = about[0].edition_id
        made = _record(mine, person, Act.RENEW, said, how, by, edition_id=edition_id, since=since)
        _explained(mine, person, how, by)
    return made


def record_again(file: ConsentFile, *, person: Person, uses: Iterable[str], how: How, by: "User") -> Evidence:
    """Write down that we may ask them again about what they said no to or stopped. It is a yes to nothing."""
    chosen = sorted(set(uses))
    with acting(file.pk) as mine:
        no, about = their_no(person, file.pk), [one.edition_id for one in choices_of(person, file.pk)]
        said_no = [no.said_at(slug) for slug in chosen if no.until(slug, clock.now())]
        if not about or not chosen or len(said_no) < len(chosen):
            raise CannotRecord("Choose among those that they said no to, or stopped.")
        since = max(at for at in said_no if at)
        said = [{"use": slug} for slug in chosen]
        return _record(mine, person, Act.AGAIN, said, how, by, edition_id=max(about), since=since)


def recorded_for(person: Person) -> list[Evidence]:
    """Everything written down of what this person said, newest first."""
    rows = Evidence.objects.filter(person=person).select_related("file", "recorded_by", "verified_by")
    return list(rows.order_by("-id"))


def said_in(evidence: Evidence) -> list[dict[str, Any]]:
    """The answers as they were written down. Raises `KeyShredded` after erasure."""
    found: list[dict[str, Any]] = json.loads(keyring.unseal(evidence.file.uid, bytes(evidence.said_sealed)))
    return found


def content_of(evidence: Evidence) -> bytes:
    """The scan or the voice; empty when there is none."""
    if not evidence.content_sealed:
        return b""
    return scans.unseal(evidence.file.uid, bytes(evidence.content_sealed))


def _record(
    file: ConsentFile,
    person: Person,
    act: Act,
    said: list[dict[str, Any]],
    how: How,
    by: "User",
    *,
    edition_id: int,
    since: datetime,
) -> Evidence:
    _refuse_odd_times(how, since=since)
    if how.method not in METHODS:
        raise CannotRecord("Say how they told you: on paper, by phone or face to face.")
    if Evidence.objects.filter(file=file, person=person, act=act, outcome=Outcome.WAITING).exists():
        raise CannotRecord("This is written down already and waits for a second person.")
    asked_by = _who_asked(file, person)
    if how.witness is not None and how.witness.pk == asked_by:
        raise CannotRecord("Who asked them cannot be the one who was there as a witness.")
    made = Evidence.objects.create(
        file=file,
        person=person,
        edition=Edition.objects.get(pk=edition_id),
        act=act,
        method=how.method,
        form=how.scan.form if how.scan else Form.NONE,
        happened_at=how.happened_at,
        said_sealed=keyring.seal(file.uid, canonical(said).decode()),
        content_sealed=scans.seal(file.uid, how.scan) if how.scan else b"",
        content_type=how.scan.content_type if how.scan else "",
        sha256=how.scan.sha256 if how.scan else digest(said),
        asked_by_id=asked_by,
        recorded_by=by,
        recorded_at=clock.now(),
        witness=how.witness,
    )
    data = {
        "evidence": made.uid.hex,
        "person": person.uid.hex,
        "act": str(act),
        "form": str(made.form),
        "said": commitment(said),
        "content_sha256": made.sha256 if how.scan else "",
        "happened_at": moment(how.happened_at),
        "edition": made.edition.uid.hex,
        "content_type": made.content_type,
        "asked_by": asked_by,
        "witness": how.witness.pk if how.witness else None,
    }
    write(file, EventKind.EVIDENCED, method=how.method, recorded_by=by, data=data)
    return made


def _refuse_odd_times(how: How, *, since: datetime) -> None:
    if how.happened_at > clock.now():
        raise CannotRecord("This day is still to come. Write the day on which they told you.")
    if how.happened_at < since.replace(second=0, microsecond=0):  # people write hours and minutes
        raise CannotRecord(
            "They told you before they could: before the question, within their thinking time,"
            " more than two months before it ends, or before they said no."
        )
    if how.happened_at < clock.now() - OLDEST:
        raise CannotRecord("That is more than three months ago. Ask them again.")


def _explained(file: ConsentFile, person: Person, how: How, by: "User") -> None:
    """The words were put before the person when they answered, in their own language and form."""
    rendering = notices.rendering_for(person, file.kind)
    if rendering is None:
        raise CannotRecord("We have no text of what we tell people in the language and form they chose.")
    notices.serve(file, person=person, rendering=rendering, method=how.method, recorded_by=by)
    informing.record_check(
        file,
        person=person,
        rendering=rendering,
        questions=["stop", "copies"] if how.understood else [],
        understood=how.understood,
        reader=by if how.read_aloud else None,
        others_present=how.others_present,
        copy_left=how.copy_left,
        method=how.method,
        recorded_by=by,
    )


def _may_be_renewed_since(row: Permission) -> datetime:
    given = row.renewed_at or row.confirmed_at or row.asked_at
    return max(given, row.valid_until - LEAD) if row.valid_until else given


def _asked_at(asked: list[Choice]) -> datetime:
    return max(choice.permission.asked_at for choice in asked)


def _who_asked(file: ConsentFile, person: Person) -> int | None:
    asked = ConsentEvent.objects.filter(
        file=file, kind=EventKind.ASKED, permission__appearance__person=person, actor__isnull=False
    )
    last = asked.order_by("-seq").first()
    return last.actor_id if last else None


def _refuse_wider(choice: Choice, item: Given) -> None:
    try:
        refuse_wider(choice, item)
    except Wider as error:
        raise CannotRecord(str(error)) from error
