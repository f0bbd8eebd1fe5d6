"""Who could speak here, and why or why not: one run, kept as it was made."""

import json
import secrets
from typing import TYPE_CHECKING

from django.db import transaction

from people import clock
from speakers.domain.facts import askable, request_facts, speaker_facts
from speakers.domain.request_states import lead, may
from speakers.domain.requests import NotEnoughKnown, missing
from speakers.matching.shortlist import shortlist as rank
from speakers.matching.shortlist import shortlist_for_booker
from speakers.models import ShortlistRun, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def shortlist(request: SpeakerRequest, *, by: "User", run: str = "") -> ShortlistRun:
    """Explain everybody for this request. Raises `NotEnoughKnown`. `run` names the run, and so the draw by lot."""
    if gaps := missing(request):
        raise NotEnoughKnown(" ".join(gaps))
    now = clock.now()
    name = run or secrets.token_hex(12)
    made = rank(request_facts(request), speaker_facts(askable(), at=now), at=now, run=name)
    kept = ShortlistRun.objects.create(
        uid=name,
        request=request,
        made_at=now,
        made_by=by,
        engine=made.engine,
        weights=made.weights,
        for_bookers=json.loads(shortlist_for_booker(made).to_json()),
        sealed=made.to_json(),
    )
    if may("shortlist", request.state):
        lead(request, verb="shortlist", by=by)
    return kept


def last_run(request: SpeakerRequest) -> ShortlistRun | None:
    return request.runs.order_by("-made_at", "-pk").first()
