"""What each kind of request asks, and which yeses, preparation and care follow from the answers."""

from dataclasses import dataclass
from typing import Final

from speakers.enums import Intensity, Kind


@dataclass(frozen=True, slots=True)
class Question:
    """One answer kept in `details`; `required` only where nobody could answer a speaker without it."""

    key: str
    label: str
    hint: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a kind: the yes it needs and what it takes. `live` means that questions come unseen."""

    key: str
    label: str
    use: str
    intensity: Intensity = Intensity.MEDIUM
    live: bool = False
    voice: bool = False


OFFERED: Final = Question("offered", "What you offer", "For instance: travel, lunch, a fee.")

QUESTIONS: Final[dict[Kind, tuple[Question, ...]]] = {
    Kind.EVENT: (
        Question(
            "format", "What will they do", "For instance: a ten-minute talk, then questions.", required=True
        ),
        Question("chair", "Who leads it"),
        Question("filming", "Will anyone film, record or take pictures", "If nobody will, write: no."),
        OFFERED,
    ),
    Kind.MEDIA: (
        Question("journalist", "Journalist and programme or page", required=True),
        Question("angle", "What the piece is about", required=True),
        Question("deadline", "Your deadline"),
        Question("who_else", "Who else takes part"),
        Question("copy_check", "Can the speaker check their words before they go out"),
        Question("comments", "Are readers' comments on or off"),
        OFFERED,
    ),
    Kind.MINISTERIAL: (
        Question("department", "Department or office", required=True),
        Question("minister", "Who leads the meeting"),
        Question("attendees", "Who else is in the room", required=True),
        Question("contact", "Who arranges it"),
        Question("chatham_house", "May people be quoted by name afterwards"),
        Question("follow_up", "What follows, and by when"),
        OFFERED,
    ),
}

FORMS: Final[dict[Kind, tuple[Form, ...]]] = {
    Kind.EVENT: (
        Form("talk", "A talk or panel", "event-talk"),
        Form("training", "Training for staff or volunteers", "training"),
        Form("council", "A service user council", "council", Intensity.LOW),
        Form("research", "A talk with researchers", "research", Intensity.LOW),
    ),
    Kind.MEDIA: (
        Form("print", "Newspaper, magazine or online news", "print-media"),
        Form("recorded", "Radio, TV or podcast, recorded", "media-recorded", voice=True),
        Form("live", "Radio or TV, live", "media-live", Intensity.HIGH, live=True, voice=True),
    ),
    Kind.MINISTERIAL: (
        Form("meeting", "A meeting or visit", "ministers", Intensity.MEDIUM),
        Form("committee", "A committee in Parliament", "committee", Intensity.HIGH, live=True, voice=True),
    ),
}


def form_of(kind: Kind | str, key: str) -> Form:
    """Raises LookupError for a form this kind does not have."""
    for form in FORMS[Kind(kind)]:
        if form.key == key:
            return form
    raise LookupError(key)


def told(kind: Kind | str, details: dict[str, str]) -> list[tuple[str, str]]:
    """The kind's own answers that were given, as label and answer, in the order they were asked."""
    return [(ask.label, details[ask.key]) for ask in QUESTIONS[Kind(kind)] if details.get(ask.key)]
