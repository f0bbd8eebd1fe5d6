"""Work for the worker. On alias "outbox": at once in the demo, by `db_worker` in production."""

from django_tasks import task

from people.domain import delivering, picture_sizes, signing_in


@task(backend="outbox")  # type: ignore[untyped-decorator]  # django-tasks ships no types
def deliver(message_id: int) -> str:
    return delivering.deliver(message_id)


@task(backend="outbox")  # type: ignore[untyped-decorator]  # django-tasks ships no types
def send_code(sealed_address: str) -> None:
    """Here and not in the page, so that nobody can time whether an address is known."""
    signing_in.send_code(signing_in.unsealed(sealed_address).value)


@task(backend="outbox")  # type: ignore[untyped-decorator]  # django-tasks ships no types
def make_picture_sizes(picture_id: int) -> int:
    """After an upload, so that no reader waits for it."""
    return picture_sizes.make(picture_id)
