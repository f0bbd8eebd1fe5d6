"""What staff are offered to ask for leaves out what an age closes, says so, and names what comes first."""

from datetime import date, timedelta

import pytest

from consent.domain.acts.offering import uses_on_offer
from consent.domain.care import deciding_young, files
from consent.enums import Subject
from consent.models import Use
from people import clock
from people.domain import vault
from tests.factories import people
from tests.factories.consent import a_file, a_person

pytestmark = pytest.mark.django_db
CLOSED = {"funders", "machine-processing"}


def born(age):
    today = clock.today()
    return date(today.year - age - 1, today.month, min(today.day, 28)) + timedelta(days=40)


def of_age(age):
    person = a_person()
    if age is not None:
        vault.set_identity(person, born=born(age).isoformat())
    return person


def slugs(uses):
    return {use.slug for use in uses}


@pytest.mark.parametrize(
    ("age", "closed", "first"),
    [
        (None, set(), ""),
        (30, set(), ""),
        (17, CLOSED, "A safeguarding lead decides first"),
        (14, CLOSED, "Somebody with parental authority"),
    ],
)
def test_what_an_age_closes_is_not_on_the_list_and_the_list_says_so(age, closed, first):
    offer = uses_on_offer(Subject.STORY, file_id=a_file(of_age(age)).pk)

    everything = slugs(Use.objects.filter(applies_to="story", current=True))
    assert (slugs(offer.uses), slugs(offer.closed)) == (everything - closed, closed)
    assert bool(offer.why) is bool(closed)
    assert all(use.label in offer.why for use in offer.closed)
    assert first in offer.first
    assert bool(offer.first) is bool(first)


def test_somebody_young_in_an_adults_story_closes_it_too_until_they_are_taken_out():
    file = a_file(a_person())
    row = files.add_appearance(file, person=of_age(15), role="my son", basis="own")

    beside = slugs(uses_on_offer(Subject.STORY, file_id=file.pk).closed)
    type(row).objects.filter(pk=row.pk).update(basis="removed")

    assert (beside, slugs(uses_on_offer(Subject.STORY, file_id=file.pk).closed)) == (CLOSED, set())


def test_once_a_parent_is_named_nothing_comes_first():
    file = a_file(of_age(14))
    lead = people.a_member_of_staff("Safeguarding lead")
    deciding_young.name_guardian(file.appearances.get(), guardian=a_person("Mam"), by=lead)

    assert uses_on_offer(Subject.STORY, file_id=file.pk).first == ""


def test_where_there_is_no_file_yet_the_persons_own_age_counts():
    Use.objects.filter(applies_to="speaking", slug="media-live").update(not_under_18=True)

    young = uses_on_offer(Subject.SPEAKING, file_id=None, person=of_age(16))
    grown = uses_on_offer(Subject.SPEAKING, file_id=None, person=of_age(20))

    assert (slugs(young.closed), slugs(grown.closed)) == ({"media-live"}, set())
    assert young.first
