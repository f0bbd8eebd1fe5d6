"""The sheets of one pack as plain data for the printer: which there are, what each says, in the person's language."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from consent import policy
from consent.domain.acts.choices import Choice
from consent.domain.acts.last_day import if_yes_now
from consent.domain.acts.limits import limits_of
from consent.domain.clearance.things import showable_in
from consent.domain.record.coming_of_age import is_young
from consent.domain.record.uses import thinking_days_now
from consent.domain.written.saying import can_be_counted
from consent.enums import WHO_TELLS, Trigger
from people import clock
from people.models import Person
from storybank.domain import its_moment
from storybank.domain.reading_shapes import FOR_THE_HOUSE, Block
from storybank.domain.reading_words import compose
from storybank.domain.suggestions import Change
from storybank.models import StoryPage
from storybank.paper_twin.asking import Questions
from storybank.paper_twin.sheet_words import Words
from storybank.paper_twin.terms_words import given_in, lines_of
from storybank.thanks.giving import advice_needed, said_before_the_ask

BLANK_SHEETS = 3
MOST_SPELLING = 40
"""Spelling beyond this is told by a number only: the list is there to be looked at, not to be worked through."""


def sheets_of(asked: Questions, *, person: Person | None, words: Words, notice: str = "") -> dict[str, Any]:
    """Everything but the number of the pack and what the house is called."""
    return {
        "notice": paragraphs_of(notice),
        "blank": BLANK_SHEETS if asked.page is None else 0,
        "story": story(asked.words, may_correct=asked.may_correct) if asked.words else None,
        "changes": _changes(asked),
        "tidied": [
            {"own": one.own.strip(), "tidied": one.tidied.strip()} for one in asked.tidied[:MOST_SPELLING]
        ],
        "people": asked.page is None or (asked.pen and bool(asked.choices or asked.changes)),
        "thanks": _thanks(asked, person, words),
        "choices": [_use(number, choice, words) for number, choice in enumerate(asked.choices, start=1)],
        "shown": _shown(asked, words),
        "understood": [words.understood(name) for name in to_understand(asked)],
        "second": _second(asked, words),
        "renew": [
            {"label": words.of_use(one.permission.use), "until": words.last_day(one.until)}
            for one in asked.renew
        ],
        "stop": numbers_of(asked),
    }


def to_understand(asked: Questions) -> list[str]:
    """One question for everybody; one more where copies cannot come back."""
    if not asked.choices:
        return []
    return ["stop", *(["copies"] if any(not one.can_come_back for one in asked.choices) else [])]


def numbers_of(asked: Questions) -> int:
    """How many ways stand on the sheets by number, so that a stop slip can name one without saying which it is."""
    return len(asked.choices) or len(asked.second)


def story(words: StoryPage, *, may_correct: bool) -> dict[str, Any]:
    """The words as a reader would meet them, no slot filled, in the order of the page."""
    reading = compose(words, shows=FOR_THE_HOUSE, since=clock.now())
    return {
        "title": reading.title,
        "notes": [note.label for note in reading.notes],
        "blocks": [_block(block) for block in reading.body],
        "closing": reading.closing.text,
        "correct": may_correct,
    }


def paragraphs_of(notice: str) -> list[dict[str, Any]]:
    parts = [part.strip() for part in notice.split("\n\n") if part.strip()]
    return [{"text": part, "heading": part.endswith("?") and len(part) <= 60} for part in parts]


def _block(block: Block) -> dict[str, Any]:
    return {
        "type": block.type,
        "text": block.text or block.transcript,
        "note": block.note,
        "alt": block.alt,
        "caption": block.caption,
        "media": block.media,
        "sha256": block.sha256,
    }


def _changes(asked: Questions) -> dict[str, Any]:
    spelling = [one for one in asked.changes if one.spelling]
    meaning = [one for one in asked.changes if not one.spelling]
    return {
        "spelling": [
            {"struck": one.struck.strip(), "added": one.added.strip()} for one in spelling[:MOST_SPELLING]
        ],
        "more": max(0, len(spelling) - MOST_SPELLING),
        "meaning": [_change(number, one) for number, one in enumerate(meaning, start=1)],
    }


def _change(number: int, change: Change) -> dict[str, Any]:
    pieces = [{"kind": piece.kind, "text": piece.text} for piece in change.pieces]
    return {"number": number, "part": change.part.label, "pieces": pieces}


def _use(number: int, choice: Any, words: Words) -> dict[str, Any]:
    return {
        "number": number,
        "label": words.use(choice),
        "what": choice.use.explanation,
        "could": choice.use.could_happen,
        "taking_back": words.taking_back(choice),
        "thinking": words["thinking"].format(days=thinking_days_now(choice.use)),
        "last": words["last"].format(day=words.last_day(if_yes_now(choice.permission))),
    }


def _thanks(asked: Questions, person: Person | None, words: Words) -> list[str]:
    """What they are told on the screen before they answer, in the same words; the advice until they have had any."""
    if not asked.choices or person is None or asked.page is None:
        return []
    due = said_before_the_ask(person, asked.page.file_id)
    if due is None or not due.open:
        return []
    what = words[f"thanks_{due.thanks.kind}"].format(amount=due.thanks.amount)
    return [what, words["thanks_same"], *([words["thanks_advice"]] if advice_needed(person) else [])]


def _shown(asked: Questions, words: Words) -> list[dict[str, Any]]:
    """The rows of the grid, by question; each row has one box (or none) for each way, in the order of their numbers."""
    if not asked.choices:
        return []
    permission = asked.choices[0].permission
    limits, shows = limits_of(permission), showable_in(permission.edition)
    tells = permission.appearance.relation in WHO_TELLS
    person = permission.appearance.person
    young = person is not None and is_young(person, clock.now())
    every = [True] * len(asked.choices)
    groups = []
    if tells:
        rows = [_row(words.level(int(level)), every) for level in limits.levels]
        groups.append(_group("name", words["name"], rows, line=words["name_line"]))
        for name, there in (("face", shows.face and limits.known), ("voice", shows.voice and limits.known)):
            if there:
                groups.append(
                    _group(name, words[name], [_row(words["yes"], every), _row(words["no"], every)])
                )
        places = [level for level in shows.places if level <= limits.finest_place]
        if len(places) > 1:
            rows = [_row(_place(level, shows.region, words), every) for level in places]
            line = words["place_line"] if shows.place_is_written else ""
            groups.append(_group("place", words["place"], rows, line=line))
        if len(shows.times) > 1:
            rows = [
                _row(words.time(int(level), written=shows.time_is_written), every) for level in shows.times
            ]
            line = words["time_line"] if shows.time_is_written else ""
            groups.append(_group("time", words["time"], rows, line=line))
    turns = [turn for turn in Trigger if young or turn != Trigger.TURNING_18]
    groups.append(_group("first", words["first"], [_row(words.turn(turn.value), every) for turn in turns]))
    groups.append(_group("until", words["until"], [_row(words.turn(turn.value), every) for turn in turns]))
    counted = [can_be_counted(choice.use) for choice in asked.choices]
    if any(counted):
        groups.append(_group("once", words["once"], [_row(words["once_row"], counted)]))
    groups.append(_group("end", words["end"], [], line=words["end_row"]))
    return groups


def _place(level: int, region: str, words: Words) -> str:
    label = words.place(int(level))
    return f"{label}: {region}" if int(level) == 3 and region else label


def _group(name: str, label: str, rows: list[dict[str, Any]], *, line: str = "") -> dict[str, Any]:
    return {"name": name, "label": label, "rows": rows, "line": line}


def _row(label: str, boxes: list[bool]) -> Mapping[str, Any]:
    return {"label": label, "boxes": list(boxes)}


def _second(asked: Questions, words: Words) -> dict[str, Any] | None:
    if not asked.second:
        return None
    until = max((one.cool_until for one in asked.second if one.cool_until), default=None)
    waits = until is not None and until > clock.now()
    return {
        "not_before": words["second_not_before"].format(day=words.day(until)) if waits and until else "",
        "lines": [
            {
                "number": number,
                "label": words.use(one),
                "lines": [*lines_of(given_in(one), words), *_its_moment(asked.page, one, words)],
                "taking_back": words.taking_back(one),
            }
            for number, one in enumerate(asked.second, start=1)
        ],
    }


def _its_moment(page: StoryPage | None, one: Choice, words: Words) -> list[str]:
    """Whoever is not named reads that nobody can know when it goes up."""
    if page is None or one.use.slug != policy.WEBSITE:
        return []
    if not its_moment.waits(page, identity=one.permission.identity):
        return []
    return [words["second_moment"].format(hours=settings.PUBLICATION_WINDOW_HOURS)]
