"""Somebody is introduced after the words were frozen: nobody has said what the words let a reader know about them.

The same words go to the safety check once more, by themselves; the new version that comes of it asks everybody in it.
Where that cannot be, the supporter is told, once.
"""

from django.db import transaction

from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.domain.record.progress import undecided
from consent.domain.record.revealing import revealed_of
from consent.enums import NEEDS_YES
from people.domain import outbox
from storybank.domain import sending
from storybank.domain.freezing import NotReady
from storybank.models import StoryEdition, StoryPage, StoryPlan

UNDECIDED = (
    "Someone else in it is not decided yet. Decide that first, then send it to the safety check once more."
)
CHANGED = "There are newer words than those that were asked about. Send them to the safety check."


def somebody_is_new(version: StoryEdition) -> bool:
    """Whether somebody whose yes is needed came after these words were frozen."""
    rows = files.appearances_in(version.edition.file_id).filter(basis__in=NEEDS_YES, person__isnull=False)
    return any(revealed_of(version.edition, row) is None for row in rows)


@transaction.atomic
def send_back(page: StoryPage, version: StoryEdition) -> bool:
    """Send the newest version's words to the safety check, unless they are there. Whether they are on their way."""
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        if sending.task_of(page) is not None:
            return True
        if undecided(page.file_id):
            tell_supporter(page, what=UNDECIDED, key=f"undecided-{version.pk}")
            return False
        if page.accepted_revision_id != page.latest_revision_id:
            tell_supporter(page, what=CHANGED, key=f"changed-{version.pk}")
            return False
        try:
            with transaction.atomic():
                _send_on(page)
        except (sending.CannotSend, NotReady, CannotAsk) as refused:
            tell_supporter(page, what=str(refused), key=f"refused-{version.pk}")
            return False
    return True


def _send_on(page: StoryPage) -> None:
    """Past the supporter's own check, with the uses that were planned before: not a word has changed."""
    sending.send_for_checks(page, by=None)
    page = StoryPage.objects.get(pk=page.pk)
    if sending.task_of(page) is not None:
        plan = StoryPlan.objects.filter(page=page).first() or StoryPlan(page=page)
        sending.supporter_check(page, by=None, uses=plan.slugs)


def tell_supporter(page: StoryPage, *, what: str, key: str) -> None:
    """One message about one thing to settle, however often it is met. It names nobody."""
    author = files.author_of(page.file_id)
    if author is not None and author.supporter is not None:
        outbox.put(
            event="storybank/settle_first",
            user=author.supporter,
            context={"code": page.code, "what": what},
            key=f"settle-first-{page.pk}-{key}",
        )
