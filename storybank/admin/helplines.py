"""Helplines: who may be rung, with where we know it from and when it was last checked."""

from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from storybank.models import Helpline


def state_of(line: Helpline) -> str:
    """What has to be done about a line, in the list and nowhere else."""
    if not line.showable:
        return "Not shown: checked too long ago"
    return "Check it soon" if line.stale else "Checked"


class HelplineViewSet(ModelViewSet):
    model = Helpline
    name = "helplines"
    url_prefix = "helplines"
    menu_label = "Helplines"
    icon = "help"
    menu_order = 300
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        "name",
        "phone",
        "nation",
        "checked_on",
        Column("state", label="State", accessor=state_of),
    ]
    ordering = ["checked_on", "name"]
    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("phone"), FieldPanel("about"), FieldPanel("hours")],
            heading="The line",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("nation"), FieldPanel("languages")]),
                FieldPanel("free"),
                FieldPanel("from_prison"),
                FieldPanel("always"),
                FieldPanel("example"),
                FieldPanel("themes"),
            ],
            heading="For whom",
        ),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldRowPanel([FieldPanel("checked_on"), FieldPanel("checked_by")]),
            ],
            heading="Where we know it from",
        ),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """The other screens lead to neither."""
        return super().get_common_view_kwargs(**kwargs) | {"history_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[Any]:
        """Without history and usage: they name who did what."""
        return [
            pattern
            for pattern in super().get_urlpatterns()
            if pattern.name not in ("history", "history_results", "usage")
        ]
