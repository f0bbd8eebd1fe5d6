"""The audit: recompute everything from the events, walk every chain, list whatever does not agree.

Reads only. Memory stays flat: a few hundred files at a time. `audit` looks at this room; `stages` names every look,
those of the rooms above included, so that a command can show how far it is.
"""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Sum

from consent.domain.proof.audit_catalogue import catalogue
from consent.domain.proof.audit_events import chunks
from consent.domain.proof.audit_files import audit_files
from consent.domain.proof.audit_journal import journal
from consent.domain.proof.audit_notices import notices
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import FurtherAudit, Progress, further
from consent.guards import expected, standing
from consent.models import ConsentEvent, ConsentFile


def audit() -> Iterator[Drift]:
    """Every drift between this room's rows and its events; nothing when all is well."""
    for stage in _ours().values():
        yield from stage(_silent)


def stages(*, only_ours: bool = False) -> dict[str, FurtherAudit]:
    """What is looked at, in order: name → the look."""
    return _ours() if only_ours else _ours() | further()


def files(progress: Progress) -> Iterator[Drift]:
    """File by file: chain, permissions, all other rows, clearances. Progress counts events."""
    total = ConsentFile.objects.aggregate(total=Sum("head_seq"))["total"] or 0
    done = 0
    progress(done, total)
    for some in chunks():
        yield from audit_files(some)
        done += sum(file.head_seq for file in some)
        progress(done, max(done, total))


def guards(_: Progress) -> Iterator[Drift]:
    for name in sorted(expected() - standing()):
        yield Drift("database", f"the guard {name} is missing")


def strays(_: Progress) -> Iterator[Drift]:
    """Events whose file is gone."""
    orphans = ConsentEvent.objects.filter(~Exists(ConsentFile.objects.filter(pk=OuterRef("file_id"))))
    for file_id in orphans.order_by("file_id").values_list("file_id", flat=True).distinct():
        yield Drift("events", f"the file {file_id} that they belong to is gone")


def _ours() -> dict[str, FurtherAudit]:
    return {
        "guards": guards,
        "notices": lambda _: notices(),
        "catalogue": lambda _: catalogue(),
        "events": files,
        "strays": strays,
        "journal": journal,
    }


def _silent(_done: int, _total: int) -> None:
    pass
