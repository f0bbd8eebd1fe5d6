"""What this room hears: a change of consent leaves a to-do row; a story index gets its checks; stories stay open."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction

from consent.signals import consent_changed
from people import clock
from people.surroundings import grows_with
from storybank import tasks
from storybank.after import checking_in
from storybank.answers import writing
from storybank.domain import sizes
from storybank.domain.forgetting import forget_what_no_longer_stands
from storybank.domain.homing import prepare
from storybank.domain.replies import wishing
from storybank.domain.settling import owe, settle_quietly
from storybank.legacy import asking_again
from storybank.lock.live import NotAStoryRoad
from storybank.models import Answer, Helpline, Promise, StoryEdition, StoryIndexPage, StoryPage, TellerSaid

grows_with(Answer, Promise, TellerSaid)
grows_with(Helpline, through=(Helpline.themes.through,))


@receiver(consent_changed)
def settle_after_commit(file_id: int, at: datetime, **_: Any) -> None:
    """Inside the change's transaction: write the row, in a savepoint, and settle when the change stands."""
    with transaction.atomic():
        owe(file_id, at=at)
    transaction.on_commit(lambda: settle_quietly(file_id), robust=True)
    transaction.on_commit(lambda: checking_in.take_back(file_id), robust=True)
    transaction.on_commit(lambda: asking_again.take_back(file_id), robust=True)
    transaction.on_commit(lambda: wishing.end_where_stopped(file_id), robust=True)
    transaction.on_commit(lambda: writing.take_back(file_id), robust=True)
    transaction.on_commit(lambda: forget_what_no_longer_stands(file_id, at=clock.now()), robust=True)


@receiver(post_save, sender=StoryEdition, dispatch_uid="make_sizes_of_pictures")
def make_sizes(instance: StoryEdition, *, created: bool, raw: bool, **_: Any) -> None:
    """Days before anybody can read them: a yes takes its time."""
    if created and not raw and sizes.has_pictures(instance.page.file_id):
        transaction.on_commit(partial(tasks.make_sizes.enqueue, instance.pk), robust=True)


@receiver(post_save, sender=StoryIndexPage)
def prepare_index(instance: StoryIndexPage, *, raw: bool, **_: Any) -> None:
    """The checks and the team's right stand from the moment the index exists."""
    if not raw:
        prepare(instance)


@receiver(pre_save, sender=PageViewRestriction)
def refuse_view_restrictions(instance: PageViewRestriction, **_: Any) -> None:
    """A story is agreed for everybody or shown to nobody: a password or a sign-in before it is a third way."""
    if isinstance(instance.page.specific, StoryPage | StoryIndexPage):
        raise NotAStoryRoad(
            "A story cannot be put behind a password or a sign-in. It is public, or it rests."
        )
