"""What goes with a yes, in everyday words: one sentence each, for the slip, the check and the person's copy."""

from datetime import timedelta

from django.utils.translation import gettext as _

from consent.domain.acts.choosing import Given
from consent.enums import IdentityLevel, PlaceDetail, TimeDetail
from consent.receipts.words import CALLED, PLACES, TIMES, day, how_often, turns_lines


def terms_lines(given: Given) -> list[str]:
    """Everything that was said, the values too: what is not here was not said, and is not shown."""
    name = f": {given.name}" if given.name and IdentityLevel(given.identity).shows_name else ""
    lines = [f"{_(CALLED[IdentityLevel(given.identity)])}{name}."]
    lines += [_("Your face may be seen.")] if given.face else []
    lines += [_("Your own voice may be heard.")] if given.voice else []
    lines += (
        [_shown(_("Place"), _(PLACES[PlaceDetail(given.place)]), given.shown_place)] if given.place else []
    )
    lines += [_shown(_("Time"), _(TIMES[TimeDetail(given.time)]), given.shown_when)] if given.time else []
    lines += turns_lines(given.check_first, given.until_event)
    until = day(given.until - timedelta(seconds=1)) if given.until else ""
    lines += [_("Not after %(day)s.") % {"day": until}] if until else []
    return lines + ([how_often(given.max_uses)] if given.max_uses else [])


def _shown(what: str, how_fine: str, words: str) -> str:
    as_said = {"what": what, "how_fine": how_fine, "words": words}
    return _("%(what)s: %(how_fine)s, as “%(words)s”.") % as_said if words else f"{what}: {how_fine}."
