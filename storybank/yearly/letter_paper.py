"""The yearly letter on paper: a tagged PDF with boxes to tick and a number instead of a name."""

from datetime import datetime
from pathlib import Path

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people import clock
from people.domain import contact_rules, saying_rules
from people.enums import NoticeFormat
from people.paper.frame import frame_of_house
from people.paper.making import make
from people.said_here import said_here
from storybank.models import YearlyTalk
from storybank.yearly.talking import Line, lines_of

TEMPLATE = Path(__file__).with_name("letter.typ")


def as_pdf(talk: YearlyTalk) -> bytes:
    """As things stand now. A box is ticked with a pen; nothing is ticked before."""
    person = talk.person
    lines = lines_of(person)
    rules = contact_rules.rules_of(person)
    with translation.override(person.language):
        data = {
            "reach": [_(str(person.get_channel_display())), *saying_rules.on_paper(rules)],
            "lines": [_line(line) for line in lines],
            "said": {
                "title": _("Once a year: is it still right?"),
                "lead": _(
                    "Tick one box under each line. You can leave any of them empty: then it stays as it is."
                ),
                "reach": _("How we reach you"),
                "reach_ok": _("This is still safe"),
                "reach_no": _("No, talk with me about it"),
                "yes": _("Yes, still"),
                "less": _("Yes, but without my name"),
                "stop": _("Stop it"),
                "wrong": _("Is anything wrong? Write it here."),
                "back": _("Give the sheets to the person who brought them. Stop counts at once."),
            },
        }
        return make(
            TEMPLATE,
            data,
            title=_("Once a year: is it still right?"),
            language=person.language,
            made_at=talk.begun_at,
            frame=frame_of_house(code=talk.code, large=person.notice_format == NoticeFormat.LARGE),
        )


def _line(line: Line) -> dict[str, object]:
    """No title and no name: who finds the sheets learns nothing of either."""
    until = line.permission.valid_until
    return {
        "use": said_here(line.choice.use.label),
        "code": line.code,
        "until": _("Until %(day)s") % {"day": _day(until)} if until else "",
        "less": line.less,
    }


def _day(at: datetime) -> str:
    return date_format(at.astimezone(clock.LONDON), "j F Y")
