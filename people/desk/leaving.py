"""Leaving: the session ends, the browser is asked to forget what it kept of ours, and no cookie points to them.

It asks for no token: a page older than the sign-in must be able to end it. No other site can send the session's cookie
along with a form (SameSite), so none can sign anybody out.
"""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase, HttpResponseForbidden
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
    rotate_token(request)
    response = redirect("people:sign_in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
