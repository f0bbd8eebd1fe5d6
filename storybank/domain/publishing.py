"""Publishing: the frozen revision of a cleared edition goes up, and only that. Always under the file's lock.

Nobody in the house holds the right to publish; the person's second yes does it.
"""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.search import index

from consent import policy
from consent.domain.out import outings
from people import clock
from storybank.models import StoryEdition, StoryPage


def publish_cleared(page: StoryPage) -> bool:
    """Put the newest cleared edition of this page on line, if it is not there yet. True when something changed."""
    frozen = _newest_cleared(page)
    if frozen is None:
        return False
    page = StoryPage.objects.get(pk=page.pk)
    if page.live and page.edition_id == frozen.edition_id:
        return False
    _put_up(page, frozen)
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
    return True


def _newest_cleared(page: StoryPage) -> StoryEdition | None:
    frozen = StoryEdition.objects.filter(page=page).select_related("revision").order_by("-edition__n")
    cleared = policy.clearances([row.edition_id for row in frozen], policy.WEBSITE, clock.now())
    return next((row for row in frozen if row.edition_id in cleared), None)


def _put_up(page: StoryPage, frozen: StoryEdition) -> None:
    """Publish exactly the frozen revision, with no user: it is the person's act. The ledger says so first."""
    _left_our_pages(page)
    outings.begin(frozen.edition_id, use=policy.WEBSITE, kind=outings.Kind.SURFACE)
    StoryPage.objects.filter(pk=page.pk).update(
        edition=frozen.edition_id, public_on=page.public_on or clock.today()
    )
    frozen.revision.publish(user=None, skip_permission_checks=True)


def _left_our_pages(page: StoryPage) -> None:
    """What stood at this address before is no longer readable there."""
    if page.edition_id is not None:
        outings.end_on_our_pages(page.edition_id, use=policy.WEBSITE)
