"""Leaving: the session ends, and the browser is asked to forget what it kept of ours."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from people.desk.access import never_stored


@never_stored
@csrf_protect
@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    logout(request)
    response = redirect("people:sign_in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
