"""Every rule: it blocks, it does not, and it turns exactly at its edge."""

from datetime import date, timedelta

import pytest

from speakers.matching.facts import Access, Experience, Grant, Restriction, Wish
from speakers.matching.kinds import Identity, Intensity, Kind, Recency, Stance, Status, Whose
from speakers.matching.rules import RULES

from .people import AT, DAY, END, HOUR, MINUTE, SECOND, START, TOWN, busy, codes, km_north, make_pair, talk


def grant(until=END + 365 * DAY, identity=Identity.N4, face=True, voice=True):
    return {"consented_uses": {"talks": Grant(until, identity, face, voice)}}


PRISON = (Experience("prison/short-stay", Whose.SELF, Recency.OVER_5_YEARS),)
ROWS = [
    ("nothing is wrong", {}, {}, []),
    # H01
    ("prospect", {"status": Status.PROSPECT}, {}, ["H01"]),
    ("in training", {"status": Status.TRAINING}, {}, ["H01"]),
    ("resting", {"status": Status.RESTING}, {}, ["H01"]),
    ("paused", {"status": Status.PAUSED}, {}, ["H01"]),
    ("left", {"status": Status.LEFT}, {}, ["H01"]),
    # H02
    ("no yes at all", {"consented_uses": {}}, {}, ["H02"]),
    ("a yes for another use", {"consented_uses": {"radio": Grant(END + 999 * DAY)}}, {}, ["H02"]),
    ("a yes that ended just now", grant(until=AT), {}, ["H02"]),
    ("a yes that still holds, but not for long", grant(until=AT + SECOND), {}, ["H03"]),
    ("no use is asked", {"consented_uses": {}}, {"uses": ()}, []),
    ("two uses asked, both missing", {}, {"uses": ("radio", "tv")}, ["H02", "H02"]),
    # H03
    ("an event needs fourteen days more", grant(until=END + 14 * DAY), {}, []),
    ("one second less than fourteen days", grant(until=END + 14 * DAY - SECOND), {}, ["H03"]),
    ("media need ninety days", grant(until=END + 90 * DAY), {"kind": Kind.MEDIA}, []),
    ("one second less than ninety", grant(until=END + 90 * DAY - SECOND), {"kind": Kind.MEDIA}, ["H03"]),
    ("no use after the day", grant(until=END), {"reuse_days": 0}, []),
    # H04
    ("never trained", {"trainings": {}}, {}, ["H04"]),
    ("training without an end", {"trainings": {"speaking": None}}, {}, []),
    ("training ends on the day", {"trainings": {"speaking": date(2027, 5, 10)}}, {}, []),
    ("training ends the day before", {"trainings": {"speaking": date(2027, 5, 9)}}, {}, ["H04"]),
    ("no training is asked", {"trainings": {}}, {"training": ()}, []),
    # H06
    ("a limit on everything", {"restrictions": (Restriction(),)}, {}, ["H06"]),
    ("a limit on media only", {"restrictions": (Restriction(kinds=frozenset({Kind.MEDIA})),)}, {}, []),
    ("a limit that ends before", {"restrictions": (Restriction(end=START),)}, {}, []),
    ("a limit that ends in the middle", {"restrictions": (Restriction(end=START + SECOND),)}, {}, ["H06"]),
    ("a limit that starts after", {"restrictions": (Restriction(start=END),)}, {}, []),
    ("approval in time", {"restrictions": (Restriction(approval_days=70),)}, {}, []),
    ("approval too late", {"restrictions": (Restriction(approval_days=71),)}, {}, ["H06"]),
    ("near a place", {"restrictions": (Restriction(near=km_north(5), within_km=5),)}, {}, ["H06"]),
    ("not near it", {"restrictions": (Restriction(near=km_north(6), within_km=5),)}, {}, []),
    (
        "near it, but online",
        {"restrictions": (Restriction(near=TOWN, within_km=5),), "remote": True},
        {"remote_ok": True},
        [],
    ),
    # H07: half an hour of padding on both sides
    ("busy right through", {"busy": busy(START, END)}, {}, ["H07"]),
    ("away", {"blackouts": busy(START - DAY, END + DAY)}, {}, ["H07"]),
    ("home as the journey starts", {"busy": busy(START - 2 * HOUR, START - 30 * MINUTE)}, {}, []),
    ("home a second late", {"busy": busy(START - 2 * HOUR, START - 30 * MINUTE + SECOND)}, {}, ["H07"]),
    ("leaves as they come home", {"busy": busy(END + 30 * MINUTE, END + HOUR)}, {}, []),
    ("leaves a second early", {"busy": busy(END + 30 * MINUTE - SECOND, END + HOUR)}, {}, ["H07"]),
    (
        "online there is no journey",
        {"busy": busy(START - HOUR, START), "remote": True},
        {"remote_ok": True},
        [],
    ),
    ("a longer journey", {"busy": busy(START - 2 * HOUR, START - HOUR), "point": km_north(40)}, {}, ["H07"]),
    # H08
    ("at the limit", {"point": km_north(50)}, {}, []),
    ("a kilometre further", {"point": km_north(51)}, {}, ["H08"]),
    ("goes anywhere", {"point": km_north(500), "travel_limit_km": None}, {}, []),
    ("nobody knows from where", {"point": None}, {}, ["H08"]),
    ("far, online, on a screen", {"point": km_north(500), "remote": True}, {"remote_ok": True}, []),
    ("far, online, in person only", {"point": km_north(500)}, {"remote_ok": True}, ["H08"]),
    ("far, stays a night", {"point": km_north(500), "overnight": True}, {"overnight_offered": True}, []),
    ("far, will not stay a night", {"point": km_north(500)}, {"overnight_offered": True}, ["H08"]),
    ("online only, in person only", {}, {"place": None}, ["H08"]),
    ("online only, on a screen", {"remote": True}, {"place": None}, []),
    # H09
    ("will not", {"stances": {"visits": Stance.WILL_NOT}}, {}, ["H09"]),
    ("will", {"stances": {"visits": Stance.WILL}}, {}, []),
    ("never said", {"stances": {}}, {}, []),
    ("will not, of something else", {"stances": {"debt": Stance.WILL_NOT}}, {}, []),
    ("ask first", {"stances": {"visits": Stance.ASK_FIRST}}, {}, []),
    ("ask first, live", {"stances": {"visits": Stance.ASK_FIRST}}, {"open_questions_live": True}, ["H09"]),
    # H10
    ("full name, allows first", {}, {"identity": Identity.N5}, ["H10"]),
    ("first name, allows first", grant(identity=Identity.N4), {}, []),
    ("first name, allows chosen", grant(identity=Identity.N3), {}, ["H10"]),
    ("face asked, not given", grant(face=False), {"face": True}, ["H10"]),
    ("face given, not asked", grant(face=True), {"face": False}, []),
    ("face asked and given", grant(face=True), {"face": True}, []),
    ("voice asked, not given", grant(voice=False), {"voice": True}, ["H10"]),
    ("voice asked and given", grant(voice=True), {"voice": True}, []),
    ("all three", grant(END + 365 * DAY, Identity.N3, False, False),
     {"face": True, "voice": True}, ["H10", "H10", "H10"]),
    # H11
    ("fourteen days rest", {"bookings": (talk(START - 14 * DAY - HOUR),)}, {}, []),
    ("a second less", {"bookings": (talk(START - 14 * DAY - HOUR + SECOND),)}, {}, ["H11"]),
    ("28 after a hard one", {"bookings": (talk(START - 28 * DAY - HOUR, intensity=Intensity.HIGH),)}, {}, []),
    ("27 after a hard one", {"bookings": (talk(START - 27 * DAY, intensity=Intensity.HIGH),)}, {}, ["H11"]),
    ("rest before the next", {"bookings": (talk(END + 14 * DAY),)}, {}, []),
    ("too little before the next", {"bookings": (talk(END + 14 * DAY - SECOND),)}, {}, ["H11"]),
    ("hard, then 14 days", {"bookings": (talk(END + 14 * DAY),)}, {"intensity": Intensity.HIGH}, ["H11"]),
    ("own gap of none", {"bookings": (talk(START - DAY),), "min_gap_days": 0}, {}, []),
    # H12
    ("asked to the limit", {"asks": (AT - DAY,), "max_asks_30d": 1}, {}, ["H12"]),
    ("one more is fine", {"asks": (AT - DAY,), "max_asks_30d": 2}, {}, []),
    ("asked thirty days ago", {"asks": (AT - 30 * DAY,), "max_asks_30d": 1}, {}, []),
    ("a second less than thirty", {"asks": (AT - 30 * DAY + SECOND,), "max_asks_30d": 1}, {}, ["H12"]),
    ("no asks wanted", {"max_asks_30d": 0}, {}, ["H12"]),
    ("talks to the limit", {"bookings": (talk(START - 60 * DAY),), "max_bookings_90d": 1}, {}, ["H12"]),
    ("one more talk is fine", {"bookings": (talk(START - 60 * DAY),), "max_bookings_90d": 2}, {}, []),
    ("ninety days before", {"bookings": (talk(START - 90 * DAY),), "max_bookings_90d": 1}, {}, []),
    ("within ninety days after", {"bookings": (talk(START + 89 * DAY),), "max_bookings_90d": 1}, {}, ["H12"]),
    ("ninety days after", {"bookings": (talk(START + 90 * DAY),), "max_bookings_90d": 1}, {}, []),
    (
        "one on each side, never three in ninety days",
        {"bookings": (talk(START - 60 * DAY), talk(START + 60 * DAY)), "max_bookings_90d": 2},
        {},
        [],
    ),
    (
        "one on each side, three in ninety days",
        {"bookings": (talk(START - 40 * DAY), talk(START + 40 * DAY)), "max_bookings_90d": 2},
        {},
        ["H12"],
    ),
    # H13
    ("blocked", {"blocked_organisers": frozenset({"org-1"})}, {}, ["H13"]),
    ("another is blocked", {"blocked_organisers": frozenset({"org-2"})}, {}, []),
    # H15
    ("no Welsh", {}, {"languages": frozenset({"Welsh"})}, ["H15"]),
    ("Welsh", {"languages": frozenset({"Welsh"})}, {"languages": frozenset({"Welsh"})}, []),
    ("an interpreter", {}, {"languages": frozenset({"Welsh"}), "interpreter": True}, []),
    ("no ramp", {"access": (Access("ramp"),)}, {}, ["H15"]),
    ("a ramp", {"access": (Access("ramp"),)}, {"access_offered": frozenset({"ramp"})}, []),
    ("no ramp at home", {"access": (Access("ramp"),), "remote": True}, {"remote_ok": True}, []),
    (
        "captions at home too",
        {"access": (Access("captions", also_online=True),), "remote": True},
        {"remote_ok": True},
        ["H15"],
    ),
    # H16: the request is 70 days and one hour away
    ("seventy days", {"notice_days": {Kind.EVENT: 70}}, {}, []),
    ("seventy-one days", {"notice_days": {Kind.EVENT: 71}}, {}, ["H16"]),
    ("notice for media only", {"notice_days": {Kind.MEDIA: 71}}, {}, []),
    # H17
    ("must have prison", {}, {"must_have": (Wish("prison"),)}, ["H17"]),
    ("has it, by the branch", {"experiences": PRISON}, {"must_have": (Wish("prison"),)}, []),
    ("a longer word is no branch", {"experiences": PRISON}, {"must_have": (Wish("pris"),)}, ["H17"]),
    ("family asked", {"experiences": PRISON}, {"must_have": (Wish("prison", Whose.FAMILY),)}, ["H17"]),
    (
        "recent asked, old told",
        {"experiences": PRISON},
        {"must_have": (Wish("prison", recencies=frozenset({Recency.NOW})),)},
        ["H17"],
    ),
    (
        "both stands for family",
        {"experiences": (Experience("prison", Whose.BOTH),)},
        {"must_have": (Wish("prison", Whose.FAMILY),)},
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("speaker", "request_", "wanted"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS]
)
def test_a_rule_blocks_exactly_where_it_should(speaker, request_, wanted):
    pair = make_pair(speaker, request_)

    assert codes(pair) == wanted


def test_the_table_has_a_row_that_blocks_for_every_rule():
    blocked = {code for row in ROWS for code in row[3]}

    assert blocked == {rule.code for rule in RULES}


def test_all_rules_are_asked_even_after_the_first_no():
    speaker = {"status": Status.LEFT, "consented_uses": {}, "trainings": {}, "point": km_north(99)}
    pair = make_pair(speaker, {"start": START, "end": START + timedelta(hours=1)})

    assert codes(pair) == ["H01", "H02", "H04", "H08"]


def test_times_without_a_zone_are_refused():
    with pytest.raises(ValueError, match="time zone"):
        make_pair({}, {"start": START.replace(tzinfo=None), "end": END.replace(tzinfo=None)})


def test_an_end_before_its_start_is_refused():
    with pytest.raises(ValueError, match="after the start"):
        make_pair({}, {"start": END, "end": START})
