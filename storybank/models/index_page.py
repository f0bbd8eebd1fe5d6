"""Where a team's stories live in the page tree. Readers never meet it: they have /stories/."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from storybank.lock.live import NotAStoryRoad


class StoryIndexPage(Page):  # type: ignore[misc]  # Wagtail ships no types
    """Supporters open their own team's index only (page permissions of the team's group)."""

    team = models.OneToOneField(
        "people.Team", null=True, blank=True, on_delete=models.PROTECT, related_name="story_index"
    )

    parent_page_types = ["wagtailcore.Page", "home.HomePage"]
    subpage_types = ["storybank.StoryPage"]
    preview_modes: list[Any] = []
    search_fields: list[Any] = []
    content_panels = [*Page.content_panels, FieldPanel("team")]

    class Meta:
        verbose_name = "stories of a team"

    def clean(self) -> None:
        """A second index of a team is a copy or a translation under way, with its stories behind it."""
        super().clean()
        twins = StoryIndexPage.objects.filter(team=self.team).exclude(pk=self.pk)
        if self._state.adding and twins.exists():
            raise NotAStoryRoad("Stories cannot be copied: every reader must meet the one agreed page.")

    def serve(self, request: HttpRequest, *_: Any, **__: Any) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("storybank:stories"))
