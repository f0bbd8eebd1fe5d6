"""Help, always at the same address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storybank.domain.helping import helplines_for


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "home/help.html", {"helplines": helplines_for(), "here": "help"})
