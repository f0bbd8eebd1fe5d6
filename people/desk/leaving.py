"""Leaving: the session ends, the browser is asked to forget what it kept of ours, and no cookie points to them.

It asks for no token: a page older than the sign-in must be able to end it. No other site can send the session's cookie
along with a form (SameSite), so none can sign anybody out.
Nobody needs to be signed in: on a shared phone the session may have ended by itself. `leaving`: sent by the quick exit,
which goes elsewhere and follows no answer.
"""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseForbidden
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from people.desk.unstored import never_stored


@never_stored
@csrf_exempt
@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponseForbidden()
    logout(request)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:  # whoever had none gets none by leaving
        rotate_token(request)
    response = HttpResponse(status=204) if "leaving" in request.POST else redirect("people:sign_in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
