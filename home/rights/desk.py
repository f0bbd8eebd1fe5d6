"""/my/everything/: the person's own copy at one tap, and asking to be erased, with a week to change their mind."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from home.models import RightsRequest
from home.rights import asking, copying
from people import clock
from people.desk.access import member_required, person_of

FILE_NAME = "copy.zip"
Kind = RightsRequest.Kind


@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def everything(request: HttpRequest) -> HttpResponseBase:
    """POST puts the copy together and hands it over at once; a long one is made by the worker and fetched after."""
    person = person_of(request)
    if request.method == "POST":
        made = asking.ask_for_copy(person)
        made.refresh_from_db()
        return _file(made) if made.file_name else redirect("home:everything")
    context = {
        "copy": asking.latest_copy(person),
        "building": asking.open_request(person, Kind.COPY),
        "erasure": asking.open_request(person, Kind.ERASURE),
        "kept_days": copying.KEPT.days,
    }
    return render(request, "home/rights/everything.html", context | _frame(request))


@member_required
@require_safe
def fetch(request: HttpRequest) -> HttpResponseBase:
    """The copy again, as long as it waits."""
    found = asking.latest_copy(person_of(request))
    if found is None:
        return redirect("home:everything")
    try:
        return _file(found)
    except copying.NotThere:
        return redirect("home:everything")


@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponseBase:
    """Two taps to ask. What is asked can be taken back with one, until it is done."""
    person = person_of(request)
    if request.method == "POST":
        asking.ask_to_be_erased(person)
        return redirect("home:erase")
    asked = asking.open_request(person, Kind.ERASURE)
    context = {
        "asked": asked,
        "over": asked and asked.not_before <= clock.now(),
        "wait_days": asking.WAIT.days,
    }
    return render(request, "home/rights/erase.html", context | _frame(request))


@member_required
@csrf_protect
@require_POST
def keep(request: HttpRequest) -> HttpResponseBase:
    """They have changed their mind: everything stays."""
    asked = asking.open_request(person_of(request), Kind.ERASURE)
    if asked is not None:
        asking.take_back(asked)
    return redirect("home:everything")


def _file(made: RightsRequest) -> HttpResponse:
    response = HttpResponse(copying.fetch(made), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _frame(request: HttpRequest) -> dict[str, str]:
    supporter = person_of(request).supporter
    return {
        "supporter_name": supporter.first_name if supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
