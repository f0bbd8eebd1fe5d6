"""The slots in an author's words ({name}, {place}, {when}): what may fill them, as fine as agreed and no finer."""

import re
from collections.abc import Callable
from datetime import date

from consent.domain.record.shown import Shown
from consent.enums import PlaceDetail, TimeDetail

SLOT = re.compile(r"\{(name|place|when)\}")
SENTENCE_END = (".", "!", "?", "…", "”", "\n")
NEUTRAL = {
    "en": {"name": "I", "place": "a place", "when": "one day"},
    "cy": {"name": "fi", "place": "rhywle", "when": "un diwrnod"},
}
KINGDOM = {"en": "the United Kingdom", "cy": "y Deyrnas Unedig"}
NATIONS = {
    "en": ("England", "Scotland", "Wales", "Northern Ireland"),
    "cy": ("Lloegr", "yr Alban", "Cymru", "Gogledd Iwerddon"),
}
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}
SEASONS = {"en": ("winter", "spring", "summer", "autumn"), "cy": ("gaeaf", "gwanwyn", "haf", "hydref")}
IN_A_SEASON = {
    "en": ("in the winter of", "in the spring of", "in the summer of", "in the autumn of"),
    "cy": ("yng ngaeaf", "yng ngwanwyn", "yn haf", "yn hydref"),
}
WORDS = {
    "en": {"decade": "in the {0}s", "year": "in {0}", "month": "in {1} {0}", "day": "on {2} {1} {0}"},
    "cy": {"decade": "yn y {0}au", "year": "yn {0}", "month": "ym mis {1} {0}", "day": "ar {2} {1} {0}"},
}


def slots_in(texts: str) -> frozenset[str]:
    """Which slots stand in the words."""
    return frozenset(SLOT.findall(texts))


def filler(shown: Shown, *, language: str) -> Callable[[str], str]:
    """Fill in one pass, so that a name such as "{place}" is only a name. What was not agreed gets a neutral word."""
    neutral = NEUTRAL.get(language, NEUTRAL["en"])

    def fill(text: str) -> str:
        def value(slot: re.Match[str]) -> str:
            word: str = getattr(shown, slot[1]) or neutral[slot[1]]
            before = text[: slot.start()].rstrip(" ")
            begins = not before or before.endswith(SENTENCE_END)
            return word[:1].upper() + word[1:] if begins else word

        return SLOT.sub(value, text)

    return fill


def place_words(detail: PlaceDetail, *, typed: str, region: str, language: str) -> str:
    """What stands for {place}. Only what was typed for that very fineness is used; a nation must be one of the four."""
    if detail is PlaceDetail.UK:
        return KINGDOM.get(language, KINGDOM["en"])
    if detail is PlaceDetail.NATION:
        return nation(typed, language=language)
    if detail is PlaceDetail.REGION:
        return region
    return typed if detail in (PlaceDetail.TOWN, PlaceDetail.EXACT) else ""


def nation(typed: str, *, language: str) -> str:
    """The nation that was meant, in the language of the story; empty when it is none of the four."""
    ours = NATIONS.get(language, NATIONS["en"])
    for names in NATIONS.values():
        for place, name in enumerate(names):
            if typed.strip().casefold() == name.casefold():
                return ours[place]
    return ""


def when_words(
    detail: TimeDetail, *, year: int | None, month: int | None = None, day: int | None = None, language: str
) -> str:
    """What stands for {when}; empty when the day given is not fine enough for what was agreed."""
    words, months = WORDS.get(language, WORDS["en"]), MONTHS.get(language, MONTHS["en"])
    if detail is TimeDetail.NONE or year is None:
        return ""
    if detail is TimeDetail.DECADE:
        return words["decade"].format(year // 10 * 10)
    if detail is TimeDetail.YEAR:
        return words["year"].format(year)
    if month is None or not 1 <= month <= len(months):
        return ""
    if detail is TimeDetail.SEASON:
        return f"{IN_A_SEASON.get(language, IN_A_SEASON['en'])[month % 12 // 3]} {year}"
    if detail is TimeDetail.MONTH:
        return words["month"].format(year, months[month - 1])
    return words["day"].format(year, months[month - 1], day) if day else ""


def day_words(day: date | None, detail: int, *, language: str) -> str:
    """A day as finely as it may be shown, for beside the words; empty when no time may be shown."""
    if day is None or detail == TimeDetail.NONE:
        return ""
    months, seasons = MONTHS.get(language, MONTHS["en"]), SEASONS.get(language, SEASONS["en"])
    return {
        TimeDetail.DECADE: f"{day.year // 10 * 10}s" if language != "cy" else f"{day.year // 10 * 10}au",
        TimeDetail.YEAR: f"{day.year}",
        TimeDetail.SEASON: f"{seasons[day.month % 12 // 3]} {day.year}",
        TimeDetail.MONTH: f"{months[day.month - 1]} {day.year}",
        TimeDetail.DAY: f"{day.day} {months[day.month - 1]} {day.year}",
    }[TimeDetail(detail)]


def day_iso(day: date | None, detail: int) -> str:
    """The same for machines (ISO 8601): a day, a month or a year; a season is told by its year, a decade not at all."""
    if day is None or detail < TimeDetail.YEAR:
        return ""
    fine = {TimeDetail.DAY: "%Y-%m-%d", TimeDetail.MONTH: "%Y-%m"}.get(TimeDetail(detail), "%Y")
    return day.strftime(fine)
