"""A card on its way to the printer: sealed in the session of who made it, for ten minutes, and nowhere else."""

import io
import json
from dataclasses import dataclass
from datetime import timedelta

import segno
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe

from people import clock
from people.domain import messages
from people.domain.messages import Words
from people.encryption import master
from people.enums import Channel, Language
from people.models import Organisation, Person

LASTS = timedelta(minutes=10)
IN_SESSION = "card_to_print"


@dataclass(frozen=True, slots=True)
class Card:
    code16: str
    qr: str
    address: str
    letter: Words
    welsh: bool


def lay_out(request, person: Person, *, code16: str, token: str) -> None:
    until = (clock.now() + LASTS).timestamp()
    sealed = json.dumps({"person": person.pk, "code16": code16, "token": token, "until": until})
    request.session[IN_SESSION] = master().encrypt(sealed.encode()).decode()


def of(request, person: Person) -> Card | None:
    """The card of this person, if it was just made in this session."""
    try:
        kept = json.loads(master().decrypt(request.session.get(IN_SESSION, "").encode()))
    except (InvalidToken, ValueError):
        return None
    if kept["person"] != person.pk or kept["until"] < clock.now().timestamp():
        return None
    given = messages.everywhere(
        Organisation.load(request), sender=person.sender_name, language=person.language
    )
    given |= {"called": person.called, "code": kept["code16"]}
    words = messages.words_of("people/invited", channel=Channel.LETTER, language=person.language)
    return Card(
        code16=kept["code16"],
        qr=_qr(settings.SITE_URL + reverse("people:card", args=[kept["token"]])),
        address=settings.SITE_URL.partition("//")[2] + reverse("people:sign_in"),
        letter=messages.fill(words, given),
        welsh=person.language == Language.WELSH,
    )


def _qr(text: str) -> str:
    drawn = io.BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(drawn, kind="svg", xmldecl=False, svgns=True, border=2, omitsize=True, title="QR code")
    return mark_safe(drawn.getvalue().decode())
