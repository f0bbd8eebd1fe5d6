"""A copy on paper: tagged for screen readers, the same bytes each time, large print where the person chose it.

In the language of the page that it was printed from.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consent.domain.told.accounts import account_of
from consent.models import Receipt
from consent.receipts.words import Words, words_of
from people import paper

TEMPLATE = Path(__file__).with_name("copy.typ")


def pdf(copies: Sequence[Receipt], *, large: bool = False) -> bytes:
    """The copies of one act (or several), one a page. Raises `people.paper.NotMade`."""
    accounts = [account_of(copy) for copy in copies]
    words = [words_of(account) for account in accounts]
    site = accounts[0].house.site
    frame = paper.Frame(
        organisation=words[0].organisation, contact=words[0].contact, code=words[0].code, large=large
    )
    data = {
        "copies": [asdict(one) | {"facts": _facts(one)} for one in words],
        "said": _said(words[0].contact),
        "stop_link": f"{site}/stop/",
        "stop_shown": f"{site.removeprefix('https://').removeprefix('http://')}/stop/",
    }
    return paper.make(
        TEMPLATE,
        data,
        title=_("Your copy"),
        language=get_language() or settings.LANGUAGE_CODE,
        made_at=accounts[0].made_at,
        frame=frame,
    )


def _facts(one: Words) -> str:
    about = _("%(day)s. About %(about)s, number %(number)s.")
    return f"{about % {'day': one.day, 'about': one.about, 'number': one.file_number}} {one.how}"


def _said(contact: str) -> dict[str, str]:
    """What stands round the words of every copy."""
    anyone = (
        _("You do not have to say why. Say it to anyone who works here, or get in touch: %(contact)s.")
        % {"contact": contact}
        if contact
        else _("You do not have to say why. Say it to anyone who works here.")
    )
    return {
        "yours": _("What you said"),
        "shown": _("What is shown:"),
        "next": _("What happens now"),
        "others": _("How your other choices stood on that day"),
        "what_for": _("What for"),
        "choice": _("Your choice"),
        "stop": _("You can stop at any time"),
        "anyone": anyone,
        "or_there": _("Or, with the number on your card, go to"),
        "stop_number": _("Your number for this stop:"),
        "number": _("Your number for this copy:"),
        "quiet": _("This paper shows nothing of what you wrote. Keep it where you like."),
    }
