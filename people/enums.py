"""The fixed lists of the people room."""

from django.db.models import TextChoices


class UserKind(TextChoices):
    """Staff work in the admin; members (authors and speakers) never enter it."""

    STAFF = "staff", "Staff"
    MEMBER = "member", "Author or speaker"


class Language(TextChoices):
    ENGLISH = "en", "English"
    WELSH = "cy", "Cymraeg"


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


class Audience(TextChoices):
    """Who reads a message. Authors and speakers get the everyday words only."""

    AUTHOR = "author", "Author"
    SPEAKER = "speaker", "Speaker"
    STAFF = "staff", "Staff"
    ORGANISER = "organiser", "Someone outside"
