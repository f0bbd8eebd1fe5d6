"""Restricted notes: safeguarding leads write and read them; every reading leaves a row that the DPO sees."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from consent.domain.care import files
from people import clock
from people.domain import looks
from people.in_sight import in_sight
from people.models import User
from people.roles import DPO, SAFEGUARDING, has_role
from storybank.models import RestrictedNote, RestrictedNoteReading, StoryPage

LONGEST = 20_000


class EmptyNote(ValueError):
    """There is nothing in it; the message is for staff."""


def write_note(page: StoryPage, *, by: User, text: str) -> RestrictedNote:
    """Add one note to the story's file. Notes are never changed or deleted here."""
    _only(by, SAFEGUARDING)
    return keep(page, by=by, text=text)


def keep(page: StoryPage, *, by: User, text: str) -> RestrictedNote:
    """For a check from outside too, which stands in the name of the lead who made its link."""
    words = in_sight(text.replace("\x00", "").strip())
    if not words:
        raise EmptyNote("Write something first. Nothing was kept.")
    if len(words) > LONGEST:
        raise EmptyNote("This is too long for one note. Keep a part of it for a second one.")
    return RestrictedNote.objects.create(
        file_id=page.file_id, text=words, written_by=by, written_at=clock.now()
    )


@transaction.atomic
def read_notes(page: StoryPage, *, reader: User) -> list[RestrictedNote]:
    """The notes of the story's file, newest first. That they were read is written down before they are shown,

    for the data-protection officer and for whoever tells the story: it stands in their list of looks."""
    _only(reader, SAFEGUARDING)
    RestrictedNoteReading.objects.create(file_id=page.file_id, reader=reader, at=clock.now())
    looks.read_notes(files.tellers_of(page.file_id), viewer=reader)
    return list(RestrictedNote.objects.filter(file_id=page.file_id).select_related("written_by"))


def readings(*, viewer: User) -> QuerySet[RestrictedNoteReading]:
    """Every reading, newest first, for the data-protection officer: who, when, which file; never what."""
    _only(viewer, DPO)
    return RestrictedNoteReading.objects.select_related("reader").order_by("-at", "-id")


def _only(user: User, role: str) -> None:
    if not has_role(user, role):
        raise PermissionDenied("Not in your role.")
