"""Work of this room for the worker. On alias "outbox": at once in the demo, by `db_worker` in production."""

from django_tasks import task

from storybank.domain import sizes, takes_anew
from storybank.legacy import bringing_in
from storybank.models import LegacyBatch


@task(backend="outbox")  # type: ignore[untyped-decorator]  # django-tasks ships no types
def bring_in(batch_id: int) -> int:
    """A whole sheet, row by row; broken off, it goes on where it stopped."""
    return bringing_in.bring_in(LegacyBatch.objects.get(pk=batch_id))


@task(backend="outbox")  # type: ignore[untyped-decorator]  # django-tasks ships no types
def make_take_anew(take_id: int) -> None:
    """One voice note or photographed page; broken off, the clock takes it up again."""
    takes_anew.make(take_id)


@task(backend="outbox")  # type: ignore[untyped-decorator]  # django-tasks ships no types
def make_sizes(frozen_id: int) -> int:
    """Of the pictures of a frozen version, so that no reader waits; broken off, the clock takes it up again."""
    return sizes.make(frozen_id)
