"""The shapes of the demo's records, and the small notation its stories are written in."""

from dataclasses import dataclass, field
from typing import Final, Literal

from home.demo.drawn import DemoPicture, DemoSound

Level = Literal["mention", "described", "central"]
Identity = Literal["N0", "N1", "N2", "N3", "N4", "N5"]
State = Literal[
    "live",
    "live_and_minister",
    "refused_funders",
    "cooling_day_3",
    "paused",
    "expired_yesterday",
    "expiring_14_days",
    "withdrawn",
    "superseded",
    "draft_private",
    "shared_with_suggestions",
    "waiting_safety_check",
    "waiting_choices",
    "legacy_unknown",
]
LIVE_STATES: Final[frozenset[State]] = frozenset(
    ("live", "live_and_minister", "refused_funders", "expiring_14_days", "superseded")
)


@dataclass(frozen=True, slots=True)
class ContentNotePassage:
    """A passage that carries its own content note, so that a reader may skip it."""

    code: str
    text: str


Block = tuple[Literal["paragraph", "heading", "quote"], str] | tuple[Literal["note"], ContentNotePassage]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherUse:
    """What the author answered for a use beside the website, and how they are named there.

    `ask_first`: they want to be asked again at a certain turn in their life.
    """

    use: str
    answer: Literal["yes", "no", "unanswered"]
    identity: Identity = "N2"
    name: str = ""
    place: str = ""
    when: str = ""
    ask_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStory:
    """One story; `published_days_ago` is the first public day, None where it was never public."""

    key: str
    title: str
    kind: Literal["praise", "concern", "idea", "journey"]
    themes: tuple[str, ...]
    region: str
    language: Literal["en", "cy"] = "en"
    form: Literal["original", "translation", "easy_read"] = "original"
    translation_of: str = ""
    body: tuple[Block, ...]
    closing: tuple[Literal["ask", "thanks"], str]
    content_notes: tuple[tuple[str, Level], ...] = ()
    identity: Identity
    name: str = ""
    place: str = ""
    when: str = ""
    state: State
    author: str
    co_authors: tuple[str, ...] = ()
    published_days_ago: int | None = None
    also: tuple[OtherUse, ...] = ()
    suggested: tuple[Block, ...] = ()
    earlier: tuple[Block, ...] = ()
    shown: tuple[DemoPicture | DemoSound, ...] = ()
    by_voice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """An author or speaker as the vault would know them; every detail is invented."""

    key: str
    called: str
    language: Literal["en", "cy"] = "en"
    channel: Literal["email", "sms", "letter", "phone"]
    legal_name: str
    email: str = ""
    phone: str = ""
    address: str = ""
    supporter: str = "supporter"
    sender_name: str = ""
    contact_notes: str = ""
    paper_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStaff:
    """A member of staff; `roles` are the names of the groups in `people.roles`."""

    key: str
    email: str
    first_name: str
    last_name: str
    roles: tuple[str, ...]
    team: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tinted:
    """A theme: its sentence, and the two light tints its pictures are drawn in."""

    slug: str
    name: str
    name_cy: str
    description: str
    tint_a: str
    tint_b: str


@dataclass(frozen=True, slots=True)
class Named:
    """A slug and the words a reader sees for it."""

    slug: str
    name: str
    name_cy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHelpline:
    """A helpline as data: what it is for, who says so, where, when, and whether a prison phone reaches it."""

    name: str
    phone: str
    about: str
    about_cy: str = ""
    opening: str
    nation: str = "uk"
    languages: str = "en"
    free: bool
    from_prison: bool = False
    example: bool = True
    always: bool = False
    themes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    source: str
    checked_days_ago: int
    checked_by: str


@dataclass(frozen=True, slots=True)
class Lived:
    """Something a speaker has lived through, as they told it; never how bad it was, never the offence."""

    tag: str
    whose: Literal["self", "family", "both"]
    recency: Literal["now", "under_2_years", "2_to_5_years", "over_5_years"]


@dataclass(frozen=True, slots=True)
class SpokenUse:
    """A yes a speaker gave for one kind of speaking; `days_left` counts from the demo's today."""

    use: str
    identity: Identity
    days_left: int
    face: bool = False
    voice: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSpeaker:
    """A speaker with every fact that matching weighs; `key` is their `DemoPerson`, days count from today."""

    key: str
    display_name: str
    bio: str
    status: Literal["prospect", "training", "active", "resting", "paused", "left"] = "active"
    active_since_days_ago: int | None = None
    resting_days_left: int | None = None
    public_profile: Literal["none", "listed", "full"] = "listed"
    region: str
    home_area: str
    latitude: float
    longitude: float
    travel_limit_km: int
    remote: bool
    overnight: bool = False
    languages: tuple[str, ...] = ("en",)
    topics: dict[str, Literal["lead", "will", "ask_first", "will_not"]]
    experience: tuple[Lived, ...]
    goals: tuple[str, ...] = ()
    trainings: dict[str, int]
    uses: tuple[SpokenUse, ...]
    blackouts: tuple[tuple[int, int], ...] = ()
    asked_days_ago: tuple[int, ...] = ()
    booked_days_ago: tuple[tuple[int, str], ...] = ()
    max_asks_30d: int | None = 3
    min_gap_days: int = 14
    notice_days: dict[str, int] = field(default_factory=dict)
    access: tuple[str, ...] = ()
    blocked_organisers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRequest:
    """Somebody asks for a speaker; `days_from_today`, `hour`, `minute` (London) and `minutes` say when."""

    key: str
    kind: Literal["event", "media", "ministerial"]
    title: str
    organiser: str
    organisation: str
    organiser_key: str
    email: str
    days_from_today: int
    hour: int
    minute: int = 0
    minutes: int
    decide_by_days: int
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    remote: bool = False
    overnight_offered: bool = False
    topics: tuple[str, ...]
    must_have: tuple[str, ...] = ()
    nice_to_have: tuple[str, ...] = ()
    uses: tuple[str, ...]
    training: tuple[str, ...]
    identity: Identity
    face: bool = False
    voice: bool = True
    languages: tuple[str, ...] = ("en",)
    access_offered: tuple[str, ...] = ()
    open_questions_live: bool = False
    intensity: Literal["low", "medium", "high"] = "medium"
    seats: int = 1
    audience: str
    purpose: str
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed because somebody spoke, and the story that asked for it."""

    days_ago: int
    sentence: str
    story: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence of a story, word for word, to be set large while that story is public."""

    story: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """Read a story: blank lines part the blocks; `# ` a heading, `> ` a quote, `[code] ` a noted passage."""
    return tuple(_block(" ".join(part.split())) for part in text.strip().split("\n\n"))


def _block(words: str) -> Block:
    if words.startswith("# "):
        return ("heading", words[2:])
    if words.startswith("> "):
        return ("quote", words[2:])
    if words.startswith("["):
        code, _, passage = words[1:].partition("] ")
        return ("note", ContentNotePassage(code, passage))
    return ("paragraph", words)


def sections(text: str) -> tuple[Section, ...]:
    """Read a page of headings: `# ` starts a section, blank lines part its paragraphs."""
    made: list[Section] = []
    for kind, words in blocks(text):
        if kind == "heading":
            made.append(Section(str(words), ()))
        else:
            made[-1] = Section(made[-1].heading, (*made[-1].paragraphs, str(words)))
    return tuple(made)
