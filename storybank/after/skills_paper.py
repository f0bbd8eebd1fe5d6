"""The letter of thanks: a tagged PDF of what is on somebody's list, made at that moment and kept by nobody here.

Their name stands on it only when they wrote it for this one paper; else there is a line for a pen.
"""

from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people import clock
from people.enums import NoticeFormat
from people.models import Organisation, Person
from people.paper.frame import frame_of_house
from people.paper.making import make
from storybank.after.skills import Line
from storybank.after.skills_forms import KINDS

TEMPLATE = Path(__file__).with_name("skills.typ")


def as_pdf(person: Person, kept: list[Line], *, name: str = "") -> bytes:
    """`name` is theirs to give, and only for this paper."""
    with translation.override(person.language):
        thanks = _("%(house)s thanks you for your time and your work.") % {"house": Organisation.load().name}
        data = {
            "name": name,
            "ours": [_line(line) for line in kept if not line.own],
            "own": [_line(line) for line in kept if line.own],
            "said": {
                "title": _("A letter of thanks"),
                "for": _("Name"),
                "thanks": thanks,
                "ours": _("What you learned and gave"),
                "own": _("In your own words"),
                "day": date_format(clock.today(), "j F Y"),
                "signed": _("Signed for us"),
                "no_copy": _(
                    "We keep no copy of this letter. If somebody asks us about it, we do not say whom we know."
                ),
            },
        }
        return make(
            TEMPLATE,
            data,
            title=_("A letter of thanks"),
            language=person.language,
            made_at=clock.now(),
            frame=frame_of_house(large=person.notice_format == NoticeFormat.LARGE),
        )


def _line(line: Line) -> dict[str, Any]:
    on = line.row.on
    return {
        "kind": str(dict(KINDS)[line.row.kind]),
        "words": line.words,
        "day": date_format(on, "j F Y") if on else "",
    }
