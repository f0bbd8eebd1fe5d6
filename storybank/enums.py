"""The fixed lists of the stories room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a story does. Praise is first class."""

    PRAISE = "praise", "Praise"
    CONCERN = "concern", "Concern"
    IDEA = "idea", "Idea"
    JOURNEY = "journey", "Journey"


class Closing(TextChoices):
    NONE = "", "Neither"
    ASK = "ask", "What I ask"
    THANKS = "thanks", "Thanks"


class NoteLevel(TextChoices):
    MENTION = "mention", _("mentioned")
    DESCRIBED = "described", _("described")
    CENTRAL = "central", _("a main part")


class Spoken(TextChoices):
    """The languages in which somebody answers at a helpline."""

    ENGLISH = "en", _("English")
    BOTH = "en_cy", _("English and Welsh")
    WELSH = "cy", _("Welsh")
    MORE = "more", _("English, and more if you ask")

    @property
    def welsh(self) -> bool:
        return self in (Spoken.BOTH, Spoken.WELSH)


class Waiting(TextChoices):
    """What a story waits for, in the supporters' queue and on the author's desk."""

    TYPING = "typing", "Somebody types what was said"
    SUPPORTER = "supporter", "The supporter's check"
    AUTHOR_LOOKS = "author_looks", "The author looks at changes"
    SAFETY = "safety", "The safety check"
    CHOICES = "choices", "The author chooses"
    THINKING = "thinking", "Thinking time"
    SECOND_YES = "second_yes", "The author's second yes"
    MOMENT = "moment", "Its moment to go up"
    NOTHING = "nothing", "Nothing: it is up"
    SAID_NO = "said_no", "Nothing: the author said no or not now"
    RESTING = "resting", "Resting"
    STOPPED = "stopped", "Ended"
