"""The fixed lists of the speakers room. Values that matching also knows are spelt as matching spells them."""

from django.db.models import TextChoices


class Status(TextChoices):
    """Where a speaker stands with us. Only `active` is asked."""

    PROSPECT = "prospect", "Getting to know us"
    TRAINING = "training", "In training"
    ACTIVE = "active", "Active"
    RESTING = "resting", "Resting"
    PAUSED = "paused", "Paused by support"
    LEFT = "left", "Has left"


class Listing(TextChoices):
    """How much of the agreed page stands in the public list. Never shown without a yes, whatever stands here."""

    NONE = "none", "Not in the list"
    LISTED = "listed", "Name, region and topics"
    FULL = "full", "The whole page"


class Whose(TextChoices):
    SELF = "self", "Their own"
    FAMILY = "family", "Someone in their family"
    BOTH = "both", "Both"


class Recency(TextChoices):
    NOW = "now", "Now"
    UNDER_2_YEARS = "under_2_years", "Under 2 years ago"
    TWO_TO_FIVE_YEARS = "2_to_5_years", "2 to 5 years ago"
    OVER_5_YEARS = "over_5_years", "Over 5 years ago"


class Stance(TextChoices):
    """What a speaker says about a topic. `will_not` is absolute."""

    LEAD = "lead", "Likes to lead on it"
    WILL = "will", "Will speak about it"
    ASK_FIRST = "ask_first", "Ask me first"
    WILL_NOT = "will_not", "Will not speak about it"


class Spoken(TextChoices):
    """Languages a talk can be held in; the label is what matching and people read."""

    ENGLISH = "en", "English"
    WELSH = "cy", "Welsh"
    BSL = "bsl", "British Sign Language"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    TURKISH = "tr", "Turkish"
    URDU = "ur", "Urdu"
    YORUBA = "yo", "Yoruba"


class LanguageLevel(TextChoices):
    HEAR = "hear", "Follows it"
    CONVERSE = "converse", "Talks with people"
    PRESENT = "present", "Gives a talk"


class Kind(TextChoices):
    """What is asked for. Each kind has its own questions; see `speakers.asking`."""

    EVENT = "event", "Event"
    MEDIA = "media", "Newspaper, radio or TV"
    MINISTERIAL = "ministerial", "Meeting with ministers or officials"


class Intensity(TextChoices):
    """How much it takes out of a person; a hard one is followed by a longer rest."""

    LOW = "low", "Light"
    MEDIUM = "medium", "Ordinary"
    HIGH = "high", "Hard"


class Source(TextChoices):
    WEB = "web", "Our web form"
    STAFF = "staff", "Recorded by us"


class Support(TextChoices):
    """Who goes with the speaker. Their choice; until they choose, somebody from the team."""

    TEAM = "team", "Someone from the team"
    OWN = "own", "Somebody they choose"
    NOBODY = "nobody", "Nobody, thank you"


class RequestState(TextChoices):
    """From the first word to the last. What may follow what stands in `domain.request_states`."""

    DRAFT = "draft", "Address not confirmed"
    RECEIVED = "received", "New"
    TRIAGED = "triaged", "Read"
    NEEDS_INFO = "needs_info", "Waiting for the organiser"
    OPEN = "open", "Open"
    SHORTLISTING = "shortlisting", "Choosing whom to ask"
    INVITING = "inviting", "Asking speakers"
    FILLED = "filled", "Speaker found"
    PART_FILLED = "part_filled", "Some speakers found"
    UNFILLED = "unfilled", "Nobody found"
    DONE = "done", "It has happened"
    CLOSED = "closed", "Closed"
    DECLINED = "declined", "Turned down by us"
    CANCELLED = "cancelled", "Cancelled"


class BookingState(TextChoices):
    """One speaker for one request. What may follow what stands in `domain.booking.table`."""

    PROPOSED = "proposed", "Proposed"
    HELD = "held", "Time kept free"
    INVITED = "invited", "Asked"
    MAYBE = "maybe", "Wants to talk first"
    ACCEPTED = "accepted", "Said yes"
    DECLINED = "declined", "Said no, thank you"
    EXPIRED = "expired", "No answer in time"
    CHECKING = "checking", "Said yes, being prepared"
    CONFIRMED = "confirmed", "Confirmed"
    BRIEFED = "briefed", "Briefed"
    IN_PROGRESS = "in_progress", "Under way"
    DELIVERED = "delivered", "It has happened"
    DEBRIEFED = "debriefed", "Talked over"
    CLOSED = "closed", "Closed"
    SUSPENDED = "suspended", "Stopped until checked"
    WITHDRAWN = "withdrawn", "Speaker not available"
    CANCELLED_BY_US = "cancelled_by_us", "Cancelled by us"
    CANCELLED_BY_ORGANISER = "cancelled_by_organiser", "Cancelled by the organiser"
    NOT_HELD = "not_held", "Did not take place"
    MISSED = "missed", "Speaker was not there"


LIVE = frozenset(
    {
        BookingState.PROPOSED,
        BookingState.HELD,
        BookingState.INVITED,
        BookingState.MAYBE,
        BookingState.ACCEPTED,
        BookingState.CHECKING,
        BookingState.CONFIRMED,
        BookingState.BRIEFED,
        BookingState.IN_PROGRESS,
        BookingState.SUSPENDED,
    }
)
"""Not over yet: the speaker may still step back with one tap."""

TAKES_THE_TIME = (
    BookingState.HELD,
    BookingState.ACCEPTED,
    BookingState.CHECKING,
    BookingState.CONFIRMED,
    BookingState.BRIEFED,
    BookingState.IN_PROGRESS,
    BookingState.SUSPENDED,
)
"""Two of these never overlap for one speaker, from door to door: the database refuses it."""

SAID_YES = frozenset(
    {*TAKES_THE_TIME, BookingState.DELIVERED, BookingState.DEBRIEFED, BookingState.CLOSED}
) - {BookingState.HELD}
"""The speaker agreed, and it is ahead or has happened."""
