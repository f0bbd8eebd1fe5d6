"""/stop/: with the paper code, without signing in. Everything first; no title is shown; a GET never acts.

The code is the right to stop: no cookie is read for it, so none is asked for, and a browser that keeps none can stop.
A form that the browser says came from another site is not read: wrong codes laid there would use up somebody's tries.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consent.desk.remembering import is_remembered, last_stop, mark_of, remember
from consent.domain.out.where_been import came_of
from consent.domain.record.standing_choices import in_use
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import would_stop_something
from consent.enums import Method
from people.desk.client import client_of
from people.desk.unstored import never_stored
from people.domain.limits import TooManyTries
from people.domain.trusting import who_may_stop
from people.models import Person

WRONG = 422
ELSEWHERE = frozenset({"cross-site", "same-site"})


@sensitive_post_parameters("code")
@never_stored
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest) -> HttpResponseBase:
    """One act: the code and "Stop everything". The other button asks which one use to stop.

    A code used twice stops what is left, which is nothing; an unknown use stops nothing at all.
    """
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") in ELSEWHERE:
        return _ask(request)
    try:
        person, trusted = who_may_stop(request.POST.get("code", ""), caller=client_of(request))
    except TooManyTries as error:
        return _ask(request, problem=_(str(error)), status=429)
    if person is None:
        return _ask(request, problem=_("This code is not right. Check the card, or ring us."), status=WRONG)
    if trusted:
        return _for_somebody(request, person)
    use, standing = request.POST.get("use", ""), in_use(person)
    ends = [item for item in standing if use in ("", item.slug)]
    nothing_left = not ends if use else not would_stop_something(person)
    if nothing_left and last_stop(request, of="paper", by=person):
        return redirect("consent:stop_done")
    if (request.POST.get("only") or use) and not (use and ends):
        return render(request, "consent/stop_one.html", {"uses": standing, "code": request.POST["code"]})
    done = stop_and_tell(person, use=use, method=Method.PAPER_CODE)
    stopped = remember(request, done, person=person, of="paper", uses=ends)
    return redirect("consent:stop_done") if is_remembered(request) else _done(request, stopped)


@never_stored
@require_http_methods(["GET", "HEAD"])
def stop_done(request: HttpRequest) -> HttpResponseBase:
    """What it did, as it stands now: how many of which kind; no title, nobody's name."""
    stopped = last_stop(request, of="paper")
    if stopped is None:
        return redirect("consent:stop")
    return _done(request, stopped)


@never_stored
@require_http_methods(["GET", "HEAD"])
def stop_said_for(request: HttpRequest) -> HttpResponseBase:
    """After a stop by somebody they trust: a number and nothing else."""
    stopped = last_stop(request, of="trusted")
    if stopped is None:
        return redirect("consent:stop")
    return _said_for(request, stopped)


def _for_somebody(request: HttpRequest, person: Person) -> HttpResponse:
    """A trusted person stops everything, whichever button; what there was is not theirs to read."""
    earlier = last_stop(request, of="trusted", by=person)
    if earlier is None or would_stop_something(person):
        done = stop_and_tell(person, method=Method.TRUSTED)
        earlier = remember(request, done, person=person, of="trusted", uses=[])
    return redirect("consent:stop_said_for") if is_remembered(request) else _said_for(request, earlier)


def _said_for(request: HttpRequest, stopped: dict[str, Any]) -> HttpResponse:
    return render(request, "consent/stop_said_for.html", {"code": stopped["code"]})


def _done(request: HttpRequest, stopped: dict[str, Any]) -> HttpResponse:
    """Shown at once where the browser might not remember it to the next page."""
    context = {"stopped": stopped, "places": came_of(stopped["code"]), "mark": mark_of(stopped)}
    return render(request, "consent/stop_done.html", context)


def _ask(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "consent/stop.html", {"problem": problem}, status=status)
