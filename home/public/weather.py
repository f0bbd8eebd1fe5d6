"""Where "Leave this page" goes when the charity has set nothing else: a page anyone might look at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@require_safe
@cache_control(no_cache=True)
def weather(request: HttpRequest) -> HttpResponse:
    return render(request, "home/weather.html")
