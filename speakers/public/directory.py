"""`/speakers/`: those who said yes to being in the list, no finer than they agreed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from people import clock
from speakers.domain.profiles import listed


@never_cache
@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    return render(request, "speakers/directory.html", {"people": listed(clock.now()), "here": "speakers"})
