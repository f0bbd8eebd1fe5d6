"""/taken-down/<token>/: a partner tells us, without signing in, that it is gone. Opening it does nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consent.domain.out.recalling import answered, asked_with
from people.desk.unstored import never_stored


@sensitive_post_parameters()
@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def taken_down(request: HttpRequest, token: str) -> HttpResponse:
    """One press, once. Used, ended and unknown addresses look the same."""
    if request.method == "POST" and request.POST.get("answer") in {"gone", "cannot"}:
        action = answered(token, gone=request.POST["answer"] == "gone")
        return _said(request) if action else _over(request)
    action = asked_with(token)
    if action is None:
        return _over(request)
    return render(request, "consent/taken_down.html", {"mark": action.outing.code})


def _said(request: HttpRequest) -> HttpResponse:
    return render(request, "consent/taken_down_said.html")


def _over(request: HttpRequest) -> HttpResponse:
    return render(request, "consent/taken_down_over.html", status=404)
