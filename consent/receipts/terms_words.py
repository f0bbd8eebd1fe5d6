"""What goes with a yes, in everyday words: one sentence each, for the slip, the check and the person's copy."""

from datetime import timedelta

from consent.domain.acts.choosing import Given
from consent.enums import IdentityLevel, PlaceDetail, TimeDetail
from consent.receipts.words import CALLED, PLACES, TIMES, day, turns_lines


def terms_lines(given: Given) -> list[str]:
    """Everything that was said, the values too: what is not here was not said, and is not shown."""
    name = f": {given.name}" if given.name and IdentityLevel(given.identity).shows_name else ""
    lines = [f"{CALLED[IdentityLevel(given.identity)]}{name}."]
    lines += ["Your face may be seen."] if given.face else []
    lines += ["Your own voice may be heard."] if given.voice else []
    lines += [_shown("Place", PLACES[PlaceDetail(given.place)], given.shown_place)] if given.place else []
    lines += [_shown("Time", TIMES[TimeDetail(given.time)], given.shown_when)] if given.time else []
    lines += turns_lines(given.check_first, given.until_event)
    lines += [f"Not after {day(given.until - timedelta(seconds=1))}."] if given.until else []
    lines += ["Once only."] if given.max_uses == 1 else []
    return lines + ([f"At most {given.max_uses} times."] if given.max_uses and given.max_uses > 1 else [])


def _shown(what: str, how_fine: str, words: str) -> str:
    return f"{what}: {how_fine}, as “{words}”." if words else f"{what}: {how_fine}."
