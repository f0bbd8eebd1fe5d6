"""The fixed lists of the consent room."""

from django.db.models import IntegerChoices, TextChoices


class Subject(TextChoices):
    """What a file is about, and so which uses can be asked for it."""

    STORY = "story", "A story"
    PROFILE = "profile", "A speaker's page"
    SPEAKING = "speaking", "Speaking"


class RecallClass(TextChoices):
    """What stopping can still reach."""

    R0 = "R0", "Ours: gone at once"
    R1 = "R1", "A partner has promised to take it down"
    R2 = "R2", "We can only ask"
    R3 = "R3", "Cannot be taken back"
    R4 = "R4", "Nobody knows all the copies"


class IdentityLevel(IntegerChoices):
    """How much of who they are a use may show. A higher number shows more."""

    N0 = 0, "counted only"
    N1 = 1, "retold, no words of mine"
    N2 = 2, "my words, nothing that points to me"
    N3 = 3, "a name I choose"
    N4 = 4, "my first name"
    N5 = 5, "my full name"

    @property
    def shows_name(self) -> bool:
        return self >= IdentityLevel.N3


class PlaceDetail(IntegerChoices):
    """How fine a place a use may show. A higher number shows more."""

    NONE = 0, "no place"
    UK = 1, "the United Kingdom"
    NATION = 2, "the nation"
    REGION = 3, "the region"
    TOWN = 4, "the town"
    EXACT = 5, "the exact place"


class TimeDetail(IntegerChoices):
    """How fine a time a use may show. A higher number shows more."""

    NONE = 0, "no time"
    DECADE = 1, "the decade"
    YEAR = 2, "the year"
    SEASON = 3, "the season"
    MONTH = 4, "the month"
    DAY = 5, "the day"


class Trigger(TextChoices):
    """Turns in a life. Named in `check_first`, one pauses the yes; named as `until_event`, it ends the yes."""

    RELEASE = "release", "Coming out"
    HEARING = "hearing", "A hearing"
    TURNING_18 = "turning_18", "Turning 18"
    BEREAVEMENT = "bereavement", "Somebody close dies"
    NEW_JOB = "new_job", "A new job"


class EditionKind(TextChoices):
    ORIGINAL = "original", "Original"
    EDITED = "edited", "Edited"
    EXCERPT = "excerpt", "Excerpt"
    TRANSLATION = "translation", "Translation"
    EASY_READ = "easy_read", "Easy read"
    AUDIO = "audio", "Audio"


class Relation(TextChoices):
    AUTHOR = "author", "Author"
    CO_AUTHOR = "co_author", "Co-author"
    IN_IT = "in_it", "Someone in the story"
    GUARDIAN = "guardian", "Says yes beside a young person"


WHO_TELLS = frozenset({Relation.AUTHOR, Relation.CO_AUTHOR})


class Basis(TextChoices):
    """Why an appearance may stand. Only the first two need a yes of their own."""

    UNDECIDED = "undecided", "Not decided yet"
    OWN = "own", "Their own yes"
    GUARDIAN = "guardian", "A guardian's yes"
    REMOVED = "removed", "Taken out"
    COMPOSITE = "composite", "Several people in one"
    PUBLIC_ROLE = "public_role", "Known by a public role"
    DECEASED = "deceased", "Has died"
    STATUTORY = "statutory", "The law keeps them out"


NEEDS_YES = frozenset({Basis.OWN, Basis.GUARDIAN})
OPEN_BASES = frozenset({Basis.UNDECIDED, Basis.STATUTORY})
"""While anybody stands so, nothing of the file can be asked or shown."""


class Law(TextChoices):
    """Laws that keep somebody out of what is published. What they say stands in `consent.domain.care.statutory`."""

    COMPLAINANT = "complainant", "Somebody who says a sexual offence was done to them"
    YOUTH_COURT = "youth_court", "A child or young person in a youth court case"
    COURT_ORDER = "court_order", "A court has forbidden naming a child, a victim or a witness"
    FAMILY_COURT = "family_court", "A child in a family court case"


class Answer(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    LATER = "later", "Not now"


class EndedWhy(TextChoices):
    WITHDRAWN = "withdrawn", "Stopped by the person"
    SUPERSEDED = "superseded", "Replaced by a newer version"
    INVALIDATED = "invalidated", "Did not count"
    REVOKED = "revoked", "No longer relied on by us"
    EXPIRED = "expired", "What it was agreed until has happened"


class State(TextChoices):
    """Where a permission stands. Computed by `domain.states.state_of`, never stored."""

    REQUESTED = "requested", "Asked"
    DEFERRED = "deferred", "Not now"
    REFUSED = "refused", "No"
    COOLING = "cooling", "Thinking time"
    ACTIVE = "active", "Yes"
    PAUSED = "paused", "Resting"
    SUPERSEDED = "superseded", "Replaced"
    EXPIRED = "expired", "Over"
    WITHDRAWN = "withdrawn", "Stopped"
    REVOKED = "revoked", "Ended by us"
    INVALIDATED = "invalidated", "Did not count"
    UNKNOWN = "unknown", "Not known"


class EventKind(TextChoices):
    OPENED = "opened", "File opened"
    APPEARS = "appears", "Someone is in it"
    DECIDED = "decided", "Decided about someone in it"
    FROZEN = "frozen", "Version frozen"
    NOTICE_SERVED = "notice_served", "Notice shown"
    INFORMED = "informed", "Asked back whether it was explained well"
    EVIDENCED = "evidenced", "Written down what the person said"
    VERIFIED = "verified", "Checked by a second person"
    ASKED = "asked", "Asked"
    IMPORTED = "imported", "Taken over from older records"
    ANSWERED = "answered", "Answered"
    CONFIRMED = "confirmed", "Second yes"
    PAUSED = "paused", "Paused by the person"
    RESUMED = "resumed", "Resumed by the person"
    NARROWED = "narrowed", "Narrowed by the person"
    RENEWED = "renewed", "Renewed by the person"
    TRIGGERED = "triggered", "Something they want to be asked about first"
    TOLD = "told", "What it was agreed until has happened"
    USED = "used", "Used once"
    STOPPED = "stopped", "Stopped"
    SUPERSEDED = "superseded", "Replaced by a newer version"
    INVALIDATED = "invalidated", "Found not to count"
    REVOKED = "revoked", "No longer relied on"
    REVIEWED = "reviewed", "Safety check recorded"
    HELD = "held", "Hold opened"
    RELEASED = "released", "Hold released"
    ERASED = "erased", "Erased at the person's asking"
    OUT = "out", "Went out"
    CALLED_BACK = "called_back", "Taking back began"
    RECALLED = "recalled", "Taking back"
    CONCERN = "concern", "Somebody says they are in it"
    BARRED = "barred", "These versions never again"
    UNBARRED = "unbarred", "The law's bar was lifted"
    WAIVED = "waived", "Their own paper was written down"
    CARED = "cared", "Decided about somebody young"
    THROWN_AWAY = "thrown_away", "Deleted by the person before anybody read it"
    MAY_ASK = "may_ask", "Says that we may ask again"


PERSONS_OWN = frozenset(
    {EventKind.ANSWERED, EventKind.CONFIRMED, EventKind.RESUMED, EventKind.RENEWED, EventKind.NARROWED}
)
"""Acts that are the person's alone. Somebody may write them down for them; nobody makes them in their place.

Stopping and letting it rest are not here: from whomever they come, they count.
"""


class Method(TextChoices):
    """By which road an act reached us."""

    SCREEN = "screen", "On their own screen"
    PAPER_CODE = "paper_code", "With the paper code"
    PAPER = "paper", "On paper"
    PHONE = "phone", "By phone"
    IN_PERSON = "in_person", "In person"
    TRUSTED = "trusted", "By somebody they trust"
    STAFF = "staff", "By staff"
    SYSTEM = "system", "By the house"
    IMPORT = "import", "From older records"
    JOURNAL = "journal", "Said again after a backup was restored"


NOT_THEIRS = frozenset({Method.STAFF, Method.SYSTEM, Method.IMPORT})
"""Roads by which no act of the person reaches us."""


class ReviewOutcome(TextChoices):
    SAFE = "safe", "Safe to ask"
    NOT_NOW = "not_now", "Not now"


class HoldReason(TextChoices):
    SAFETY = "safety", "Somebody may be at risk"
    THIRD_PARTY = "third_party", "Somebody says they are in it"
    COURT = "court", "A court or the law"
    RESTORED = "restored", "A backup was restored, and this had been narrowed since"
    AGE = "age", "A backup was restored: ask how old somebody in it is, and write the birth date down again"
    OTHER = "other", "Another reason"


class OutingKind(TextChoices):
    """In what form an edition went out. Only a surface is ours to switch off; everything else is a handover."""

    SURFACE = "surface", "Our own pages"
    PACK = "pack", "A pack"
    DOWNLOAD = "download", "A download"
    PRINT = "print", "In print"
    QUOTE = "quote", "A quote elsewhere"
    SPOKEN = "spoken", "Said aloud"
    PRIVATE_READING = "private_reading", "A private reading"
    NEWSLETTER = "newsletter", "Our newsletter"


class CaseKind(TextChoices):
    """Why something is being taken back."""

    STOP = "stop", "The person said stop"
    RESTING = "resting", "Somebody in it said stop; it rests until we have looked"
    OVER = "over", "The time agreed is over"
    LESS = "less", "The person made it less"
    ENDED_BY_US = "ended_by_us", "We ended it ourselves"


class RecallState(TextChoices):
    """How far taking one outing back has come."""

    TODO = "todo", "To do"
    ASKED = "asked", "Asked"
    ACKNOWLEDGED = "acknowledged", "They say they will"
    DONE = "done", "Done"
    REFUSED = "refused", "They said no"
    IMPOSSIBLE = "impossible", "Cannot be taken back"
