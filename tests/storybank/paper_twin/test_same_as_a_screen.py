"""The same ticks on a screen and on paper give the same permission and, after the second yes, the same clearance."""

import os
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from consent.domain.acts import answering
from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given, give
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail, Trigger
from consent.models import Clearance, Permission
from people import clock
from tests.factories import people, press, stories
from tests.storybank.paper_twin.sheets_back import an_entry, counted, printed, ticked

pytestmark = pytest.mark.django_db
USES = ("website", "newspapers")
EXAMPLES = int(os.environ.get("PAPER_EXAMPLES", "8"))
TERMS = (
    *("answer", "identity", "face", "voice", "place", "time", "check_first", "until_event"),
    *("valid_until", "max_uses", "cool_until", "ended_why"),
)
CLEARED = ("identity", "place", "time", "slots", "face", "voice", "valid_from", "valid_until")


@st.composite
def answers(draw, use: str) -> Given:
    answer = draw(st.sampled_from(list(Answer)))
    if answer != Answer.YES:
        return Given(use, answer)
    level = draw(st.sampled_from([IdentityLevel.N2, IdentityLevel.N3, IdentityLevel.N4, IdentityLevel.N5]))
    place = draw(st.sampled_from([PlaceDetail.NONE, PlaceDetail.TOWN]))
    time = draw(st.sampled_from([TimeDetail.NONE, TimeDetail.YEAR]))
    days = draw(st.sampled_from([None, 60, 300]))
    return Given(
        use,
        answer,
        identity=level,
        name="Cass" if level.shows_name else "",
        face=draw(st.booleans()),
        place=place,
        shown_place="Marchgate" if place else "",
        time=time,
        shown_when="in 2019" if time else "",
        check_first=tuple(draw(st.lists(st.sampled_from([Trigger.RELEASE, Trigger.HEARING]), unique=True))),
        until_event=draw(st.sampled_from([None, Trigger.NEW_JOB])),
        until=clock.now().replace(hour=0, minute=0) + timedelta(days=days) if days else None,
        max_uses=draw(st.sampled_from([None, 1])) if use == "newspapers" else None,
    )


def asked_of_somebody(staff):
    return press.a_story(
        yes=(),
        unanswered=USES,
        confirm=False,
        pictured=True,
        supporter=staff[0],
        body=[("paragraph", "I sat in {place} {when} and waited.")],
    )


def on_a_screen(page, said, staff, begun):
    person = press.author_of(page)
    with clock.at(begun):
        stories.told(page, person)
        first = next(iter(choices_of(person, page.file_id))).edition_id
        give(page.file, person=person, answers=said, edition_id=first)
    with clock.at(begun + timedelta(days=20)):
        answering.confirm(
            page.file, person=person, permissions=answering.waiting_for_second_yes(person, page.file_id)
        )


def on_paper(page, said, staff, begun):
    person = press.author_of(page)
    with clock.at(begun):
        counted(printed(person, page), ticked(*said), by=staff[0], checked_by=staff[1])
    with clock.at(begun + timedelta(days=20)):
        ready = {row.uid.hex: True for row in answering.waiting_for_second_yes(person, page.file_id)}
        if ready:
            counted(printed(person, page), an_entry(second=ready), by=staff[0], checked_by=staff[1])


def to_the_hour(value):
    """One was answered a moment after the other."""
    return value.replace(minute=0, second=0, microsecond=0) if isinstance(value, datetime) else value


def outcome(page):
    """What the two stories differ in by themselves, their digests, is left out; everything else must be the same."""
    rows = Permission.objects.filter(file=page.file_id).select_related("use")
    permissions = {row.use.slug: {name: to_the_hour(getattr(row, name)) for name in TERMS} for row in rows}
    cleared = Clearance.objects.filter(file=page.file_id)
    return permissions, {
        row.use_slug: {name: to_the_hour(getattr(row, name)) for name in CLEARED} for row in cleared
    }


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(said=st.tuples(*(answers(use) for use in USES)))
def test_the_same_ticks_mean_the_same(said):
    with transaction.atomic():
        staff = (people.a_supporter(first_name="Priya"), people.a_supporter(first_name="Ama"))
        begun = (clock.now() + timedelta(days=1)).replace(hour=12, minute=30)
        one, other = asked_of_somebody(staff), asked_of_somebody(staff)

        on_a_screen(one, said, staff, begun)
        on_paper(other, said, staff, begun)

        assert outcome(one) == outcome(other)
        transaction.set_rollback(True)
