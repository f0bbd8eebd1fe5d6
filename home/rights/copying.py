"""Putting a person's copy together: gathered, packed as JSON and a readable page, sealed, kept for some days, gone."""

import base64
import io
import json
import secrets
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction

from home.models import RightsRequest
from home.rights import gathering, readable
from people import clock, keyring

KEPT = timedelta(days=7)
"""How long a finished copy waits to be fetched."""
JSON_NAME, PAGE_NAME = "everything.json", "everything.html"
State = RightsRequest.State


class NotThere(LookupError):
    """There is no copy to fetch: not ready, fetched too late, or erased. The message is for whoever asked."""


def build(pk: int) -> None:
    """Gather, pack and seal. Running it twice makes the copy anew; a request taken back stays so."""
    request = RightsRequest.objects.select_related("person").get(pk=pk)
    if request.state not in {State.ASKED, State.BUILDING} or request.kind != RightsRequest.Kind.COPY:
        return
    _say(request, state=State.BUILDING, parts=len(gathering.ROOMS), parts_done=0)
    told = gathering.gather(request.person, step=lambda number: _say(request, parts_done=number))
    packed = pack(told, gathering.files_of(request.person))
    with transaction.atomic():
        if not RightsRequest.objects.select_for_update(of=("self",)).get(pk=pk).open:
            return  # erased meanwhile, or taken back: nothing of them is kept
        name, now = _keep(request, packed), clock.now()
        _say(request, state=State.READY, file_name=name, ready_at=now, done_at=request.done_at or now)


def pack(told: dict[str, Any], beside: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """The zip: the same content for machines and for people, and files. The same bytes for the same content."""
    held = io.BytesIO()
    words = ((JSON_NAME, as_json(told).encode()), (PAGE_NAME, readable.page(told).encode()))
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (*words, *beside):
            file.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)
    return held.getvalue()


def as_json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2, default=_plain)


def fetch(request: RightsRequest) -> bytes:
    """The zip again. Raises `NotThere`."""
    if not request.file_name:
        raise NotThere("This copy is not there any more. Ask for a new one.")
    try:
        with storages["private"].open(request.file_name) as file:
            return base64.b64decode(keyring.unseal(request.uid, file.read()))
    except (FileNotFoundError, keyring.KeyShredded) as error:
        raise NotThere("This copy is not there any more. Ask for a new one.") from error


def forget(request: RightsRequest) -> None:
    """Shred the key first, so that the file is noise were it still on the disk; then delete the file."""
    keyring.shred(request.uid)
    if request.file_name:
        storages["private"].delete(request.file_name)
        _say(request, file_name="")


def forget_old() -> int:
    """Every copy that has waited long enough; run by the clock job."""
    old = RightsRequest.objects.exclude(file_name="").filter(ready_at__lte=clock.now() - KEPT)
    for request in old:
        forget(request)
    return len(old)


def _keep(request: RightsRequest, packed: bytes) -> str:
    before = request.file_name
    sealed = keyring.seal(request.uid, base64.b64encode(packed).decode())
    name = storages["private"].save(f"copies/{secrets.token_hex(16)}.sealed", ContentFile(sealed))
    if before:
        storages["private"].delete(before)
    return str(name)


def _say(request: RightsRequest, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(request, name, value)
    RightsRequest.objects.filter(pk=request.pk).update(**changes)


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(clock.UTC).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value)
