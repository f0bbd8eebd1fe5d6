"""What each kind of request asks, and which yeses, preparation and care follow from the answers."""

from dataclasses import dataclass
from typing import Final

from speakers.enums import Intensity, Kind


@dataclass(frozen=True, slots=True)
class Question:
    """One answer kept in `details`. `label` asks the organiser, `said` stands before the answer for everybody else."""

    key: str
    label: str
    said: str
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


ARRANGES: Final = "contact"
OFFERED: Final = Question(
    "offered", "What you offer", "What is offered", "For instance: travel, lunch, a fee."
)

QUESTIONS: Final[dict[Kind, tuple[Question, ...]]] = {
    Kind.EVENT: (
        Question(
            "format",
            "What will they do?",
            "What happens",
            "For instance: a ten-minute talk, then questions.",
            required=True,
        ),
        Question("chair", "Who leads it?", "Who leads it"),
        Question(
            "filming",
            "Will anyone film, record or take pictures?",
            "Filming, recording, pictures",
            "If nobody will, write: no.",
        ),
        OFFERED,
    ),
    Kind.MEDIA: (
        Question("journalist", "Journalist and programme or page", "Who you would talk to", required=True),
        Question("angle", "What is the piece about?", "What the piece is about", required=True),
        Question("deadline", "Your deadline", "Their deadline"),
        Question("who_else", "Who else takes part?", "Who else takes part"),
        Question(
            "copy_check", "Can the speaker check their words before they go out?", "Checking the words first"
        ),
        Question("comments", "Are readers’ comments on or off?", "Readers’ comments"),
        OFFERED,
    ),
    Kind.MINISTERIAL: (
        Question("department", "Department or office", "Department or office", required=True),
        Question("minister", "Who leads the meeting?", "Who leads the meeting"),
        Question("attendees", "Who else is in the room?", "Who else is in the room", required=True),
        Question(ARRANGES, "Who arranges it?", "Who arranges it"),
        Question(
            "chatham_house",
            "Is it private, so that nobody is quoted by name?",
            "Private, nobody quoted by name",
        ),
        Question("follow_up", "What follows, and by when?", "What follows"),
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


def told(kind: Kind | str, details: dict[str, str], *, leaving_out: str = "") -> list[tuple[str, str]]:
    """The kind's own answers that were given, in the order they were asked, each after the words that stand for it."""
    return [
        (ask.said, details[ask.key])
        for ask in QUESTIONS[Kind(kind)]
        if details.get(ask.key) and ask.key != leaving_out
    ]
