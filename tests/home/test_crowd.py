"""Crowds: whole consent histories in bulk, agreed with by the audit, read by readers, the same for the same seed."""

import io

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Page

from consent.domain.proof.audit import audit
from home.demo_loading.bulk import Crowd, load_crowd
from home.demo_loading.bulk_progress import Progress
from home.demo_loading.charity import found_charity
from people.domain import addresses, vault
from people.models import Person
from storybank.domain.publishing import publish_cleared, take_down_uncleared
from storybank.domain.queries import public_stories
from storybank.models import StoryPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def charity() -> None:
    found_charity()


def titles() -> dict[str, str]:
    return dict(StoryPage.objects.values_list("slug", "title"))


def test_two_hundred_stories_pass_the_audit_and_every_one_is_public(charity):
    load_crowd(Crowd(stories=200))

    connection.check_constraints()  # on PostgreSQL the live guard looks here
    assert list(audit()) == []
    assert public_stories().count() == 200
    assert Person.objects.count() == 50
    assert Page.find_problems() == ([], [], [], [], [])


def test_readers_can_read_them_and_find_them(charity, client: Client):
    load_crowd(Crowd(stories=20))
    page = public_stories()[0]

    read = client.get(f"/stories/{page.slug}/")
    found = client.get("/search/", {"q": page.title})

    assert read.status_code == 200
    assert page.title in read.content.decode()
    assert f"/stories/{page.slug}/" in found.content.decode()


def test_the_rows_are_such_that_the_verbs_have_nothing_to_do(charity):
    load_crowd(Crowd(stories=4))

    moved = [(publish_cleared(page), take_down_uncleared(page)) for page in StoryPage.objects.all()]

    assert moved == [(False, False)] * 4


def test_the_frozen_revision_holds_the_words_that_are_up(charity):
    load_crowd(Crowd(stories=3))

    for page in StoryPage.objects.all():
        frozen = page.live_revision.as_object()
        assert (frozen.title, str(frozen.body), frozen.closing) == (page.title, str(page.body), page.closing)
        assert page.live_revision == page.latest_revision == page.accepted_revision


def test_repeating_changes_nothing_and_more_tops_up(charity):
    load_crowd(Crowd(stories=12))
    first = titles()

    load_crowd(Crowd(stories=12))
    again = titles()
    load_crowd(Crowd(stories=15))

    assert again == first
    assert len(titles()) == 15
    assert first.items() <= titles().items()
    assert list(audit()) == []


def test_another_seed_makes_another_crowd(charity):
    load_crowd(Crowd(stories=8, seed=1))
    load_crowd(Crowd(stories=8, seed=2))

    assert StoryPage.objects.count() == 16


def test_people_alone_can_be_asked_for_and_found_by_their_address(charity):
    load_crowd(Crowd(people=30))

    found = vault.person_at(addresses.Address("email", "person-1-7@crowd.example"))

    assert Person.objects.count() == 30
    assert found is not None
    assert vault.contact_address(found) == "person-1-7@crowd.example"


def test_progress_in_a_log_is_a_line_for_each_tenth():
    out = io.StringIO()

    with Progress("Stories", 1000, out=out) as bar:
        for _ in range(100):
            bar.add(10)

    lines = out.getvalue().splitlines()
    assert lines[-1] == "Stories: 1000 of 1000"
    assert len(lines) == 11


def test_progress_says_nothing_where_there_is_nothing_to_do():
    out = io.StringIO()

    with Progress("Stories", 0, out=out):
        pass

    assert out.getvalue() == ""
