"""What goes with a choice, said in the language of the sheets: for the slip of the second yes and for who checks."""

from datetime import timedelta

from consent.domain.acts.choices import Choice, shown_of
from consent.domain.acts.choosing import Given
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail, Trigger
from storybank.paper_twin.sheet_words import Words


def given_in(choice: Choice) -> Given:
    """What a choice that was given holds, in the shape in which it is given."""
    row, shown = choice.permission, shown_of(choice.permission)
    return Given(
        use=choice.use.slug,
        answer=Answer(row.answer),
        identity=IdentityLevel(row.identity),
        name=shown.name,
        face=row.face,
        voice=row.voice,
        place=PlaceDetail(row.place),
        shown_place=shown.place,
        time=TimeDetail(row.time),
        shown_when=shown.when,
        check_first=tuple(Trigger(turn) for turn in row.check_first),
        until_event=Trigger(row.until_event) if row.until_event else None,
        until=row.valid_until,
        max_uses=row.max_uses,
    )


def lines_of(given: Given, words: Words, *, written: bool = True) -> list[str]:
    """Short lines, one for each thing that is shown or agreed; what is not here is not shown."""
    level = max(int(given.identity), int(IdentityLevel.N2))
    lines = [words.level(level) + (f": {given.name}" if given.name else "")]
    lines += [words["face"]] if given.face else []
    lines += [words["voice"]] if given.voice else []
    if given.place:
        lines.append(_with(words.place(int(given.place)), given.shown_place))
    if given.time:
        lines.append(_with(words.time(int(given.time), written=bool(given.shown_when)), given.shown_when))
    lines += [f"{words['first']} {words.turn(turn.value)}" for turn in given.check_first]
    lines += [f"{words['until']} {words.turn(given.until_event.value)}"] if given.until_event else []
    lines += [words["once"]] if given.max_uses == 1 else []
    if given.until is not None:
        lines.append(f"{words['end']}: {words.day(given.until - timedelta(seconds=1))}")
    return lines


def _with(what: str, value: str) -> str:
    return f"{what}: {value}" if value else what
