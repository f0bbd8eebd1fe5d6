"""A one-use link that brings a second pair of eyes from outside: never in the hands of whoever may not check it."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from people.domain import links, outbox, vault
from people.domain.addresses import letter_box
from people.enums import LinkPurpose, UserKind
from people.models import Person, User

SIGNED_IN_HERE = "You are signed in as somebody who works here. This check has to come from outside."
SIGNED_IN_AS_THEM = "You are signed in as somebody in it. This check has to come from somebody who is not."
IT_IS_ABOUT_THEM = "This is the address of somebody in it. The check has to come from somebody who is not."


class NotFromOutside(ValueError):
    """The link would not bring a second pair of eyes; the message says what to do, for staff. Nothing was made."""


def send_or_show(
    *,
    purpose: LinkPurpose,
    target: str,
    view: str,
    event: str,
    for_whom: str,
    by: User,
    email: str,
    straight_to_them: str = "",
    one_of_ours: str,
    about: Iterable[Person | None] = (),
) -> str:
    """The address of the link, shown this once and kept nowhere; sent as `event` when an e-mail address is given.

    `straight_to_them`: set when `by` may not make the check. Then the link is only sent and nothing is given back;
    the words ask for the address. `about`: whose words or answers are checked, who are never the eyes from outside.
    `view` takes the token. Inside the caller's transaction. Raises `NotFromOutside`.
    """
    if straight_to_them and not email:
        raise NotFromOutside(straight_to_them)
    if email and _is_ours(email):
        raise NotFromOutside(one_of_ours)
    if email and vault.is_at([one for one in about if one], email):
        raise NotFromOutside(IT_IS_ABOUT_THEM)
    token = links.make(purpose=purpose, target=target, for_whom=for_whom, by=by)
    link = f"{settings.SITE_URL}{reverse(view, args=[token])}"
    if email:
        outbox.put(event=event, address=email, context={"link": link})
    return "" if straight_to_them else link


def _is_ours(email: str) -> bool:
    """Whether somebody who works here reads it."""
    ours = User.objects.exclude(email="").values_list("email", flat=True)
    return letter_box(email) in {letter_box(one) for one in ours}


def why_not_outside(user: object, *, about: Iterable[Person | None]) -> str:
    """Why this browser is never the eyes from outside: signed in as staff, or as one of `about`. Empty when not."""
    if not isinstance(user, User) or not user.is_authenticated:
        return ""
    if user.kind == UserKind.STAFF:
        return SIGNED_IN_HERE
    return SIGNED_IN_AS_THEM if user.pk in {one.user_id for one in about if one} else ""
