"""`/speakers/request/`: anybody may ask for a speaker, without an account."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.domain import limits
from people.tongues import knows
from speakers.domain.requests import receive
from speakers.enums import Kind
from speakers.public.stamp import new_stamp, too_quick_or_old
from speakers.request_form import RequestForm

A_DAY = 60 * 60 * 24
MOST_A_DAY = 8


class PublicRequestForm(RequestForm):
    """With two quiet checks: `website` stays empty, because no human sees it; `stamp` says how long it took."""

    website = forms.CharField(required=False, label=_("Leave this empty"))
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if too_quick_or_old(data.get("stamp", "")):
            self.data = self.data.copy()
            self.data["stamp"] = new_stamp()
            self.add_error(None, gettext("Please look it over once more, then press the button again."))
        return data

    @property
    def by_a_machine(self) -> bool:
        return bool(self.data.get("website"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@knows("kind")
def ask(request: HttpRequest) -> HttpResponse:
    """Choose the kind, answer its questions, look in the mail. Nothing is kept until all of it is clear."""
    try:
        kind = Kind(request.GET.get("kind", ""))
    except ValueError:
        return render(request, "speakers/request_kinds.html", {"kinds": Kind, "here": "speakers"})
    if request.method != "POST":
        return _page(request, kind, PublicRequestForm(kind=kind, initial={"stamp": new_stamp()}))
    form = PublicRequestForm(request.POST, kind=kind)
    if form.by_a_machine:
        return redirect("speakers:request_sent")
    if not form.is_valid():
        return _page(request, kind, form, status=422)
    try:
        limits.count("speakers.request", form.cleaned_data["organiser_email"], most=MOST_A_DAY, seconds=A_DAY)
    except limits.TooManyTries:
        form.add_error(
            "organiser_email", gettext("We have had many requests from this address today. Please ring us.")
        )
        return _page(request, kind, form, status=429)
    receive(form.asked(), form_key=form.fingerprint())
    return redirect("speakers:request_sent")


@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The same page for everybody."""
    return render(request, "speakers/request_sent.html", {"here": "speakers"})


def _page(request: HttpRequest, kind: Kind, form: PublicRequestForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "kind": kind, "here": "speakers"}
    return render(request, "speakers/request_form.html", context, status=status)
