"""Help, always at the same address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people.models import Organisation
from storybank.domain.helping import every_helpline


@require_safe
@cache_control(no_cache=True)
def help_page(request: HttpRequest) -> HttpResponse:
    return render(
        request, "home/help.html", {"helplines": every_helpline(Organisation.load(request)), "here": "help"}
    )
