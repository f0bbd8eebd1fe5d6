"""The demo's clock: forward only, and whatever falls due on the way is done at once."""

from datetime import timedelta
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from home.demo_room.gate import only_in_demo
from home.domain.keeping import Kept, keep_house
from people import clock
from people.models import OutboxMessage

STEPS: Final = {
    "hour": ("1 hour", timedelta(hours=1)),
    "day": ("1 day", timedelta(days=1)),
    "week": ("7 days", timedelta(days=7)),
    "months": ("60 days", timedelta(days=60)),
}


@only_in_demo
@require_POST
def forward(request: HttpRequest) -> HttpResponseBase:
    step = STEPS.get(request.POST.get("by", ""))
    if step is None:
        messages.error(request, "The clock moves by an hour, a day, 7 days or 60 days. It has not moved.")
        return redirect("home:demo")
    words, by = step
    post = OutboxMessage.objects.count()
    clock.forward(by)
    kept = keep_house()
    written = OutboxMessage.objects.count() - post
    messages.success(request, f"The clock is {words} further on. {_said(kept, written)}")
    return redirect("home:demo")


def _said(kept: Kept, written: int) -> str:
    """Messages are counted as they are written: most are on their way before the round of the clock job ends."""
    done = [
        (kept.taken_down, "story went dark", "stories went dark"),
        (kept.expired, "invitation ran out", "invitations ran out"),
        (written, "new message is in the post", "new messages are in the post"),
    ]
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in done if number]
    return f"{', '.join(parts)}." if parts else "Nothing fell due."
