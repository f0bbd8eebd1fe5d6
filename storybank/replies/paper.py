"""Letters from readers on paper: a tagged PDF in the author's own language, for somebody without a screen."""

from pathlib import Path

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people import clock
from people.enums import NoticeFormat
from people.models import Person
from people.paper.frame import frame_of_house
from people.paper.making import make
from storybank.domain.replies.gaps import said_with_gaps
from storybank.domain.replies.giving import Letter

TEMPLATE = Path(__file__).with_name("letters.typ")


def as_pdf(person: Person, letters: list[Letter]) -> bytes:
    """What is hard to read comes last, behind a page that says so."""
    with translation.override(person.language):
        data = {
            "letters": [_letter(one) for one in letters if not one.row.hard],
            "hard": [_letter(one) for one in letters if one.row.hard],
            "said": {
                "title": _("Letters from readers"),
                "hello": _("Hello %(called)s") % {"called": person.called},
                "lead": _(
                    "These people have read your words. They do not know who you are. We have read their letters"
                    " first. You do not have to read them or answer."
                ),
                "of": _("A letter"),
                "hard": _("The next page may be hard to read. You can leave it, or read it with somebody."),
                "no_more": _("Do you want no more letters? Tell us. It counts at once."),
            },
        }
        return make(
            TEMPLATE,
            data,
            title=_("Letters from readers"),
            language=person.language,
            made_at=clock.now(),
            frame=frame_of_house(large=person.notice_format == NoticeFormat.LARGE),
        )


def _letter(one: Letter) -> dict[str, str]:
    day = date_format(one.row.given_at.astimezone(clock.LONDON), "j F Y")
    return {"day": day, "words": said_with_gaps(one.words)}
