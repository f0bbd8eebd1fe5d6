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
from storybank.domain import drafts, media, paper_packs, takes, who_else, writing_back
from storybank.domain.own_after import own_after
from storybank.lock.closure import blocks_of
from storybank.models import (
    LeftAsItIs,
    LegacyRow,
    PaperPack,
    PaperScan,
    PersonSaid,
    Quote,
    RestrictedNote,
    SafetyCheck,
    ShownPart,
    StoryEdition,
    StoryMedia,
    StoryPage,
    StoryPlan,
    Take,
    Typed,
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
        "What you have shared": [_story(page, person) for page in pages],
        "What others wrote and we showed you": [_shown(row) for row in _parts(person)],
        "Taken over from older records": [
            {"We told you": row.told_at, "Your answer": row.get_answer_display(), "Answered": row.answered_at}
            for row in LegacyRow.objects.filter(file_id__in=ids).order_by("id")
        ],
    }
    told["Sheets on paper"] = [_pack(row) for row in paper_packs.packs_of(person)]
    told |= own_after(person)
    if RestrictedNote.objects.filter(file_id__in=ids).exists():
        told["Notes about safety"] = SHUT
    return told


def _draft(draft: Any) -> dict[str, Any]:
    return {
        "Begun": draft.started_at,
        "Last saved": draft.saved_at,
        "Words": drafts.answers(draft),
        "Laid aside": drafts.aside(draft),
        "Voice notes and handwriting": _takes(draft.file_id),
    }


def _story(page: StoryPage, person: Person) -> dict[str, Any]:
    """Who wrote it together with its first author: the words, and nothing that is between that one and us."""
    pen = files.holds_the_pen(person, page.file_id)
    told = {
        "What staff call it": page.code,
        "Language": page.get_language_display(),
        "Kind": page.get_kind_display(),
        "Can be read on our website": page.live,
        "First day there": page.public_on,
        "Its address": f"/stories/{page.slug}/" if page.public_on else "",
        "Every version": _versions(page, pen=pen),
        "What we plan to ask you for": [one.replace("-", " ") for one in _planned(page)],
        "Pictures and recordings": [_media(row) for row in _held(page)],
        "Words of yours on other pages": _quoted(page),
        "Safety checks": [_check(row) for row in SafetyCheck.objects.filter(page=page).order_by("made_at")],
    }
    left = LeftAsItIs.objects.filter(file_id=page.file_id)
    only_the_first = {
        "Voice notes and handwriting": _takes(page.file_id),
        "What you and we wrote about the words": _written(page),
        "Who else is in it": _who_else(page),
        "Looked at, and left as it is": [_left(row) for row in left],
    }
    return told | (only_the_first if pen else {})


def _versions(page: StoryPage, *, pen: bool) -> list[dict[str, Any]]:
    """One a change: saved anew without a change is not told twice. Without the pen: what was agreed and asked about."""
    told: list[dict[str, Any]] = []
    revisions = page.revisions.order_by("created_at", "pk").select_related("user")
    if not pen:
        asked = StoryEdition.objects.filter(page=page).values_list("revision_id", flat=True)
        revisions = revisions.filter(pk__in=[*asked, page.accepted_revision_id])
    typed = set(Typed.objects.filter(page=page).values_list("revision_id", flat=True))
    for revision in revisions:
        words = revision.as_object()
        own = "You: we typed it for you" if revision.pk in typed else by_role(revision.user) or "You"
        entry = {
            "Saved": revision.created_at,
            "By": own if pen else "Whoever wrote it with you",
            "Title": words.title,
            "Words": [_text(value) for _, value in blocks_of(words.body)],
            "How it ends": words.closing,
        }
        if not told or any(entry[name] != told[-1][name] for name in ("Title", "Words", "How it ends")):
            told.append(entry)
    return told


def _text(value: Any) -> str:
    return str(value.get("text", "")) if isinstance(value, dict) else str(value)


def _written(page: StoryPage) -> list[dict[str, Any]]:
    return [
        {
            "When": line.at,
            "By": f"{line.who}, of our staff" if line.who else "You",
            "About": f"{talk.about.part}: {talk.about.struck} > {talk.about.added}"
            if talk.about.part
            else "All of it",
            "Words": line.text,
        }
        for talk in writing_back.talks([page])
        for line in talk.lines
    ]


def _who_else(page: StoryPage) -> dict[str, Any]:
    answer, rows = who_else.last_answer(page), PersonSaid.objects.filter(page=page).order_by("id")
    return {
        "You said": str(answer) if answer else "Nothing yet",
        "One by one": [
            {
                "You want": row.get_wish_display(),
                "We suggested": row.get_suggested_display(),
                "Because": who_else.why_of(row),
            }
            for row in rows.select_related("page__file")
        ],
    }


def _left(row: LeftAsItIs) -> dict[str, Any]:
    """Which words it was is kept nowhere: only a fingerprint."""
    return {"When": row.at, "By": by_role(row.by) or "You", "To be looked at again since": row.undone_at}


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
    pen = [pk for pk in ids if files.holds_the_pen(person, pk)]
    told = Take.objects.filter(file_id__in=pen).select_related("file").order_by("id")
    found += [(_name(row), takes.bytes_of(row) or None) for row in told]
    scans = [row for pack in paper_packs.packs_of(person) for row in pack.scans.all()]
    pages = [(_scan(row), paper_packs.scan_bytes(row)) for row in scans]
    return [(name, plain) for name, plain in found if plain is not None] + pages


def _pack(row: PaperPack) -> dict[str, Any]:
    return {
        "Number": row.said,
        "Printed": row.printed_at,
        "Where it is now": row.get_state_display(),
        "What was typed in": paper_packs.typed_from(row),
        "By": by_role(row.entered_by),
        "Checked": row.checked_at,
        "Pages that came back": [_scan(scan) for scan in row.scans.all()],
    }


def _scan(row: PaperScan) -> str:
    return f"sheets/{row.pack.code}-{row.no}.{ENDINGS.get(row.content_type, 'bin')}"


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


def _takes(file_id: int) -> list[dict[str, Any]]:
    return [
        {
            "What": row.get_kind_display(),
            "Begun": row.begun_at,
            "Now": row.problem or row.get_state_display(),
            "Typed": row.typed_at,
            "In this copy as": _name(row) if row.held else "",
        }
        for row in takes.takes_of(file_id)
    ]


def _name(row: StoryMedia | Take) -> str:
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
