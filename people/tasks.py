"""Work for the worker. On alias "outbox": at once in the demo, by `db_worker` in production."""

from django_tasks import task

from people.domain import delivering


@task(backend="outbox")
def deliver(message_id: int) -> str:
    return delivering.deliver(message_id)
