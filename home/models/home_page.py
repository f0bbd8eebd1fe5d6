"""The front page: its words are the charity's, its stories come through the gate."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.models.blocks import ChangedBlock


class HomePage(Page):  # type: ignore[misc]  # Wagtail ships no types
    """One of these at the root. Staff edit the purpose line and what changed; the voice is a real story's."""

    purpose = models.CharField(
        "one line of purpose",
        max_length=160,
        default="People tell their own stories here, in their own words.",
    )
    changed = StreamField([("changed", ChangedBlock())], blank=True, verbose_name="what changed")

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    content_panels = [*Page.content_panels, FieldPanel("purpose"), FieldPanel("changed")]

    class Meta:
        verbose_name = "front page"
