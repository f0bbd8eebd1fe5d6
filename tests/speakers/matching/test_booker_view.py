"""Private reasons stay private: two worlds that differ only in them give bookers the same bytes."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from speakers.matching.blockers import Finding, ReasonClass, Repair, Rule
from speakers.matching.booker import NEUTRAL, for_booker
from speakers.matching.facts import Restriction
from speakers.matching.kinds import Kind, Stance
from speakers.matching.pair import Pair
from speakers.matching.rules import RULES, find_blockers
from speakers.matching.shortlist import shortlist, shortlist_for_booker

from .people import AT, km_north, make_request, make_speaker
from .worlds import unhurried, with_private_facts, worlds

BLOCK = {"blocked_organisers": frozenset({"org-1"})}
REFUSE = {"stances": {"visits": Stance.WILL_NOT}}
LIMIT = {"restrictions": (Restriction(), Restriction(approval_days=999))}


def view(speakers, request=None, rules=RULES):
    made = shortlist(request or make_request(), speakers, at=AT, run="run-1", rules=rules)
    return shortlist_for_booker(made)


def stands_openly(speaker, request):
    return any(not blocker.private for blocker in find_blockers(Pair(speaker, request, AT)))


def stands_privately(speaker, request):
    return any(blocker.private for blocker in find_blockers(Pair(speaker, request, AT)))


@unhurried
@given(st.data(), worlds())
def test_worlds_that_differ_only_in_private_facts_look_the_same_to_bookers(data, world):
    request, people = world
    one, other = [], []
    for speaker in people:
        here = data.draw(with_private_facts(speaker))
        there = data.draw(with_private_facts(speaker))
        same_bar = stands_privately(here, request) == stands_privately(there, request)
        if not same_bar and not stands_openly(speaker, request):
            there = here
        one.append(here)
        other.append(there)

    assert view(one, request).to_json() == view(other, request).to_json()


@unhurried
@given(st.data(), worlds())
def test_where_an_open_reason_stands_bookers_cannot_tell_whether_a_private_one_does_too(data, world):
    request, people = world
    hidden = [
        data.draw(with_private_facts(speaker)) if stands_openly(speaker, request) else speaker
        for speaker in people
    ]

    assert view(hidden, request).to_json() == view(people, request).to_json()


def test_the_views_do_differ_when_an_open_fact_differs():
    assert view([make_speaker(point=km_north(99))]).to_json() != view([make_speaker()]).to_json()


def test_the_explanations_for_support_do_differ_when_a_private_fact_differs():
    one = shortlist(make_request(), [make_speaker(**BLOCK)], at=AT, run="run-1")
    other = shortlist(make_request(), [make_speaker(**LIMIT)], at=AT, run="run-1")

    assert one.to_json() != other.to_json()


def test_one_private_reason_or_many_is_one_neutral_sentence():
    views = [view([make_speaker(**facts)]) for facts in (BLOCK, REFUSE, LIMIT, {**BLOCK, **LIMIT, **REFUSE})]

    (told,) = views[0].excluded
    assert (told.sentence, told.reasons, told.parts, told.score) == (NEUTRAL, (), (), None)
    assert len({seen.to_json() for seen in views}) == 1


def test_an_open_reason_is_told_under_the_same_sentence():
    (far,) = view([make_speaker(point=km_north(99))]).excluded
    (far_and_blocked,) = view([make_speaker(point=km_north(99), **BLOCK)]).excluded

    assert far.sentence == NEUTRAL
    assert [reason.text for reason in far.reasons] == ["Up to 100 km away; travels up to 50 km."]
    assert far.to_json() == far_and_blocked.to_json()


def test_nothing_private_is_anywhere_in_what_bookers_get():
    private = make_speaker("sam", **{**BLOCK, **REFUSE, **LIMIT})
    made = shortlist(make_request(), [private], at=AT, run="run-1")

    seen = for_booker(made.excluded[0]).to_json() + shortlist_for_booker(made).to_json()
    kept = made.to_json()

    for word in ("H06", "H09", "H13", "organiser", "limit", "will_not", "prison visits", "restrictions"):
        assert word not in seen
        assert word in kept


def test_the_order_of_those_left_out_tells_nothing_private():
    far, tired = make_speaker("far", point=km_north(99)), make_speaker("tired", notice_days={Kind.EVENT: 99})

    plain = view([far, tired])
    hidden = view([replace(far, **BLOCK), replace(tired, **LIMIT)])

    assert [told.speaker for told in plain.excluded] == [told.speaker for told in hidden.excluded]


def test_small_counts_are_rounded_and_count_nothing_private():
    far = [make_speaker(f"far-{n}", point=km_north(99)) for n in range(6)]
    late = [make_speaker(f"late-{n}", notice_days={Kind.EVENT: 99}) for n in range(4)]
    wary = [make_speaker(f"wary-{n}", **BLOCK) for n in range(7)]
    people = [make_speaker(), *far, *late, *wary]

    made = shortlist(make_request(), people, at=AT, run="run-1")

    assert made.summary.sentence == ("1 can do it; 17 are one fact away: 7 organiser, 6 distance, 4 notice.")
    assert view(people).summary.sentence == (
        "1 can do it; 10 are one fact away: 6 distance, fewer than 5 notice."
    )
    assert view([*far, *late]).summary.sentence == (
        "Nobody can do it yet; 10 are one fact away: 6 distance, fewer than 5 notice."
    )


def test_a_choice_for_finance_and_the_speaker_neither_blocks_nor_shows():
    soft = Rule("H20", ReasonClass.D, lambda _: (Finding("The fee is above a limit.", "fee"),))

    made = shortlist(make_request(), [make_speaker()], at=AT, run="run-1", rules=(*RULES, soft))

    assert [blocker.code for blocker in made.ranked[0].blockers] == ["H20"]
    assert view([make_speaker()], rules=(*RULES, soft)).to_json() == view([make_speaker()]).to_json()


def test_a_rule_is_added_with_one_function_and_one_row():
    repair = Repair("review", "Offer a talk with support", "support")
    ready = Rule("H05", ReasonClass.B, lambda _: (Finding("Not at the moment.", "readiness", repair),))

    made = shortlist(make_request(), [make_speaker()], at=AT, run="run-1", rules=(*RULES, ready))

    assert [blocker.code for blocker in made.excluded[0].blockers] == ["H05"]
    assert view([make_speaker()], rules=(*RULES, ready)).excluded == view([make_speaker(**BLOCK)]).excluded
    assert json.loads(made.excluded[0].to_json())["blockers"][0]["cls"] == "B"
