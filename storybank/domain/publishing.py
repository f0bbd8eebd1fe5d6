"""Publishing: the frozen revision of a cleared edition goes up, and only that. Always under the file's lock.

Nobody in the house holds the right to publish; the person's second yes does it. What names nobody goes up for the first
time at a moment of chance (`its_moment`), and `public_on` is the day it really did.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.search import index

from consent import policy
from consent.domain.out import outings
from people import clock
from storybank.domain import its_moment, whose_words
from storybank.domain.searching import rows
from storybank.models import StoryEdition, StoryPage

if TYPE_CHECKING:
    from consent.models import Clearance


def publish_cleared(page: StoryPage, *, moment: datetime | None = None) -> bool:
    """Put the newest cleared edition of this page on line, if it is not there yet and need not wait for its moment.

    `moment`: when what begins to wait now goes up; forms of one story that were agreed together share it. True when
    something changed.
    """
    found = _newest_cleared(page)
    if found is None:
        its_moment.forget(page)
        return False
    frozen, cleared = found
    page = StoryPage.objects.get(pk=page.pk)
    if page.live and page.edition_id == frozen.edition_id:
        return False
    at = moment or its_moment.draw()
    waits = its_moment.waits(page, identity=cleared.identity)
    if waits and not its_moment.has_come(frozen, cleared=cleared, else_at=at):
        return False
    _put_up(page, frozen)
    its_moment.forget(page)
    return True


def take_down_uncleared(page: StoryPage) -> bool:
    """Take the page down when its edition is not cleared now. True when something changed."""
    page = StoryPage.objects.get(pk=page.pk)
    if not page.live or policy.clearance(page.edition_id, policy.WEBSITE, clock.now()) is not None:
        return False
    with transaction.atomic():
        _left_our_pages(page)
        index.remove_object(page)
        UnpublishPageAction(page, user=None, commit=False, log_action=True).execute(
            skip_permission_checks=True
        )
        page.edition = None
        page.save()
    index.remove_object(page)
    rows.take_out([page.pk])
    return True


def _newest_cleared(page: StoryPage) -> "tuple[StoryEdition, Clearance] | None":
    frozen = StoryEdition.objects.filter(page=page).select_related("revision").order_by("-edition__n")
    cleared = policy.clearances([row.edition_id for row in frozen], policy.WEBSITE, clock.now())
    return next(((row, cleared[row.edition_id]) for row in frozen if row.edition_id in cleared), None)


def _put_up(page: StoryPage, frozen: StoryEdition) -> None:
    """Publish exactly the frozen revision, with no user: it is the person's act. The ledger says so first."""
    _left_our_pages(page)
    outings.begin(frozen.edition_id, use=policy.WEBSITE, kind=outings.Kind.SURFACE)
    StoryPage.objects.filter(pk=page.pk).update(
        edition=frozen.edition_id,
        public_on=page.public_on or clock.today(),
        whose_share=whose_words.told_to_readers(page, frozen),
        agreed_labels=frozen.labels,
    )
    frozen.revision.publish(user=None, skip_permission_checks=True)
    rows.put(StoryPage.objects.filter(pk=page.pk).prefetch_related("themes"))


def _left_our_pages(page: StoryPage) -> None:
    """What stood at this address before is no longer readable there."""
    if page.edition_id is not None:
        outings.end_on_our_pages(page.edition_id, use=policy.WEBSITE)
