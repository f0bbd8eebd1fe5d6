"""The fixed lists of the people room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class UserKind(TextChoices):
    """Staff work in the admin; members (authors and speakers) never enter it."""

    STAFF = "staff", "Staff"
    MEMBER = "member", "Author or speaker"


class Language(TextChoices):
    ENGLISH = "en", "English"
    WELSH = "cy", "Cymraeg"


class Nation(TextChoices):
    """The four of which each has helplines, bank holidays and courts of its own."""

    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")


class Nations(TextChoices):
    """Where a charity works, or a helpline answers."""

    UK = "uk", _("the whole United Kingdom")
    GREAT_BRITAIN = "great_britain", _("England, Scotland and Wales")
    ENGLAND_AND_WALES = "england_wales", _("England and Wales")
    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")

    @property
    def each(self) -> frozenset[str]:
        """The nations one by one; what is unknown is taken for all four."""
        return WHICH.get(self.value, ALL_FOUR)


ALL_FOUR = frozenset(Nation.values)
WHICH = {
    "great_britain": ALL_FOUR - {Nation.NORTHERN_IRELAND.value},
    "england_wales": frozenset({Nation.ENGLAND.value, Nation.WALES.value}),
    **{nation.value: frozenset({nation.value}) for nation in Nation},
}


class Channel(TextChoices):
    """How a person has said we may reach them."""

    EMAIL = "email", "E-mail"
    SMS = "sms", "Text message"
    LETTER = "letter", "Letter"
    PHONE = "phone", "Phone call"


class NoticeFormat(TextChoices):
    """In which form a person wants to be told what they are asked."""

    PLAIN = "plain", "Plain words"
    EASY_READ = "easy_read", "Easy read"
    LARGE = "large", "Large print"
    AUDIO = "audio", "Read aloud"


class MessageState(TextChoices):
    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    TO_DO = "to_do", "For a person to do"
    DONE = "done", "Done by a person"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"


class LinkPurpose(TextChoices):
    """What a one-use link lets an outsider do. One link, one item, one act."""

    SAFETY_CHECK = "safety_check", "Do one safety check"
    CHECK_ANSWER = "check_answer", "Check what was written down of one answer"
    CHECK_SHEETS = "check_sheets", "Compare what was typed in with the sheets that came back"


class Audience(TextChoices):
    """Who reads a message. Authors and speakers get the everyday words only."""

    AUTHOR = "author", "Author"
    SPEAKER = "speaker", "Speaker"
    STAFF = "staff", "Staff"
    ORGANISER = "organiser", "Someone outside"


class RulesRoute(TextChoices):
    """How somebody told us the way they may be reached."""

    SCREEN = "screen", "On their own screen"
    PHONE = "phone", "By phone"
    LETTER = "letter", "By letter"
    IN_PERSON = "in_person", "Face to face"
    WORKER = "worker", "Through somebody else"
    CHANGED = "changed", "Staff changed the way or the address; nothing else was told"
    RESTORED = "restored", "Nobody yet: an older backup was restored, so ask them anew"


class CallOutcome(TextChoices):
    """What came of a call, a letter or a word through somebody."""

    REACHED = "reached", "They have it"
    AGAIN = "again", "Not reached, try again"
    GIVEN_UP = "given_up", "Not reached, leave it"
