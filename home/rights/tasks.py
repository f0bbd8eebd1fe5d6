"""Work for the worker: a copy of everything may be long."""

from django_tasks import task

from home.rights import copying


@task(backend="outbox")
def build_copy(request_id: int) -> None:
    copying.build(request_id)
