"""What each kind of request asks, and which yeses, preparation and care follow from the answers."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _

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
    "offered", _("What you offer"), _("What is offered"), _("For instance: travel, lunch, a fee.")
)

QUESTIONS: Final[dict[Kind, tuple[Question, ...]]] = {
    Kind.EVENT: (
        Question(
            "format",
            _("What will they do?"),
            _("What happens"),
            _("For instance: a ten-minute talk, then questions."),
            required=True,
        ),
        Question("chair", _("Who leads it?"), _("Who leads it")),
        Question(
            "filming",
            _("Will anyone film, record or take pictures?"),
            _("Filming, recording, pictures"),
            _("If nobody will, write: no."),
        ),
        OFFERED,
    ),
    Kind.MEDIA: (
        Question(
            "journalist", _("Journalist and programme or page"), _("Who you would talk to"), required=True
        ),
        Question("angle", _("What is the piece about?"), _("What the piece is about"), required=True),
        Question("deadline", _("Your deadline"), _("Their deadline")),
        Question("who_else", _("Who else takes part?"), _("Who else takes part")),
        Question(
            "copy_check",
            _("Can the speaker check their words before they go out?"),
            _("Checking the words first"),
        ),
        Question("comments", _("Are readers’ comments on or off?"), _("Readers’ comments")),
        OFFERED,
    ),
    Kind.MINISTERIAL: (
        Question("department", _("Department or office"), _("Department or office"), required=True),
        Question("minister", _("Who leads the meeting?"), _("Who leads the meeting")),
        Question("attendees", _("Who else is in the room?"), _("Who else is in the room"), required=True),
        Question(ARRANGES, _("Who arranges it?"), _("Who arranges it")),
        Question(
            "chatham_house",
            _("Is it private, so that nobody is quoted by name?"),
            _("Private, nobody quoted by name"),
        ),
        Question("follow_up", _("What follows, and by when?"), _("What follows")),
        OFFERED,
    ),
}

FORMS: Final[dict[Kind, tuple[Form, ...]]] = {
    Kind.EVENT: (
        Form("talk", _("A talk or panel"), "event-talk"),
        Form("training", _("Training for staff or volunteers"), "training"),
        Form("council", _("A service user council"), "council", Intensity.LOW),
        Form("research", _("A talk with researchers"), "research", Intensity.LOW),
    ),
    Kind.MEDIA: (
        Form("print", _("Newspaper, magazine or online news"), "print-media"),
        Form("recorded", _("Radio, TV or podcast, recorded"), "media-recorded", voice=True),
        Form("live", _("Radio or TV, live"), "media-live", Intensity.HIGH, live=True, voice=True),
    ),
    Kind.MINISTERIAL: (
        Form("meeting", _("A meeting or visit"), "ministers", Intensity.MEDIUM),
        Form("committee", _("A committee in Parliament"), "committee", Intensity.HIGH, live=True, voice=True),
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
