"""How much else may be seen, as plain lines for "are these your answers?" and for "your choices"."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from consent.enums import PlaceDetail, TimeDetail
from storybank.desk.seen_form import Asked


@dataclass(frozen=True)
class Seen:
    """Named as `Given` names them."""

    face: bool = False
    voice: bool = False
    place: PlaceDetail = PlaceDetail.NONE
    shown_place: str = ""
    time: TimeDetail = TimeDetail.NONE
    shown_when: str = ""


def lines_of(seen: Seen, asked: Asked) -> list[str]:
    """Only what there is to show in this story; a no is said too."""
    lines = []
    if asked.face:
        lines.append(_("The picture: yes.") if seen.face else _("The picture: no."))
    if asked.voice:
        lines.append(_("Your voice: yes.") if seen.voice else _("Your voice: no. Only the words."))
    if asked.places:
        lines.append(place_line(seen.place, seen.shown_place or asked.region))
    return [*lines, time_line(seen.time, seen.shown_when)]


def place_line(place: int, words: str) -> str:
    return _("Place: %(place)s.") % {"place": words} if place else _("No place.")


def time_line(time: int, words: str) -> str:
    if words:
        return _("Time: %(time)s.") % {"time": words}
    return {
        TimeDetail.NONE: _("No time."),
        TimeDetail.DECADE: _("Time: only the ten years."),
        TimeDetail.YEAR: _("Time: only the year."),
        TimeDetail.SEASON: _("Time: the year and the season."),
        TimeDetail.MONTH: _("Time: only the month it went up."),
        TimeDetail.DAY: _("Time: the day it went up."),
    }[TimeDetail(time)]
