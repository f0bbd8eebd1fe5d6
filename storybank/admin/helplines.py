"""Helplines: who may be rung, with where we know it from and when it was last checked."""

from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from storybank.admin.helpline_form import HelplineForm
from storybank.helplines.hours import HoursNotClear, opening
from storybank.helplines.words import hours_in_words
from storybank.models import Helpline


def state_of(line: Helpline) -> str:
    """What has to be done about a line, in the list and nowhere else."""
    if not line.showable:
        return "Not shown: checked too long ago"
    return "Check it soon" if line.stale else "Checked"


def hours_of(line: Helpline) -> str:
    """The hours as readers get them, so that whoever typed them sees how they were understood."""
    try:
        typed = opening(line.opening)
    except HoursNotClear as complaint:
        return str(complaint)
    return hours_in_words(typed) if typed else line.hours


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
        Column("hours", label="Hours", accessor=hours_of),
        Column("nation", label="For people in", accessor="get_nation_display"),
        "checked_on",
        Column("state", label="State", accessor=state_of),
    ]
    ordering = ["checked_on", "name"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("phone"),
                    FieldPanel("about"),
                    FieldPanel("about_cy"),
                    FieldPanel("opening"),
                    FieldPanel("hours"),
                ],
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
                    FieldPanel("notes"),
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
        ],
        base_form_class=HelplineForm,
    )

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
