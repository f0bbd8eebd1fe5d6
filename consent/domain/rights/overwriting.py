"""Overwriting what lies sealed under a file. Its key is shredded too: this is the second lock, for the bytes."""

from django.db.models import Q, QuerySet

from consent.models import (
    Appearance,
    Concern,
    ConsentFile,
    Ending,
    Evidence,
    InformedRecord,
    Permission,
    RecallAction,
    RecallLetter,
    Unfinished,
    Waiver,
    YoungDecision,
)
from people import keyring
from people.models import Person

NOISE = b"erased"
"""In place of what was sealed: it opens with no key, and the audit takes it as what cannot be opened any more."""


def overwrite(file: ConsentFile) -> None:
    """All of it, whoever it came from. Call under the file's lock."""
    _their_part(Permission.objects.filter(file=file), Evidence.objects.filter(file=file))
    _told(InformedRecord.objects.filter(file=file))
    Unfinished.objects.filter(file=file).delete()
    appearances = Appearance.objects.filter(file=file)
    _noise(appearances, "reason_sealed")
    appearances.exclude(role="").update(role="")
    _noise(YoungDecision.objects.filter(appearance__file=file), "reason_sealed")
    _noise(Waiver.objects.filter(appearance__file=file), "paper_sealed")
    _noise(RecallAction.objects.filter(outing__file=file), "note_sealed")
    _noise(RecallLetter.objects.filter(action__outing__file=file), "contact_sealed")
    _noise(Ending.objects.filter(file=file), "reason_sealed")
    for concern in Concern.objects.filter(file=file):
        Concern.objects.filter(pk=concern.pk).update(sealed=b"", reasons_sealed=b"")
        keyring.shred(concern.uid)


def overwrite_theirs(file: ConsentFile, person: Person) -> None:
    """Only what came from this person, in a file whose words are somebody else's."""
    _their_part(
        Permission.objects.filter(file=file, appearance__person=person),
        Evidence.objects.filter(file=file, person=person),
    )
    _told(InformedRecord.objects.filter(file=file, person=person))
    Unfinished.objects.filter(file=file, person=person).delete()
    mine = Q(appearance__file=file, appearance__person=person)
    _noise(Appearance.objects.filter(file=file, person=person), "reason_sealed")
    _noise(YoungDecision.objects.filter(mine), "reason_sealed")
    _noise(Waiver.objects.filter(mine), "paper_sealed")
    about_them = Ending.objects.filter(file=file, permissions__appearance__person=person)
    _noise(Ending.objects.filter(pk__in=about_them.values("pk")), "reason_sealed")


def _their_part(choices: QuerySet[Permission], papers: QuerySet[Evidence]) -> None:
    _noise(choices, "shown_sealed")
    for name in ("said_sealed", "content_sealed", "verified_outside_sealed"):
        _noise(papers, name)


def _told(rows: QuerySet[InformedRecord]) -> None:
    _noise(rows, "with_sealed")
    rows.update(questions=[])


def _noise(rows: QuerySet, name: str) -> None:  # type: ignore[type-arg]  # any table with such a column
    rows.exclude(**{name: b""}).update(**{name: NOISE})
