"""What people are told before they answer, and the record that they were told."""

import hashlib
from typing import TYPE_CHECKING

from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.enums import EventKind, Method, Subject
from consent.models import ConsentFile, Notice, NoticeRendering
from consent.models.notice import Format as Format  # noqa: PLC0414  # other rooms may not open the models

if TYPE_CHECKING:
    from people.models import Person, User

STORY_CHOICES = "story-choices"
SPEAKING_CHOICES = "speaking-choices"
KEYS = {
    Subject.STORY: STORY_CHOICES,
    Subject.PROFILE: SPEAKING_CHOICES,
    Subject.SPEAKING: SPEAKING_CHOICES,
}


class NotTheirWords(ValueError):
    """The words are not in the language or the form the person chose; the message says what to do."""


def rendering(key: str, *, language: str, format: Format = Format.PLAIN) -> NoticeRendering:  # noqa: A002  # the field's own name
    """The current text in the language: in this form, else in plain words; in English where there is neither."""
    found = NoticeRendering.objects.filter(notice__key=key, notice__current=True).select_related("notice")
    mine = found.filter(language=language)
    return (
        mine.filter(format=format).first()
        or mine.filter(format=Format.PLAIN).first()
        or found.get(language="en", format=format)
    )


def rendering_for(person: "Person", kind: Subject | str) -> NoticeRendering | None:
    """The current text in the language and the form this person chose; None when we have none."""
    return (
        NoticeRendering.objects.filter(
            notice__key=KEYS[Subject(kind)],
            notice__current=True,
            language=person.language,
            format=person.notice_format,
        )
        .select_related("notice")
        .first()
    )


def key_of(file: ConsentFile) -> str:
    """Which notice the file's questions stand on."""
    return KEYS[Subject(file.kind)]


def check_that_we_can_tell(person: "Person", kind: Subject | str) -> None:
    """Raises `NotTheirWords` when we could not tell this person what we ask in the way they chose."""
    if rendering_for(person, kind) is None:
        raise NotTheirWords(
            f"{person.called} chose {person.get_language_display()}, {person.get_notice_format_display().lower()}."
            " We have no such text of what we tell people. Have it written first, or ask them which form would do."
        )


def serve(
    file: ConsentFile,
    *,
    person: "Person",
    rendering: NoticeRendering,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> None:
    """Record that these exact words were put before the person. While they are what they read last, once is enough.

    Another form than the one they chose is put before a person only by themselves, and from then on it is theirs.
    Raises `NotTheirWords`.
    """
    same = rendering.format == person.notice_format
    if rendering.language != person.language or (recorded_by is not None and not same):
        raise NotTheirWords("These words are not in the language or the form they chose.")
    with locked_file(file.pk) as mine:
        if not same:
            person.notice_format = rendering.format
            person.save(update_fields=["notice_format"])
        if not _served_so(mine, person=person, rendering=rendering):
            write(
                mine,
                EventKind.NOTICE_SERVED,
                method=method,
                recorded_by=recorded_by,
                data={
                    "person": person.uid.hex,
                    "notice": rendering.notice.key,
                    "version": rendering.notice.version,
                    "language": rendering.language,
                    "format": rendering.format,
                    "sha256": rendering.sha256,
                },
            )


def _served_so(file: ConsentFile, *, person: "Person", rendering: NoticeRendering) -> bool:
    """Whether it is what they read last. Large print has the letters of the plain text: so the form is looked at
    beside the digest; and words that were given up and came back are a version of their own."""
    served = file.events.filter(kind=EventKind.NOTICE_SERVED, data__person=person.uid.hex)
    last = served.order_by("-seq").first()
    if last is None:
        return False
    said = (last.data["sha256"], last.data.get("format"), last.data["version"])
    return said == (rendering.sha256, rendering.format, rendering.notice.version)


def told_now(file: ConsentFile, *, person: "Person") -> str:
    """The sha256 of the words this person was told last, if their meaning still stands; else empty.

    What was told before a change of meaning tells nothing of what is asked today.
    """
    served = file.events.filter(kind=EventKind.NOTICE_SERVED, data__person=person.uid.hex)
    last = served.order_by("-seq").first()
    if last is None or last.data["version"] < needed_version(last.data["notice"]):
        return ""
    return str(last.data["sha256"])


def rendering_served(file: ConsentFile, *, person: "Person") -> NoticeRendering | None:
    """The very text that was put before the person last."""
    served = file.events.filter(kind=EventKind.NOTICE_SERVED, data__person=person.uid.hex)
    last = served.order_by("-seq").first()
    if last is None:
        return None
    return (
        NoticeRendering.objects.filter(
            sha256=last.data["sha256"], language=last.data["language"], format=last.data["format"]
        )
        .select_related("notice")
        .first()
    )


def needed_version(key: str) -> int:
    """The oldest version whose meaning is today's: the last one that changed it."""
    changed = Notice.objects.filter(key=key, substantive=True).order_by("-version").first()
    return changed.version if changed else 0


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
