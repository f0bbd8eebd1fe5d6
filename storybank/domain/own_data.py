"""What the story room holds about one author, for their own copy: their words in every version, and how checks ended.

Restricted notes stay shut: showing them could put somebody in danger (Data Protection Act 2018, schedule 3, part 2,
serious harm). That there are some is said, so that the person can have it looked at.
"""

from typing import Any

from consent.domain.care import files
from consent.enums import Subject
from people.domain.own_data import by_role
from people.models import Person
from storybank.domain import drafts
from storybank.lock.closure import blocks_of
from storybank.models import RestrictedNote, SafetyCheck, StoryPage
from storybank.models.check import QUESTIONS

SHUT = (
    "There are notes about safety that we may not show you, because showing them could harm somebody."
    " You may ask the Information Commissioner to look at whether that is right. It is free."
)
ANSWERS = {"ok": "All well", "care": "Needed care"}


def own_data(person: Person) -> dict[str, Any]:
    ids = list(files.files_by(person, kind=Subject.STORY).values_list("pk", flat=True))
    pages = StoryPage.objects.filter(file_id__in=ids).order_by("pk")
    told: dict[str, Any] = {
        "What only you have seen": [_draft(draft) for draft in drafts.drafts_of(person)],
        "What you have shared": [_story(page) for page in pages],
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
        "Questions": {
            QUESTIONS[key]: ANSWERS.get(said, said) for key, said in row.answers.items() if key in QUESTIONS
        },
    }
