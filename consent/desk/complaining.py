"""Telling us that something is not right: /complain/ for everybody, /my/complain/ for people with a desk.

Whoever is not signed in gets no cookie: the address of the thanks says, signed, for an hour, which number is theirs.
"""

import secrets

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from consent.domain.care import complaints
from people.desk.access import member_required, person_of
from people.desk.client import client_of
from people.desk.unstored import never_stored
from people.domain import limits
from people.tongues import knows

WRONG = 422
MOST, SECONDS = 5, 3600
SAID = "complaint_code"
SALT = "consent.desk.complaining"
AN_HOUR = 60 * 60
FIELDS = ("about", "name", "contact", "once")


@sensitive_post_parameters("about", "name", "contact")
@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest) -> HttpResponseBase:
    """No name is needed. Whoever wants an answer says where."""
    if request.method != "POST":
        return _form(request, "consent/complain.html", {"once": secrets.token_hex(16)})
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    try:
        limits.count("complain", client_of(request), most=MOST, seconds=SECONDS)
        made = complaints.complain(
            about=typed["about"],
            name=typed["name"],
            contact=typed["contact"],
            once=typed["once"],
            route=complaints.Route.PUBLIC,
        )
    except limits.TooManyTries as error:
        return _form(request, "consent/complain.html", typed, problem=_(str(error)), status=429)
    except complaints.NotSaid as error:
        return _form(request, "consent/complain.html", typed, problem=_(str(error)))
    return redirect(reverse("consent:complain_done", query={"of": signing.dumps(made.code, salt=SALT)}))


@never_stored
@require_safe
@knows("of")
def complain_done(request: HttpRequest) -> HttpResponseBase:
    try:
        code = signing.loads(request.GET.get("of", ""), salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        return redirect("consent:complain")
    return _thanks(request, "consent/complain_done.html", code)


@sensitive_post_parameters("about")
@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def complain_mine(request: HttpRequest) -> HttpResponseBase:
    """We know who they are and how to answer, so one question is all."""
    if request.method != "POST":
        return _form(request, "consent/complain_mine.html", {"once": secrets.token_hex(16)})
    about, once = request.POST.get("about", ""), request.POST.get("once", "")
    try:
        made = complaints.complain(about=about, once=once, person=person_of(request))
    except complaints.NotSaid as error:
        return _form(
            request, "consent/complain_mine.html", {"about": about, "once": once}, problem=_(str(error))
        )
    request.session[SAID] = made.code
    return redirect("consent:complain_mine_done")


@member_required
@require_safe
def complain_mine_done(request: HttpRequest) -> HttpResponseBase:
    code = request.session.get(SAID)
    if not code:
        return redirect("consent:complain_mine")
    return _thanks(request, "consent/complain_mine_done.html", code)


def _form(
    request: HttpRequest, template: str, typed: dict[str, str], *, problem: str = "", status: int = WRONG
) -> HttpResponse:
    context = {"typed": typed, "problem": problem} | _frame(request)
    return render(request, template, context, status=status if problem else 200)


def _thanks(request: HttpRequest, template: str, code: str) -> HttpResponse:
    return render(request, template, {"code": code} | _frame(request))


def _frame(request: HttpRequest) -> dict[str, str]:
    return {"leave_url": reverse("people:sign_out")} if request.user.is_authenticated else {}
