"""Wagtail's page chooser shows every title to every member of staff; here it shows what readers see."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from storybank.domain.queries import public_stories
from storybank.models import StoryPage


def only_public_pages(pages: Any, _request: HttpRequest) -> Any:
    """Live pages without a sign-in before them; of the stories only those the gate clears now."""
    public = pages.live().public()
    return public.filter(~Q(pk__in=StoryPage.objects.values("pk")) | Q(pk__in=public_stories().values("pk")))
