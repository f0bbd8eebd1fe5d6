"""What a finder hands over: which kind of clue stands where, and what may stand there instead."""

from dataclasses import dataclass

from django.db.models import TextChoices


class Clue(TextChoices):
    """The label is for staff; what an author reads stands in `blurring`."""

    NAME = "name", "Name"
    NICKNAME = "nickname", "Nickname"
    PLACE = "place", "Place"
    DATE = "date", "Date"
    AGE = "age", "Age"
    PRISON = "prison", "Prison or police number"
    POSTCODE = "postcode", "Postcode"
    PHONE = "phone", "Phone number"
    MAIL = "mail", "E-mail address"
    LINK = "link", "Link or account name"
    NHS = "nhs", "NHS number"
    COURT = "court", "Court or case number"
    INSURANCE = "insurance", "National Insurance number"
    CAR = "car", "Car registration"
    REFERENCE = "reference", "Reference number"


@dataclass(frozen=True, slots=True)
class Hit:
    """One clue in one text, from letter `start` up to `end`. `what` says more, for the words put instead."""

    clue: Clue
    start: int
    end: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A clue as a human is shown it: the words, why they could tell, and a suggestion (empty: take them out)."""

    clue: Clue
    start: int
    end: int
    text: str
    why: str
    blur: str
