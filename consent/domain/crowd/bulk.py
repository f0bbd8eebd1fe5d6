"""Whole consent histories at once, for a demo or a measurement.

The rows are made with the very functions that the verbs and the audit use (`fingerprint`, `apply`, the digests
and commitments), only written many at a time. So `audit_consent` finds nothing to say about them.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from consent.domain.clearance.clearing import REVIEWED_KINDS
from consent.domain.crowd.bulk_chain import Chain
from consent.domain.crowd.bulk_shapes import History, Written
from consent.domain.crowd.bulk_telling import REVIEW, Given, Row, tell
from consent.domain.told import notices
from consent.enums import Basis, EditionKind, Relation, ReviewOutcome
from consent.models import Appearance, Clearance, ConsentEvent, ConsentFile, Edition, Permission, Review, Use
from people import keyring
from people.models import Organisation


def already_here(uids: Sequence[UUID]) -> set[UUID]:
    """Those of the given files that exist."""
    return set(ConsentFile.objects.filter(uid__in=uids).values_list("uid", flat=True))


@transaction.atomic
def write_histories(histories: Sequence[History], *, notice: str = notices.STORY_CHOICES) -> list[Written]:
    """Write them all, a few hundred in a call, so that memory stays flat. `notice`: what they were told first."""
    given = Given(
        notice=notices.rendering(notice, language="en"),
        uses={(use.applies_to, use.slug): use for use in Use.objects.filter(current=True)},
        organisation_days=Organisation.load().thinking_days,
    )
    rows = _opened(histories)
    for row in rows:
        tell(row, given)
    Permission.objects.bulk_create(permission for row in rows for permission in row.permissions)
    ConsentEvent.objects.bulk_create(event for row in rows for event in row.chain.events)
    Review.objects.bulk_create(_review(row) for row in rows if row.history.kind in REVIEWED_KINDS)
    Clearance.objects.bulk_create(clearance for row in rows for clearance in row.clearances)
    ConsentFile.objects.bulk_update([row.chain.file for row in rows], ["head_seq", "head_hash"])
    return [Written(row.chain.file.pk, row.edition.pk) for row in rows]


def _opened(histories: Sequence[History]) -> list[Row]:
    """Files, who is in them and their frozen versions: the rows that the chain refers to by number."""
    keys = keyring.make_keys(one.uid for one in histories)
    files = ConsentFile.objects.bulk_create(
        ConsentFile(
            uid=one.uid,
            kind=one.kind,
            title_sealed=keys[one.uid].encrypt(one.title.encode()),
            opened_at=one.started,
        )
        for one in histories
    )
    pairs = list(zip(histories, files, strict=True))
    appearances = Appearance.objects.bulk_create(
        Appearance(file=file, person=one.person, relation=Relation.AUTHOR, basis=Basis.OWN)
        for one, file in pairs
    )
    editions = Edition.objects.bulk_create(
        Edition(
            file=file,
            n=1,
            language=one.language,
            kind=EditionKind.ORIGINAL,
            closure_sha256=one.closure.sha256,
            manifest=one.closure.manifest(),
            frozen_at=one.frozen,
        )
        for one, file in pairs
    )
    return [
        Row(one, keys[one.uid], Chain(file), appearance, edition, [], [])
        for (one, file), appearance, edition in zip(pairs, appearances, editions, strict=True)
    ]


def _review(row: Row) -> Review:
    one = row.history
    return Review(
        edition=row.edition,
        outcome=ReviewOutcome.SAFE,
        valid_until=one.frozen + REVIEW,
        made_at=one.frozen,
        made_by=one.by,
    )
