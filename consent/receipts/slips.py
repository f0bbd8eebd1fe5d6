"""The slip that says back what was written down, so that the person checks it and can say "that is not it"."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import override

from consent.domain.told import wordings
from consent.domain.written.evidence import Act, said_in
from consent.domain.written.saying import given_of
from consent.enums import Answer
from consent.models import Evidence, Use
from consent.receipts.terms_words import terms_lines
from consent.receipts.words import HOW, day
from people import paper
from people.said_here import said_here

TEMPLATE = Path(__file__).with_name("slip.typ")
SAID = {Answer.YES: noop("Yes."), Answer.NO: noop("No."), Answer.LATER: noop("Not now.")}
WHEN_CHECKED = {
    Act.SECOND: noop("When they have, we may use your words for these, and for nothing else."),
    Act.AGAIN: noop(
        "When they have, we may ask you about this again. It is not a yes. You choose afresh, and you can say no."
    ),
    Act.RENEW: noop(
        "When they have, what you let go on goes on just as it was. What you did not speak of ends on its last day."
    ),
}
FIRST = noop("When they have, your thinking time begins. Then we ask you once more.")


def slip_lines(row: Evidence) -> list[tuple[str, str]]:
    """Use by use what was written down: for the slip, and for whoever checks it."""
    said = said_in(row)
    uses = Use.objects.filter(slug__in=[item["use"] for item in said], applies_to=row.file.kind, current=True)
    labels = {use.slug: use.label for use in uses}
    return [(said_here(labels.get(item["use"], item["use"])), _what(item, row.act)) for item in said]


def slip(row: Evidence) -> bytes:
    """The slip as PDF, in the person's own language. Raises `people.paper.NotMade`."""
    house = wordings.house_as_of(row.recorded_at)
    code = row.uid.hex[:8].upper()
    frame = paper.Frame(organisation=house.name, contact=house.phone or house.email, code=code)
    language = row.person.language
    with override(language):
        data = {"lines": slip_lines(row), "said": _said(row, frame.contact), "code": code}
        title = _("What we wrote down")
    return paper.make(TEMPLATE, data, title=title, language=language, made_at=row.recorded_at, frame=frame)


def _said(row: Evidence, contact: str) -> dict[str, str]:
    told = {"day": day(row.happened_at), "how": _(HOW[row.method]) if row.method in HOW else ""}
    wrong = _("Is something wrong? Tell anyone here, or get in touch: %(contact)s. Say the number below.")
    return {
        "title": _("What we wrote down"),
        "told": (_("You told us on %(day)s, %(how)s.") if told["how"] else _("You told us on %(day)s."))
        % told,
        "check": _("Please check that we got it right."),
        "what_for": _("What for"),
        "yours": _("What you said"),
        "right": _("Is it right?"),
        "not_yet": _("It does not count yet. Somebody else here looks at it first."),
        "then": _(WHEN_CHECKED.get(Act(row.act), FIRST)),
        "wrong": wrong % {"contact": contact}
        if contact
        else _("Is something wrong? Tell anyone here. Say the number below."),
        "at_once": _("We put it right at once."),
        "number": _("Your number for this:"),
    }


def _what(item: dict[str, Any], act: str) -> str:
    if act == Act.SECOND:
        return _("Yes, for the second time.")
    if act == Act.AGAIN:
        return _("We may ask you again.")
    if act == Act.RENEW:
        return _("Yes, it goes on, just as it is.") if item["goes_on"] else _("Let it end on its last day.")
    words = _(SAID[Answer(item["answer"])])
    return " ".join([words, *terms_lines(given_of(item))]) if item["answer"] == Answer.YES else words
