"""Typing in what came back. Nothing of it counts before a second person has compared it with the sheets."""

import json
from datetime import date, datetime, time, timedelta

from django.db import transaction

from consent.domain.acts.choices import open_together
from consent.domain.written.saying import Wider, given_of, refuse_wider
from people import clock, keyring
from people.domain import links
from people.enums import LinkPurpose
from people.models import Person, User
from storybank.domain.drafts import LONGEST, LONGEST_TITLE
from storybank.domain.paper_packs import printed_on
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin import standing
from storybank.paper_twin.entry import Entry

MAY_BE_TYPED = (PackState.PRINTED, PackState.GIVEN, PackState.BACK, PackState.ENTERED)
OLDEST = timedelta(days=90)
OVERHEARD = (
    "An officer could hear them that day, so no yes and no “goes on” counts from it."
    " Leave those sheets out, and ask on another day with a new pack. What they wrote can be typed in."
)


class CannotEnter(ValueError):
    """It cannot be typed in so; the sentence says why and what to do, for staff."""


@transaction.atomic
def give_to(pack: PaperPack, person: Person) -> PaperPack:
    """A blank pack was filled in by this person: from now on it is theirs, and lies under their key."""
    held = PaperPack.objects.select_for_update(of=("self",)).get(pk=pack.pk)
    if held.person is not None:
        raise CannotEnter("These sheets are somebody's already. Nothing was changed.")
    sheets = printed_on(held)
    held.person = person
    held.printed_sealed = keyring.seal(held.owner, json.dumps(sheets))
    held.save(update_fields=["person", "printed_sealed"])
    return held


@transaction.atomic
def not_theirs(pack: PaperPack) -> PaperPack:
    """A slip of the hand: a blank pack that was put down to the wrong person is nobody's again.

    What was scanned and typed as theirs goes with it, and is done afresh for whoever it was. Raises `CannotEnter`.
    """
    held = PaperPack.objects.select_for_update(of=("self",)).get(pk=pack.pk)
    if not held.batch or held.person is None or held.file is not None or held.state not in MAY_BE_TYPED:
        raise CannotEnter("These sheets were printed for them, or have been counted. Nothing was changed.")
    sheets = printed_on(held)
    held.scans.all().delete()
    links.end(purpose=LinkPurpose.CHECK_SHEETS, target=held.uid.hex)
    held.person, held.state, held.overheard = None, PackState.PRINTED, False
    held.entered_by = held.entered_at = held.told_at = held.given_at = None
    held.entry_sealed, held.back_why_sealed = b"", b""
    held.printed_sealed = keyring.seal(held.owner, json.dumps(sheets))
    held.save()
    return held


@transaction.atomic
def enter(pack: PaperPack, entry: Entry, *, overheard: bool, by: User) -> PaperPack:
    """Keep what was typed. Raises `CannotEnter` and keeps nothing when it cannot count as it is."""
    held = PaperPack.objects.select_for_update(of=("self",)).get(pk=pack.pk)
    if (why := standing.why_void(held)) is not None:
        raise CannotEnter(str(why.label))
    if held.state not in MAY_BE_TYPED:
        raise CannotEnter("These sheets have been counted already. Nothing was changed.")
    if held.person is None:
        raise CannotEnter("Say first who filled them in.")
    refuse(held, entry, overheard=overheard)
    held.entry_sealed = keyring.seal(held.owner, json.dumps(entry.plain()))
    held.told_at = heard(date.fromisoformat(entry.told_on))
    held.overheard = overheard
    held.entered_by, held.entered_at = by, clock.now()
    held.state, held.back_why_sealed = PackState.ENTERED, b""
    held.save()
    links.end(purpose=LinkPurpose.CHECK_SHEETS, target=held.uid.hex)  # typed anew, compared anew
    return held


def refuse(pack: PaperPack, entry: Entry, *, overheard: bool) -> None:
    """Everything that would not count, said before anything is kept."""
    if not entry.says_something:
        raise CannotEnter("Nothing is typed in yet. A stop slip has a place of its own.")
    day = date.fromisoformat(entry.told_on)
    _refuse_odd_day(pack, day)
    if entry.consents and (overheard or _overheard_that_day(pack, day)):
        raise CannotEnter(OVERHEARD)
    if (entry.words or entry.untidy) and entry.choices:
        raise CannotEnter(
            "They changed words and ticked boxes on the same sheets. A yes is for words as they stand:"
            " type in the changed words and leave the boxes out. Then print the new words for them."
        )
    _refuse_odd_words(entry)
    if entry.second:
        _refuse_too_soon(pack, entry, day)
    _refuse_wider(pack, entry)


def _refuse_odd_day(pack: PaperPack, day: date) -> None:
    if day > clock.today():
        raise CannotEnter("This day is still to come. Write the day on which they filled it in.")
    if day < clock.today() - OLDEST:
        raise CannotEnter("That is more than three months ago. Ask them again.")
    if day < pack.printed_at.astimezone(clock.LONDON).date():
        raise CannotEnter("That day was before these sheets were printed. Look at the day once more.")


def _refuse_odd_words(entry: Entry) -> None:
    if len(entry.story) > LONGEST or any(len(text) > LONGEST for text in entry.words.values()):
        raise CannotEnter(
            "This is too long for one story. Type a part of it, and the rest as a second story."
        )
    if len(entry.title) > LONGEST_TITLE:
        raise CannotEnter(f"Use a shorter name: at most {LONGEST_TITLE} letters and spaces.")
    if entry.people == "yes" and not entry.who:
        raise CannotEnter("Write who is in it, as they wrote it: “my sister”.")


def heard(day: date) -> datetime:
    """Paper says a day and no hour: its last moment, or now while it is that day."""
    last = datetime.combine(day, time(23, 59), tzinfo=clock.LONDON).astimezone(clock.UTC)
    return min(last, clock.now())


def began(day: date) -> datetime:
    """The first moment of the day: what has to be over on that day has to be over then."""
    return datetime.combine(day, time(), tzinfo=clock.LONDON).astimezone(clock.UTC)


def _overheard_that_day(pack: PaperPack, day: date) -> bool:
    others = PaperPack.objects.filter(person=pack.person, overheard=True, told_at__isnull=False).exclude(
        pk=pack.pk
    )
    return any(row.told_at.astimezone(clock.LONDON).date() == day for row in others if row.told_at)


def _refuse_too_soon(pack: PaperPack, entry: Entry, day: date) -> None:
    from_paper = {one.uid.hex: one.cool_until for one in standing.thinking(pack)}
    ends = [until for uid in entry.second if entry.second[uid] and (until := from_paper.get(uid))]
    if any(until > began(day) for until in ends):
        raise CannotEnter(
            "They filled in the second sheet before their thinking time was over. Ask them once more, after it."
        )


def _refuse_wider(pack: PaperPack, entry: Entry) -> None:
    if not entry.choices or pack.person is None or pack.file is None:
        return
    asked = {one.use.slug: one for one in open_together(pack.person, pack.file.pk)}
    said = [given_of(item) for item in entry.choices]
    if {item.use for item in said} != set(asked):
        raise CannotEnter("Say for each way what they ticked, also where they left it empty.")
    for item in said:
        try:
            refuse_wider(asked[item.use], item)
        except Wider as error:
            raise CannotEnter(str(error)) from error
