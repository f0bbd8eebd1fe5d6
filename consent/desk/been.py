"""/my/where-it-has-been/: every place, in the person's own list, with what has been done since they said stop."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from consent.domain.out.where_been import where_it_has_been
from people.desk.access import member_required, person_of


@member_required
@require_safe
def been(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    context = {
        "things": where_it_has_been(person),
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, "consent/been.html", context)
