"""The QR card. Opening its address shows a button and nothing more: a GET never signs anybody in."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from people.desk.client import client_of
from people.desk.entering import enter, may_enter
from people.desk.unstored import never_stored
from people.domain import codes, limits


@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, token: str) -> HttpResponseBase:
    """The first page is the same for every token, so that nobody can try tokens by looking."""
    if request.method != "POST":
        return render(request, "people/desk/card.html", {"state": "ask"})
    try:
        limits.count("card", client_of(request), most=30, seconds=600)
    except limits.TooManyTries:
        return render(request, "people/desk/card.html", {"state": "too_many"}, status=429)
    person = codes.find_by_card(token)
    if person is not None and may_enter(person):
        return enter(request, person)
    return render(request, "people/desk/card.html", {"state": "ended"}, status=404)
