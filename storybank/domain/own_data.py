"""What the story room holds about one author, for their own copy: their words in every version, and how checks ended.

Restricted notes stay shut: showing them could put somebody in danger (Data Protection Act 2018, schedule 3, part 2,
serious harm). That there are some is said, so that the person can have it looked at.
"""

from typing import Any

from consent.domain.care import files
from consent.enums import Subject
from people import keyring
from people.domain.own_data import by_role
from people.models import Person
from storybank.domain import drafts, media
from storybank.lock.closure import blocks_of
from storybank.models import (
    LegacyRow,
    Quote,
    RestrictedNote,
    SafetyCheck,
    ShownPart,
    StoryMedia,
    StoryPage,
    StoryPlan,
)
from storybank.models.check import QUESTIONS

SHUT = (
    "There are notes about safety that we may not show you, because showing them could harm somebody."
    " You may ask the Information Commissioner to look at whether that is right. It is free."
)
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
    "audio/webm": "webm",
}
ANSWERS = {"ok": "All well", "care": "Needed care"}


def own_data(person: Person) -> dict[str, Any]:
    ids = list(files.files_by(person, kind=Subject.STORY).values_list("pk", flat=True))
    pages = StoryPage.objects.filter(file_id__in=ids).order_by("pk")
    told: dict[str, Any] = {
        "What only you have seen": [_draft(draft) for draft in drafts.drafts_of(person)],
        "What you have shared": [_story(page) for page in pages],
        "What others wrote and we showed you": [_shown(row) for row in _parts(person)],
        "Taken over from older records": [
            {"We told you": row.told_at, "Your answer": row.get_answer_display(), "Answered": row.answered_at}
            for row in LegacyRow.objects.filter(file_id__in=ids).order_by("id")
        ],
    }
    if RestrictedNote.objects.filter(file_id__in=ids).exists():
        told["Notes about safety"] = SHUT
    return told


def _draft(draft: Any) -> dict[str, Any]:
    return {
        "Begun": draft.started_at,
        "Last saved": draft.saved_at,
        "Words": drafts.answers(draft),
        "Laid aside": drafts.aside(draft),
    }


def _story(page: StoryPage) -> dict[str, Any]:
    return {
        "What staff call it": page.code,
        "Language": page.get_language_display(),
        "Kind": page.get_kind_display(),
        "Can be read on our website": page.live,
        "First day there": page.public_on,
        "Its address": f"/stories/{page.slug}/" if page.public_on else "",
        "Every version": _versions(page),
        "What we plan to ask you for": [one.replace("-", " ") for one in _planned(page)],
        "Pictures and recordings": [_media(row) for row in _held(page)],
        "Words of yours on other pages": _quoted(page),
        "Safety checks": [_check(row) for row in SafetyCheck.objects.filter(page=page).order_by("made_at")],
    }


def _versions(page: StoryPage) -> list[dict[str, Any]]:
    """One a change: saved anew without a change is not told twice."""
    told: list[dict[str, Any]] = []
    for revision in page.revisions.order_by("created_at", "pk").select_related("user"):
        words = revision.as_object()
        entry = {
            "Saved": revision.created_at,
            "By": by_role(revision.user) or "You",
            "Title": words.title,
            "Words": [_text(value) for _, value in blocks_of(words.body)],
            "How it ends": words.closing,
        }
        if not told or any(entry[name] != told[-1][name] for name in ("Title", "Words", "How it ends")):
            told.append(entry)
    return told


def _text(value: Any) -> str:
    return str(value.get("text", "")) if isinstance(value, dict) else str(value)


def _check(row: SafetyCheck) -> dict[str, Any]:
    """The outcome, question by question. The note beside it is for staff and may name others, so it stays out."""
    return {
        "When": row.made_at,
        "By": by_role(row.made_by) or "Somebody outside whom we trust",
        "Outcome": "Safe to ask you" if row.safe else "Not yet",
        "A law keeps somebody in it from being known": row.anonymity,
        "Questions": {
            QUESTIONS[key]: ANSWERS.get(said, said) for key, said in row.answers.items() if key in QUESTIONS
        },
    }


def media_of(person: Person) -> list[tuple[str, bytes]]:
    """Their pictures and recordings as files: the name that the copy says, and the bytes."""
    ids = list(files.files_by(person, kind=Subject.STORY).values_list("pk", flat=True))
    rows = StoryMedia.objects.filter(file_id__in=ids).select_related("file").order_by("id")
    found = [(_name(row), media.bytes_of(row, sha256=row.sha256)) for row in rows]
    return [(name, plain) for name, plain in found if plain is not None]


def _held(page: StoryPage) -> list[StoryMedia]:
    return list(StoryMedia.objects.filter(file_id=page.file_id).order_by("id"))


def _media(row: StoryMedia) -> dict[str, Any]:
    return {
        "What": row.get_kind_display(),
        "Added": row.added_at,
        "By": by_role(row.added_by) or "You",
        "In this copy as": _name(row),
        "Fingerprint": row.sha256,
    }


def _name(row: StoryMedia) -> str:
    return f"media/{row.uid.hex[:8]}.{ENDINGS.get(row.type, 'bin')}"


def _planned(page: StoryPage) -> list[str]:
    plan = StoryPlan.objects.filter(page=page).first()
    return plan.slugs if plan else []


def _quoted(page: StoryPage) -> list[dict[str, Any]]:
    rows = Quote.objects.filter(edition__file_id=page.file_id).select_related("edition__file").order_by("id")
    return [{"When": row.made_at, "Words": _opened(row)} for row in rows]


def _opened(row: Quote) -> str:
    try:
        return keyring.unseal(row.edition.file.uid, bytes(row.words_sealed))
    except keyring.KeyShredded:
        return ""


def _parts(person: Person) -> list[ShownPart]:
    """Only those that the author has let them read."""
    rows = ShownPart.objects.filter(appearance__person=person, author_said="yes")
    return list(rows.select_related("chosen_by").order_by("id"))


def _shown(row: ShownPart) -> dict[str, Any]:
    return {
        "Chosen": row.chosen_at,
        "By": by_role(row.chosen_by),
        "How much": "All of it" if row.whole else f"{len(row.blocks)} passages",
        "Pictures and voices": "With what is seen and heard" if row.seen_and_heard else "Only the words",
        "Since when you may read it": row.author_said_at,
    }
