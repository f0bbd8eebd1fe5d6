"""Cases, waivers and notices from before the ledger spoke of them: told now, so that the audit can hold them to it.

What older events say of a case (the stop itself) or of a waiver (its reading) is taken from those and never from the
row; what follows from a rule is worked out again; the moves since are left to their own events. So a row that somebody
changed in the meantime is still found. Each such event says with `late` when what it tells of was written.
"""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.db import migrations

from consent.domain.out.recall_table import due, first_state
from consent.domain.record.digests import commitment, digest
from consent.domain.record.ledger import fingerprint, moment
from consent.enums import CaseKind, EventKind, Method, RecallClass
from people import clock, keyring

AT_ONCE = 500


def tell_late(apps: Any, _: Any) -> None:
    """Harmless when repeated: what has its event is left alone."""
    names = ("ConsentFile", "ConsentEvent", "StopCase", "RecallAction", "Waiver", "Notice", "Wording")
    of = SimpleNamespace(**{name: apps.get_model("consent", name) for name in names})
    for link in of.StopCase.files.through.objects.order_by("id").iterator(chunk_size=AT_ONCE):
        _case(of, link.stopcase_id, link.consentfile_id)
    for waiver in of.Waiver.objects.select_related("appearance__file").order_by("id").iterator(AT_ONCE):
        _waiver(of, waiver)
    for notice in of.Notice.objects.filter(version__gt=1).order_by("id"):
        _notice(of, notice)


def _case(of: SimpleNamespace, case_id: int, file_id: int) -> None:
    case, events = of.StopCase.objects.get(pk=case_id), of.ConsentEvent.objects.filter(file=file_id)
    if events.filter(kind=EventKind.CALLED_BACK, data__case=case.uid.hex).exists():
        return
    truth = _stop_of(events, case) or _as_it_stands(case)
    late = truth.pop("late")
    actions = of.RecallAction.objects.filter(case=case, outing__file=file_id).select_related("outing")
    _write(
        of,
        file_id,
        EventKind.CALLED_BACK,
        method=truth.pop("route"),
        actor=case.recorded_by_id if case.kind == CaseKind.ENDED_BY_US else None,
        recorded_by=truth.pop("recorded_by"),
        at=truth.pop("at"),
        data={
            "case": case.uid.hex,
            "code": case.code,
            "kind": str(case.kind),
            **truth,
            "actions": [_began(one, late) for one in actions.order_by("id")],
            "late": moment(late),
        },
    )


def _stop_of(events: Any, case: Any) -> dict[str, Any] | None:
    """What the stop that opened the case says of it."""
    stop = events.filter(kind=EventKind.STOPPED, data__code=case.code).order_by("seq").first()
    if stop is None:
        return None
    whose = stop.permission.appearance.person if stop.permission else None
    return {
        "person": whose.uid.hex if whose else stop.data.get("person"),
        "use": stop.data["use"],
        "route": stop.method,
        "recorded_by": stop.recorded_by_id,
        "at": stop.at,
        "late": stop.recorded_at,
    }


def _as_it_stands(case: Any) -> dict[str, Any]:
    """Nobody's stop: only the row knows."""
    return {
        "person": case.person.uid.hex if case.person else None,
        "use": case.use_slug,
        "route": case.route,
        "recorded_by": case.recorded_by_id,
        "at": case.received_at,
        "late": case.recorded_at,
    }


def _began(action: Any, since: datetime) -> dict[str, Any]:
    """How it stood at the beginning, by the same rule as then."""
    reach = RecallClass(action.outing.recall_class)
    by = due(reach, since=since)
    return {
        "action": action.uid.hex,
        "outing": action.outing.uid.hex,
        "state": str(first_state(reach)),
        "due": moment(by) if by else None,
    }


def _waiver(of: SimpleNamespace, row: Any) -> None:
    file, events = row.appearance.file, of.ConsentEvent.objects.filter(file=row.appearance.file_id)
    if events.filter(kind=EventKind.WAIVED, data__waiver=row.pk).exists():
        return
    read = events.filter(kind=EventKind.DECIDED, data__waiver=row.pk).order_by("seq").first()
    told = read.data if read else {}
    data = {
        "waiver": row.pk,
        "appearance": told.get("appearance", row.appearance_id),
        "law": told.get("law", row.law),
        "written_on": told.get("written_on", row.written_on.isoformat()),
        "late": moment(row.recorded_at),
    }
    try:
        data["paper"] = commitment(["paper", keyring.unseal(file.uid, bytes(row.paper_sealed))])
    except keyring.KeyShredded:
        pass  # erased: nothing is left that could be held to anything
    by = told.get("recorded_by", row.recorded_by_id)
    _write(of, file.pk, EventKind.WAIVED, method=Method.STAFF, actor=by, at=row.recorded_at, data=data)


def _notice(of: SimpleNamespace, row: Any) -> None:
    """The words themselves are held to their digests, and those to what was served."""
    key = f"notice:{row.key}:{row.version}"
    if not of.Wording.objects.filter(key=key).exists():
        words = {f"{one.language} {one.format}": one.sha256 for one in row.renderings.all()}
        data = {"substantive": row.substantive, "words": words}
        of.Wording.objects.create(key=key, since=clock.now(), data=data, sha256=digest(data))


def _write(
    of: SimpleNamespace,
    file_id: int,
    kind: EventKind,
    *,
    method: str,
    at: datetime,
    data: dict[str, Any],
    actor: int | None = None,
    recorded_by: int | None = None,
) -> None:
    """As `ledger.write`, with the tables as they are at this point of the migrations."""
    file = of.ConsentFile.objects.select_for_update().get(pk=file_id)
    event = of.ConsentEvent(
        file=file,
        seq=file.head_seq + 1,
        kind=kind,
        actor_id=actor,
        method=method,
        at=at,
        recorded_at=clock.now(),
        recorded_by_id=recorded_by,
        data=data,
        prev_hash=file.head_hash,
    )
    event.hash = fingerprint(event, file_uid=file.uid.hex, permission_uid="")
    event.save(force_insert=True)
    of.ConsentFile.objects.filter(pk=file_id).update(head_seq=event.seq, head_hash=event.hash)


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0025_thrown_away"),
        ("people", "0008_trusted"),
    ]

    operations = [migrations.RunPython(tell_late, migrations.RunPython.noop, elidable=False)]
