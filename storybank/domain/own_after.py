"""What this room holds about one person beside their words, for their own copy: thanks, and what came after."""

from typing import Any

from consent.domain.care import files
from consent.enums import Subject
from people import keyring
from people.domain.own_data import by_role
from people.models import Person
from storybank.domain import never_know
from storybank.domain.came_back import opened
from storybank.domain.replies import giving, wishing
from storybank.domain.replies.gaps import said_with_gaps
from storybank.models import (
    AfterWish,
    Answer,
    CheckIn,
    FromElsewhere,
    GroupSeat,
    NeverKnow,
    Promise,
    ReplyGiven,
    ReplyWish,
    SaidToUs,
    Skill,
    TellerSaid,
    WhatHappened,
    WorkshopSeat,
    YearlyTalk,
)
from storybank.thanks.giving import Due, due_to


def own_after(person: Person) -> dict[str, Any]:
    return {
        "Thanks for being asked": [_thanks(one) for one in due_to(person)],
        "Letters about what happened": [_letters(person)],
        "Evenings with others": [_evening(row) for row in _evenings(person)],
        "Writing together": [_together(row) for row in _pieces(person)],
        "Who must never know it is you": [_never(row) for row in _kept_from(person)],
        "Yearly talks": [_yearly(row) for row in YearlyTalk.objects.filter(person=person).order_by("pk")],
        "Voice notes from elsewhere": [_elsewhere(row) for row in _brought(person)],
        "How it was afterwards": [_check_in(row) for row in _asked(person)],
        "Letters from readers": [_letters_from_readers(person)],
        "Answers and promises": _came_back(person),
        "What you learned and gave": [_skill(person, row) for row in Skill.objects.filter(person=person)],
    }


def _asked(person: Person) -> list[CheckIn]:
    return list(CheckIn.objects.filter(person=person, asked_at__isnull=False).order_by("asked_at", "pk"))


def _check_in(row: CheckIn) -> dict[str, Any]:
    return {
        "Asked": row.asked_at,
        "After so many days": row.days,
        "You said": row.get_said_display(),
        "When": row.said_at,
        "How": row.get_how_display(),
        "Written down by": by_role(row.written_by),
        "Somebody rang": row.rung_at,
    }


def _thanks(one: Due) -> dict[str, Any]:
    line = one.line
    return {
        "What": f"{one.thanks.get_kind_display()} of {one.thanks.amount}",
        "Said before you were asked": one.thanks.set_at,
        "Given": line.given_at if line else None,
        "By": by_role(line.given_by) if line else "",
        "You said no thank you": line.declined_at if line else None,
    }


def _letters(person: Person) -> dict[str, Any]:
    wish = AfterWish.objects.filter(person=person).first()
    rows = WhatHappened.objects.filter(person=person).order_by("sent_at")
    return {
        "You want them": {"Yes": wish.letters if wish else True, "Said": wish.said_at if wish else None},
        "Letters": [
            {
                "Sent": row.sent_at,
                "By": by_role(row.sent_by),
                "You read it": row.read_at,
                "What it told": _opened(person, row.lines_sealed),
                "Our own words in it": _opened(person, row.added_sealed),
            }
            for row in rows
        ],
    }


def _opened(person: Person, sealed: bytes | memoryview) -> str:
    try:
        return keyring.unseal(person.uid, bytes(sealed)) if sealed else ""
    except keyring.KeyShredded:
        return ""


def _evenings(person: Person) -> list[WorkshopSeat]:
    return list(WorkshopSeat.objects.filter(person=person).select_related("workshop__led_by").order_by("pk"))


def _evening(row: WorkshopSeat) -> dict[str, Any]:
    """Who else was there is theirs to say."""
    return {"On": row.workshop.on, "Led by": by_role(row.workshop.led_by)}


def _pieces(person: Person) -> list[GroupSeat]:
    return list(GroupSeat.objects.filter(person=person).select_related("piece__workshop").order_by("pk"))


def _together(row: GroupSeat) -> dict[str, Any]:
    return {
        "What staff call it": f"The piece of {row.piece.workshop}",
        "Begun": row.piece.opened_at,
        "You wrote it": row.pen,
        "Your answer": row.get_said_display() or "Not yet",
        "When": row.said_at,
    }


def _kept_from(person: Person) -> list[NeverKnow]:
    return list(NeverKnow.objects.filter(person=person).select_related("file").order_by("pk"))


def _never(row: NeverKnow) -> dict[str, Any]:
    said = never_know.opened(row)
    return {"Said": row.said_at, "Who": said.labels, "In your words": said.words}


def _yearly(row: YearlyTalk) -> dict[str, Any]:
    return {
        "Number": row.code,
        "How": row.get_way_display(),
        "Begun": row.begun_at,
        "Done": row.done_at,
        "Written down by": by_role(row.by),
        "Still safe to reach you so": row.reach_ok,
        "What you said is wrong": row.wrong,
    }


def _brought(person: Person) -> list[FromElsewhere]:
    return list(FromElsewhere.objects.filter(person=person).select_related("brought_by").order_by("pk"))


def _elsewhere(row: FromElsewhere) -> dict[str, Any]:
    return {
        "Said on": row.said_on,
        "How it came": row.get_road_display(),
        "How you agreed": row.agreed,
        "On": row.agreed_on,
        "Brought by": by_role(row.brought_by),
        "When": row.brought_at,
    }


def _came_back(person: Person) -> list[dict[str, Any]]:
    """To the stories they tell. What others who tell them said of it is those others'."""
    mine = list(files.files_by(person, kind=Subject.STORY).values_list("pk", flat=True))
    rows: list[Answer | Promise] = []
    for model in (Answer, Promise):
        rows += (
            model.objects.filter(file_id__in=mine).select_related("file").prefetch_related("said", "told_us")
        )
    return [
        {
            "Who": words.who,
            "What they said": words.words,
            "On": row.on,
            "For which day": row.due if isinstance(row, Promise) else None,
            "They say it is done since": row.claimed_on if isinstance(row, Promise) else None,
            "How it came": f"{row.get_came_by_display()}. {words.source}",
            "Written down by": by_role(row.written_by),
            "You said": [_of_it(one) for one in row.said.all() if one.person_id == person.pk],
            "You told us": [_told_us(one) for one in row.told_us.all() if one.person_id == person.pk],
        }
        for row, words in opened(rows).items()
    ]


def _told_us(one: SaidToUs) -> dict[str, Any]:
    checked = {
        "Now": one.get_outcome_display(),
        "Checked": one.checked_at,
        "Checked by": by_role(one.checked_by),
    }
    return _of_it(one) | checked


def _of_it(one: TellerSaid | SaidToUs) -> dict[str, Any]:
    return {
        "To": one.get_about_display(),
        "Said": one.get_said_display(),
        "When": one.said_at,
        "How": one.get_how_display(),
        "Written down by": by_role(one.written_by),
    }


def _skill(person: Person, row: Skill) -> dict[str, Any]:
    return {
        "What": row.get_kind_display(),
        "In words": _opened(person, row.words_sealed),
        "On": row.on,
        "Whose words": by_role(row.proposed_by) or "Your own",
        "Written": row.made_at,
        "You said": row.get_said_display() or "Not yet",
        "When": row.said_at,
        "How": row.get_how_display(),
        "Written down by": by_role(row.written_by),
    }


def _letters_from_readers(person: Person) -> dict[str, Any]:
    return {
        "You want them": [_reply_wish(row) for row in wishing.wishes_of(person)],
        "Letters": [_reply(row) for row in giving.given_to(person).order_by("given_at", "pk")],
    }


def _reply_wish(row: ReplyWish) -> dict[str, Any]:
    return {
        "Yes": row.wants,
        "Said": row.said_at,
        "How": row.get_how_display(),
        "Written down by": by_role(row.written_by),
    }


def _reply(row: ReplyGiven) -> dict[str, Any]:
    """A reader's words, given to them for good."""
    return {
        "Given": row.given_at,
        "What it says": said_with_gaps(giving.opened(row).words),
        "You read it": row.read_at,
        "You put it away": row.put_away_at,
        "On paper": row.printed_at,
        "Printed by": by_role(row.printed_by),
    }
