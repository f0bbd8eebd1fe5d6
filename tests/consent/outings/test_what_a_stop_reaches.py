"""Outings in reach of a stop ⟺ actions, on random histories, by plain SQL; and the table of moves itself."""

from datetime import datetime, timedelta
from itertools import product

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from consent.domain.out import recall_table
from consent.domain.out.outings import Kind, begin, end
from consent.domain.out.recall_table import NotThatWay, due, first_state, moved
from consent.domain.stop import stopping
from consent.enums import CaseKind, Method, OutingKind, RecallClass, RecallState
from consent.models import Outing, RecallAction, StopCase, Use
from people import clock
from tests.factories.consent import a_file, a_person, a_version, cleared

USES = ("website", "newspapers", "funders", "radio-tv")
IN_REACH = """
    SELECT o.id FROM consent_outing o
    JOIN consent_stopcase_files f ON f.consentfile_id = o.file_id AND f.stopcase_id = %s
    JOIN consent_stopcase c ON c.id = f.stopcase_id
    WHERE (o.ended_at IS NULL OR o.ended_at >= c.recorded_at)
      AND (c.use_slug = '' OR c.use_slug = o.use_slug)
      AND NOT EXISTS (SELECT 1 FROM consent_recallaction a JOIN consent_stopcase b ON b.id = a.case_id
                      WHERE a.outing_id = o.id AND b.id < c.id)
    ORDER BY o.id
"""
went_out = st.tuples(
    st.integers(0, 1), st.sampled_from(USES), st.sampled_from(list(OutingKind)), st.booleans()
)


def month_on():
    """After every thinking time, before any yes runs out."""
    return clock.now() + timedelta(days=30)


def in_reach(case):
    with connection.cursor() as cursor:
        cursor.execute(IN_REACH, [case.pk])
        return [pk for (pk,) in cursor.fetchall()]


def acted_on(case):
    return list(case.actions.order_by("outing_id").values_list("outing_id", flat=True))


@pytest.mark.django_db
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    outings=st.lists(went_out, max_size=8),
    stops=st.lists(
        st.tuples(st.sampled_from([0, 1, None]), st.sampled_from(["", *USES])), min_size=1, max_size=3
    ),
)
def test_every_outing_in_reach_of_a_stop_has_one_action_and_nothing_else_has(outings, stops):
    Use.objects.update(single_use=False)
    person = a_person()
    versions = [a_version(a_file(person)) for _ in range(2)]
    for version in versions:
        cleared(version, *USES)
    with clock.at(month_on()):
        for which, use, kind, over in outings:
            made = begin(versions[which], use=use, kind=kind)
            if over:
                end(made)
    cases = []
    for number, (which, use) in enumerate(stops, start=1):
        with clock.at(month_on() + timedelta(hours=number)):
            files = None if which is None else [versions[which].file]
            done = stopping.stop(person, files=files, use=use)
            cases.append(StopCase.objects.get(code=done.code))

    assert [acted_on(case) for case in cases] == [in_reach(case) for case in cases]
    everything = [pk for case in cases for pk in acted_on(case)]
    assert len(everything) == len(set(everything))
    still_ours = Outing.objects.filter(pk__in=everything, recall_class="R0", ended_at=None)
    assert not still_ours.exists()


@pytest.mark.django_db
def test_a_stop_says_honestly_at_once_what_it_could_do():
    person = a_person()
    version = a_version(a_file(person))
    cleared(version, *USES)
    with clock.at(month_on()):
        now = clock.now()
        for use, kind in (
            ("website", Kind.SURFACE),
            ("funders", Kind.PACK),
            ("newspapers", Kind.PACK),
            ("radio-tv", Kind.PACK),
        ):
            begin(version, use=use, kind=kind)
        stopping.stop(person, method=Method.PHONE)

    actions = RecallAction.objects.order_by("outing_id").select_related("outing")

    assert [(action.outing.use_slug, action.state, action.due, action.done_at) for action in actions] == [
        ("website", "done", None, now),
        ("funders", "todo", now + timedelta(hours=1), None),
        ("newspapers", "todo", recall_table.due(RecallClass.R2, since=now), None),
        ("radio-tv", "impossible", None, None),
    ]
    case = StopCase.objects.get()
    assert (case.kind, case.route, case.person, case.received_at, case.effective_at) == (
        CaseKind.STOP,
        Method.PHONE,
        person,
        now,
        now,
    )


MOVES = {
    ("todo", "asked"),
    ("todo", "done"),
    ("todo", "refused"),
    ("todo", "impossible"),
    ("asked", "acknowledged"),
    ("asked", "done"),
    ("asked", "refused"),
    ("asked", "impossible"),
    ("acknowledged", "asked"),
    ("acknowledged", "done"),
    ("acknowledged", "refused"),
    ("refused", "asked"),
    ("refused", "acknowledged"),
    ("refused", "done"),
    ("impossible", "asked"),
    ("impossible", "done"),
}


@pytest.mark.parametrize(("now", "to"), list(product(RecallState, RecallState)))
def test_taking_back_moves_by_the_table_and_by_nothing_else(now, to):
    if (now.value, to.value) in MOVES:
        assert moved(now, to) is to
        return
    with pytest.raises(NotThatWay) as refused:
        moved(now, to)
    assert now.label in str(refused.value)


@pytest.mark.parametrize(
    ("reach", "state", "late"),
    [
        ("R0", "done", None),
        ("R1", "todo", datetime(2026, 3, 6, 19, 0, tzinfo=clock.UTC)),
        ("R2", "todo", datetime(2026, 3, 9, 17, 0, tzinfo=clock.UTC)),
        ("R3", "impossible", None),
        ("R4", "impossible", None),
    ],
)
def test_clocks_run_by_what_can_be_hoped_for_and_pass_over_weekends(reach, state, late):
    friday = datetime(2026, 3, 6, 18, 0, tzinfo=clock.UTC)

    assert first_state(RecallClass(reach)) == state
    assert due(RecallClass(reach), since=friday) == late
