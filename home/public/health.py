"""Is the process alive; is it ready to answer people."""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consent.domain.journal import journal_watch
from consent.domain.record import journaling

log = logging.getLogger(__name__)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of anybody else."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when database, cache, migrations and the stop journal are as they must be; 503 with the part that is not.

    `late` names what waits for longer than a quarter of an hour. It calls for a person and shuts nobody out: a full
    disk under the journal must not take the site away.
    """
    parts = {
        "database": _try(_database),
        "cache": _try(_cache),
        "migrations": _try(_migrations),
        "stops": journal_watch.look(),
    }
    late = [] if _try(_journal_on_time) else ["stop journal"]
    return JsonResponse(parts | {"late": late}, status=200 if all(parts.values()) else 503)


def _try(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception:
        log.exception("not ready")
        return False


def _database() -> bool:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _cache() -> bool:
    cache.set("ready", "yes", 5)
    return cache.get("ready") == "yes"


def _migrations() -> bool:
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _journal_on_time() -> bool:
    return journaling.late() is None
