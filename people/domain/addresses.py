"""Reading an e-mail address, a phone number or a postal address the way people write them."""

import unicodedata
from dataclasses import dataclass

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from people.enums import Channel

HOME_COUNTRY = "GB"
KEPT_FOR_DRAMA = ("+441632960", "+447700900")  # Ofcom's numbers for fiction: never anybody's, always allowed
LONGEST_POSTAL_ADDRESS = 300


class NotAnAddress(ValueError):
    """The message says, in words for a person, what to write instead."""


@dataclass(frozen=True, slots=True)
class Address:
    """`kind` is "email" or "phone"; `value` is normalised, so that equal addresses are equal texts."""

    kind: str
    value: str


def email(text: str) -> str:
    """Lower case, without stray spaces."""
    tidy = unicodedata.normalize("NFKC", text).strip().lower()
    try:
        validate_email(tidy)
    except ValidationError as error:
        raise NotAnAddress("Write the whole e-mail address, like name@post.example.") from error
    return tidy


def letter_box(email: str) -> str:
    """Where it is read: what stands after a plus leads to the same box."""
    name, _, host = email.strip().lower().rpartition("@")
    return f"{name.partition('+')[0]}@{host}"


def phone(text: str, *, mobile: bool = False) -> str:
    """E.164. British unless the number says otherwise."""
    try:
        number = phonenumbers.parse(unicodedata.normalize("NFKC", text[:60]), HOME_COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise NotAnAddress("Write the phone number in figures, like 07700 900123.") from error
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if written.startswith(KEPT_FOR_DRAMA) and phonenumbers.is_possible_number(number):
        can_text = written.startswith("+447")
    elif phonenumbers.is_valid_number(number):
        can_text = phonenumbers.number_type(number) in {
            phonenumbers.PhoneNumberType.MOBILE,
            phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        }
    else:
        raise NotAnAddress("That phone number has too few or too many figures. Check it and write it again.")
    if mobile and not can_text:
        raise NotAnAddress("Text messages need a mobile number, like 07700 900123.")
    return written


def postal(text: str) -> str:
    lines = [line.strip() for line in unicodedata.normalize("NFC", text).splitlines()]
    tidy = "\n".join(line for line in lines if line)
    if not tidy:
        raise NotAnAddress("Write where the letter should go.")
    if len(tidy) > LONGEST_POSTAL_ADDRESS or "\x00" in tidy:
        most = {"most": LONGEST_POSTAL_ADDRESS}
        raise NotAnAddress(_("Write the address in %(most)s letters or fewer.") % most)
    return tidy


def for_channel(channel: str, text: str) -> str:
    """The address of one channel, normalised. Raises `NotAnAddress`."""
    if channel == Channel.EMAIL:
        return email(text)
    if channel == Channel.LETTER:
        return postal(text)
    return phone(text, mobile=channel == Channel.SMS)


def email_or_phone(text: str) -> Address:
    """What someone typed to sign in. Raises `NotAnAddress` when it is neither."""
    if "@" in text:
        return Address("email", email(text))
    return Address("phone", phone(text))
