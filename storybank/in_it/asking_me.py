"""After a no or a stop somebody who is in it comes to us: we may ask about this use again. It is a yes to nothing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consent.domain.acts.choices import Choice, choices_of
from consent.domain.acts.starting_again import uses_they_may_open
from people.models import Person
from storybank.desk.ask_me_again import open_again
from storybank.in_it.frame import in_it_page
from storybank.models import StoryPage


def may_be_opened(person: Person, file: Any) -> list[Choice]:
    """Their choices about which only their own word lets us ask now."""
    found = {choice.use.slug: choice for choice in choices_of(person, file.pk)}
    return [found[slug] for slug in uses_they_may_open(person, file.pk, found)]


@require_POST
@in_it_page
def ask_me(request: HttpRequest, person: Person, file: Any) -> HttpResponseBase:
    choices = {choice.use.slug: choice for choice in may_be_opened(person, file)}
    choice = choices.get(request.POST.get("use", ""))
    page = StoryPage.objects.filter(file=file).order_by("pk").first()
    if choice is not None and page is not None:
        open_again(page, person, choice)
        messages.success(request, _("Thank you. We may ask you about this again. It is not a yes."))
    return redirect("storybank:in_it", file.uid)
