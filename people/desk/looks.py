"""Who looked at my details: the person reads what the vault wrote down."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.desk.access import member_required, person_of
from people.domain.looks import looks_at


@member_required
@require_safe
def looks(request: HttpRequest) -> HttpResponseBase:
    return render(request, "people/desk/looks.html", {"looks": looks_at(person_of(request))})
