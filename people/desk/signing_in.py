"""The sign-in pages: an address and the code we send to it, or the 16 figures of a card."""

from cryptography.fernet import InvalidToken
from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from people import tasks
from people.desk.client import client_of
from people.desk.entering import enter, may_enter
from people.desk.forms import AddressForm, CodeForm, PaperCodeForm
from people.desk.unstored import never_stored
from people.domain import addresses, codes, limits, signing_in

WAITING = "signing_in"  # in the session: the sealed address, for known and unknown alike
AN_HOUR = 3600
TEN_MINUTES = 600


@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest) -> HttpResponseBase:
    """Ask where to send a code. The answer is the same whoever's address it is."""
    form = AddressForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        typed: addresses.Address = form.cleaned_data["address"]
        try:
            limits.count("code-to-address", typed.value, most=5, seconds=AN_HOUR)
            limits.count("code-for-client", client_of(request), most=40, seconds=AN_HOUR)
        except limits.TooManyTries:
            status = _too_many(form)
        else:
            tasks.send_code.enqueue(signing_in.sealed(typed))
            request.session[WAITING] = signing_in.sealed(typed)
            return redirect("people:sign_in_code")
    return render(request, "people/desk/sign_in.html", {"form": form}, status=status)


@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """Take the six figures. Why they did not work is never said: that would tell whose address is known."""
    waiting = _waiting(request)
    if waiting is None:
        return redirect("people:sign_in")
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            limits.count("code-typed", client_of(request), most=30, seconds=TEN_MINUTES)
        except limits.TooManyTries:
            status = _too_many(form)
        else:
            person = signing_in.sign_in_with_code(waiting.value, form.cleaned_data["code"])
            if person is not None and may_enter(person):
                return enter(request, person)
            form.add_error(
                "code",
                _(
                    "That code did not work. A code lasts ten minutes and three tries. Check it, or ask for a new one."
                ),
            )
    return render(request, "people/desk/code.html", {"form": form}, status=status)


@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest) -> HttpResponseBase:
    """Take the 16 figures of a card."""
    form = PaperCodeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            person = codes.find_by_code(form.cleaned_data["code"], caller=client_of(request))
        except limits.TooManyTries:
            status = _too_many(form)
        else:
            if person is not None and may_enter(person):
                return enter(request, person)
            form.add_error("code", _("That did not work. Check the figures, or ring us for a new card."))
    return render(request, "people/desk/paper.html", {"form": form}, status=status)


def _too_many(form: forms.Form) -> int:
    form.add_error(None, _("That was too many tries. Wait ten minutes, or ring us."))
    return 429


def _waiting(request: HttpRequest) -> addresses.Address | None:
    try:
        return signing_in.unsealed(request.session[WAITING])
    except (KeyError, InvalidToken):
        return None
