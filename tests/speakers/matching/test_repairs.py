"""A repair is a concrete sentence, and doing it takes the blocker away."""

from datetime import date

import pytest

from speakers.matching.diary_rules import find_short_notice, mend_short_notice
from speakers.matching.facts import Access, Grant, Restriction, Wish
from speakers.matching.kinds import Identity, Kind, Stance, Status
from speakers.matching.rules import RULES, find_blockers, mend_all

from .people import AT, DAY, END, HOUR, MINUTE, START, TOWN, busy, codes, km_north, make_pair, talk

FAR = km_north(120)
ROWS = [
    ({"status": Status.RESTING, "resting_until": AT + 9 * DAY}, {}, "Is resting.", "Ask from 10 March 2027"),
    (
        {"consented_uses": {}},
        {},
        "Has not said yes to talks at events.",
        "Their supporter may ask about talks at events",
    ),
    (
        {"consented_uses": {"talks": Grant(END + 3 * DAY, Identity.N4)}},
        {},
        "Their yes to talks at events ends on 13 May 2027; this needs it until 24 May 2027.",
        "Agree that nothing is used again after 13 May 2027",
    ),
    (
        {"consented_uses": {"talks": Grant(START - DAY, Identity.N4)}},
        {},
        "Their yes to talks at events ends on 9 May 2027; this needs it until 24 May 2027.",
        "Their supporter may ask whether the yes to talks at events goes on",
    ),
    (
        {"trainings": {"speaking": date(2027, 5, 3)}},
        {},
        "Their training (speaking safely) ends on 3 May 2027; this is on 10 May 2027.",
        "Refresher (speaking safely) before 10 May 2027",
    ),
    (
        {"trainings": {}},
        {},
        "Has not done the training: speaking safely.",
        "Course (speaking safely) before 10 May 2027",
    ),
    (
        {"restrictions": (Restriction(near=TOWN, within_km=5),), "remote": True},
        {},
        "May not go near that place.",
        "Offer it online",
    ),
    (
        {"restrictions": (Restriction(approval_days=80),)},
        {},
        "Needs an approval that takes 80 days.",
        "Move it to 20 May 2027 or later",
    ),
    (
        {"busy": busy(START - 2 * HOUR, START - 10 * MINUTE)},
        {},
        "Not free then, counting the journey.",
        "Start 20 minutes later",
    ),
    (
        {"busy": busy(END + 9 * MINUTE, END + 9 * HOUR)},
        {},
        "Not free then, counting the journey.",
        "Start 25 minutes earlier",
    ),
    (
        {"busy": busy(START - 9 * HOUR, START), "blackouts": busy(END, END + 9 * HOUR), "remote": True},
        {},
        "Not free then, counting the journey.",
        "Offer it online",
    ),
    (
        {"blackouts": busy(START - DAY, START + DAY)},
        {},
        "Not free then, counting the journey.",
        "Move it to 12 May 2027",
    ),
    ({"point": FAR, "remote": True}, {}, "Up to 120 km away; travels up to 50 km.", "Offer it online"),
    (
        {"point": FAR, "overnight": True},
        {},
        "Up to 120 km away; travels up to 50 km.",
        "Offer a ticket and a night's stay",
    ),
    (
        {"point": FAR},
        {},
        "Up to 120 km away; travels up to 50 km.",
        "Find a place within 50 km of where they live",
    ),
    ({"point": None}, {}, "We do not know how far they would travel.", "Ask which area they live in"),
    (
        {},
        {"place": None},
        "This is online; they speak in person only.",
        "Find them a room with a screen and someone to help",
    ),
    (
        {"stances": {"debt": Stance.WILL_NOT}},
        {"topics": ("visits", "debt")},
        "Does not speak about debt.",
        "Leave out debt",
    ),
    (
        {"stances": {"visits": Stance.ASK_FIRST}},
        {"open_questions_live": True},
        "Wants to be asked first about prison visits.",
        "Send the questions ahead",
    ),
    (
        {},
        {"identity": Identity.N5},
        "Allows first name; this asks for full name.",
        "Ask for first name instead of full name",
    ),
    (
        {"consented_uses": {"talks": Grant(END + 99 * DAY, Identity.N4)}},
        {"face": True},
        "Does not want their face used.",
        "Do without their face",
    ),
    (
        {"bookings": (talk(START - 3 * DAY),)},
        {},
        "Rests 14 days between talks; there is one on 7 May 2027.",
        "Move it to 22 May 2027",
    ),
    (
        {"asks": (AT - 20 * DAY, AT - 10 * DAY), "max_asks_30d": 2},
        {},
        "Wants 2 asks at most in 30 days.",
        "Ask from 11 March 2027",
    ),
    (
        {"bookings": (talk(START - 60 * DAY),), "max_bookings_90d": 1},
        {},
        "Wants 1 talk at most in 90 days.",
        "Move it to 9 June 2027",
    ),
    (
        {},
        {"languages": frozenset({"Welsh", "BSL"})},
        "Does not speak BSL and Welsh.",
        "Book an interpreter for BSL and Welsh",
    ),
    ({"access": (Access("a-ramp"),)}, {}, "Needs a ramp; not offered yet.", "Make sure of a ramp"),
    (
        {"notice_days": {Kind.EVENT: 71}},
        {},
        "Wants 71 days of notice.",
        "Move it to 11 May 2027 or later",
    ),
    ({}, {"must_have": (Wish("prison"),)}, "Has not told us of prison.", "Make prison a wish, not a must"),
]


def test_a_day_that_is_over_is_said_and_moved_also_for_somebody_who_wants_no_notice():
    pair = make_pair({}, {"start": AT - DAY, "end": AT - DAY + HOUR})

    (finding,) = find_short_notice(pair)

    assert finding.text == "The day is over."
    assert find_short_notice(mend_short_notice(pair)) == ()


@pytest.mark.parametrize(("speaker", "request_", "text", "repair"), ROWS, ids=[row[3] for row in ROWS])
def test_the_blocker_says_what_and_the_repair_says_how_and_works(speaker, request_, text, repair):
    pair = make_pair(speaker, request_)

    (blocker,) = find_blockers(pair)
    mended = mend_all(pair)

    assert (blocker.text, blocker.repair.text) == (text, repair)
    assert mended is not None
    assert codes(mended) == []


NO_WAY = [
    {"status": Status.PROSPECT},
    {"status": Status.LEFT},
    {"status": Status.PAUSED, "resting_until": AT + DAY},
    {"status": Status.RESTING, "resting_until": START},
    {"restrictions": (Restriction(),)},
    {"stances": {"visits": Stance.WILL_NOT}},
    {"blocked_organisers": frozenset({"org-1"})},
    {"max_asks_30d": 0},
    {"max_bookings_90d": 0},
    {"blackouts": busy(START - DAY, START + 60 * DAY)},
]


@pytest.mark.parametrize("speaker", NO_WAY, ids=[str(row) for row in NO_WAY])
def test_where_nothing_helps_no_repair_is_offered(speaker):
    pair = make_pair(speaker)

    (blocker,) = find_blockers(pair)

    assert blocker.repair is None
    assert mend_all(pair) is None


def test_a_pause_by_support_reads_the_same_as_a_rest_of_unknown_length():
    resting = find_blockers(make_pair({"status": Status.RESTING}))
    paused = find_blockers(make_pair({"status": Status.PAUSED, "resting_until": AT + DAY}))

    assert resting == paused


def test_every_rule_but_the_block_can_be_mended():
    assert [rule.code for rule in RULES if rule.mend is None] == ["H13"]
