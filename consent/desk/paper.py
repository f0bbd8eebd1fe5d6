"""/stop/: with the paper code, without signing in. Everything first; no title is shown; a GET never acts."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consent.desk.remembering import last_stop, remember
from consent.domain.out.where_been import came_of
from consent.domain.record.standing_choices import in_use
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import would_stop_something
from consent.enums import Method
from people.desk.access import never_stored
from people.desk.client import client_of
from people.domain.limits import TooManyTries
from people.domain.trusting import who_may_stop
from people.models import Person

WRONG = 422


@sensitive_post_parameters("code")
@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest) -> HttpResponseBase:
    """One act: the code and "Stop everything". The other button asks which one use to stop.

    A code used twice stops what is left, which is nothing; an unknown use stops nothing at all.
    """
    if request.method != "POST":
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
    remember(request, done, person=person, of="paper", uses=ends)
    return redirect("consent:stop_done")


@never_stored
@require_http_methods(["GET", "HEAD"])
def stop_done(request: HttpRequest) -> HttpResponseBase:
    """What it did, as it stands now: how many of which kind; no title, nobody's name."""
    stopped = last_stop(request, of="paper")
    if stopped is None:
        return redirect("consent:stop")
    places = came_of(stopped["code"])
    return render(request, "consent/stop_done.html", {"stopped": stopped, "places": places})


@never_stored
@require_http_methods(["GET", "HEAD"])
def stop_said_for(request: HttpRequest) -> HttpResponseBase:
    """After a stop by somebody they trust: a number and nothing else."""
    stopped = last_stop(request, of="trusted")
    if stopped is None:
        return redirect("consent:stop")
    return render(request, "consent/stop_said_for.html", {"code": stopped["code"]})


def _for_somebody(request: HttpRequest, person: Person) -> HttpResponse:
    """A trusted person stops everything, whichever button; what there was is not theirs to read."""
    earlier = last_stop(request, of="trusted", by=person)
    if earlier is None or would_stop_something(person):
        done = stop_and_tell(person, method=Method.TRUSTED)
        remember(request, done, person=person, of="trusted", uses=[])
    return redirect("consent:stop_said_for")


def _ask(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "consent/stop.html", {"problem": problem}, status=status)
