"""The person's second yes publishes, and nothing else: exactly the frozen words, in nobody's name."""

import pytest
from django.db import IntegrityError, connection, transaction
from wagtail.models import Page, PageLogEntry, Revision

from consent.domain.care.files import author_of
from consent.domain.stop import stopping
from people.models import User
from storybank.domain import settling
from storybank.domain.reading import reading
from storybank.lock.closure import closure_of
from storybank.models import Settling, StoryEdition, StoryPage
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_staff(email="ed@charity.example", first_name="Ed", last_name="Itor")


def fresh(page):
    return StoryPage.objects.get(pk=page.pk)


def agreed_but_not_up():
    """Both yeses are given; nothing has settled yet."""
    page = stories.a_live_story()
    StoryPage.objects.filter(pk=page.pk).update(live=False, edition=None)
    return fresh(page)


def test_settling_puts_up_exactly_the_frozen_revision(editor):
    page = agreed_but_not_up()
    frozen = StoryEdition.objects.get(page=page)
    stories.edited(page, by=editor, body=["Words that came later."], title="Another title")

    settling.settle(page.file_id)

    up = fresh(page)
    assert (up.live, up.edition_id, up.live_revision_id) == (True, frozen.edition_id, frozen.revision_id)
    assert closure_of(up).sha256 == frozen.edition.closure_sha256
    assert [block.value for block in up.body] == [stories.KETTLE]


def test_later_edits_of_staff_do_not_touch_what_is_live(editor):
    page = stories.a_live_story()
    before = reading(page)

    stories.edited(page, by=editor, body=["Smoother words."])
    stories.edited(page, by=editor, title="A better title")
    settling.settle(page.file_id)

    assert reading(fresh(page)) == before
    assert fresh(page).has_unpublished_changes


def test_settling_again_changes_nothing_and_writes_no_log():
    page = stories.a_live_story()
    before = (PageLogEntry.objects.count(), Revision.objects.count(), fresh(page).last_published_at)

    settling.settle(page.file_id)

    assert (PageLogEntry.objects.count(), Revision.objects.count(), fresh(page).last_published_at) == before


def test_nothing_the_author_did_carries_a_user_or_an_owner():
    page = stories.a_live_story()
    stopping.stop(author_of(page.file_id))
    settling.settle(page.file_id)

    revisions = Revision.objects.for_instance(page).values_list("user", flat=True)
    logged = PageLogEntry.objects.filter(page=page).values_list("action", "user")
    assert set(revisions) == {None}
    assert set(logged) == {("wagtail.create", None), ("wagtail.publish", None), ("wagtail.unpublish", None)}
    assert (fresh(page).owner, fresh(page).locked_by) == (None, None)


def test_what_staff_did_keeps_their_name(editor):
    page = stories.edited(stories.a_shared_story(), by=editor, title="A suggestion")

    assert page.get_latest_revision().user == editor


def test_a_story_taken_down_comes_back_with_its_first_public_day_and_no_other():
    page = stories.a_live_story()
    first_day = page.public_on
    StoryPage.objects.filter(pk=page.pk).update(live=False, edition=None)

    settling.settle(page.file_id)

    assert (fresh(page).live, fresh(page).public_on) == (True, first_day)


def test_a_change_of_consent_leaves_a_debt_in_the_same_transaction(django_capture_on_commit_callbacks):
    page = stories.a_live_story()
    Settling.objects.all().delete()

    with django_capture_on_commit_callbacks(execute=False) as due:
        stopping.stop(author_of(page.file_id))
    owed = list(Settling.objects.values_list("file_id", flat=True))
    for settle in due:
        settle()

    assert owed == [page.file_id]
    assert (fresh(page).live, Settling.objects.exists()) == (False, False)


def test_a_stop_that_is_rolled_back_leaves_neither_debt_nor_darkness():
    page = stories.a_live_story()
    Settling.objects.all().delete()

    with transaction.atomic():
        stopping.stop(author_of(page.file_id))
        transaction.set_rollback(True)

    assert not Settling.objects.exists()
    assert reading(fresh(page)) is not None


@pytest.mark.postgres
def test_the_database_itself_refuses_a_live_page_that_nobody_cleared():
    page = stories.a_stopped_story()

    for model in (StoryPage, Page):
        model.objects.filter(pk=page.pk).update(live=True)
        with pytest.raises(IntegrityError, match="not cleared for the website"), transaction.atomic():
            _look_now()
        model.objects.filter(pk=page.pk).update(live=False)

    assert not fresh(page).live


@pytest.mark.postgres
def test_the_database_lets_a_cleared_page_be_live():
    page = agreed_but_not_up()

    StoryPage.objects.filter(pk=page.pk).update(
        live=True, edition=StoryEdition.objects.get(page=page).edition_id
    )
    _look_now()

    assert fresh(page).live


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_refusal_comes_at_the_commit():
    page = stories.a_stopped_story()

    with pytest.raises(IntegrityError, match="not cleared for the website"):
        StoryPage.objects.filter(pk=page.pk).update(live=True)

    assert not fresh(page).live


def _look_now():
    """The guard looks when the transaction ends; ask it to look at once, and then to wait again."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
