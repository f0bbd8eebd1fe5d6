"""A new paper code: shown once; the old one ends at once."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from people.desk.access import member_required, person_of
from people.domain import codes


@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def paper_code(request: HttpRequest) -> HttpResponseBase:
    """GET explains; POST makes the new code. Nothing of it is kept anywhere in readable form."""
    person = person_of(request)
    code = codes.issue_code(person, by=None)[0] if request.method == "POST" else ""
    context = {
        "code": code,
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, "consent/paper_code.html", context)
