"""The letter on paper: a tagged PDF in the person's own language, large print for who wants it."""

from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people import clock
from people.enums import NoticeFormat
from people.models import User
from people.paper.frame import frame_of_house
from people.paper.making import make
from storybank.after import happened
from storybank.models import WhatHappened

TEMPLATE = Path(__file__).with_name("letter.typ")


def as_pdf(letter: WhatHappened, *, reader: User | None = None) -> bytes:
    """`reader` is who of staff prints it; the person's own copy has none."""
    person = letter.person
    lines = happened.lines_for(letter, reader) if reader else happened.lines_of(letter)
    with translation.override(person.language):
        days = {"from": _day(letter.since), "to": _day(letter.until)}
        data = {
            "lines": [_line(line) for line in lines],
            "added": happened.added_to(letter),
            "said": {
                "title": _("What happened because you spoke"),
                "hello": _("Hello %(called)s") % {"called": person.called},
                "between": _("This is what happened from %(from)s to %(to)s.") % days,
                "ours": _("From us, in our own words"),
                "no_more": _(
                    "You can tell us that you want no more letters like this. You can stop at any time."
                ),
            },
        }
        large = person.notice_format == NoticeFormat.LARGE
        return make(
            TEMPLATE,
            data,
            title=_("What happened because you spoke"),
            language=person.language,
            made_at=letter.sent_at,
            frame=frame_of_house(large=large),
        )


def _line(line: dict[str, Any]) -> dict[str, str]:
    what = f"{line['what']}: {line['who']}" if line["who"] else str(line["what"])
    people = line.get("people")
    heard = _("Read aloud in a room. %(count)s people heard it.") % {"count": people} if people else ""
    return {
        "when": _day(line["when"]),
        "what": what,
        "about": str(line["about"]),
        "use": str(line["use"]),
        "now": str(line.get("now", "")),
        "heard": heard,
        "came": str(line.get("came", "")),
    }


def _day(at: Any) -> str:
    return date_format(at.astimezone(clock.LONDON), "j F Y")
