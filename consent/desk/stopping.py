"""/my/stop/: everything, in two taps, without a reason."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from consent.desk.remembering import last_stop, remember
from consent.domain.out.where_been import came_of
from consent.domain.record.standing_choices import in_use
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import would_stop_something
from people.desk.access import member_required, person_of
from people.domain import fixed_words

STOP_WORDS = "consent/parts/stop_words.html"


@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mine(request: HttpRequest) -> HttpResponseBase:
    """The first tap leads here, the second stops. A double tap leads to the same page with the same code."""
    person = person_of(request)
    standing = in_use(person)
    if request.method == "POST":
        earlier = last_stop(request, of="everything", by=person)
        if earlier is None or would_stop_something(person):
            remember(request, stop_and_tell(person), person=person, of="everything", uses=standing)
        return redirect("consent:stop_mine_done")
    given = {"standing": standing, "recording": fixed_words.recording_of_piece(STOP_WORDS)}
    return render(request, "consent/stop_mine.html", _frame(request) | given)


@member_required
@require_http_methods(["GET", "HEAD"])
def stop_mine_done(request: HttpRequest) -> HttpResponseBase:
    stopped = last_stop(request, of="everything")
    if stopped is None:
        return redirect("consent:stop_mine")
    places = came_of(stopped["code"], person_of(request), names=True)
    return render(request, "consent/stopped.html", _frame(request) | {"stopped": stopped, "places": places})


def _frame(request: HttpRequest) -> dict[str, str]:
    supporter = person_of(request).supporter
    return {
        "supporter_name": supporter.first_name if supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
