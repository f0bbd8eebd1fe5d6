"""The panels beside a story, in the bar of Wagtail's editor: the same ones as on the sheet, short of their forms."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.side_panels import BaseSidePanel

from storybank.admin.panels import Panel, panels
from storybank.models import StoryPage

OPENS_FIRST = "status"
"""The name under which Wagtail's editor looks for the panel that may stand open."""


class EditorPanel(BaseSidePanel):
    """One panel in the editor's bar. Its number there is what waits in it."""

    template_name = "storybank/admin/editor_panel.html"

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"count": self.panel.shown.count}

    def __init__(
        self, page: Any, request: HttpRequest, *, shown: Panel, story: StoryPage, order: int
    ) -> None:
        super().__init__(page, request)
        self.shown, self.story, self.order = shown, story, order
        self.name = OPENS_FIRST if shown.key == "standing" else shown.key
        self.title = shown.title
        self.toggle.aria_label = shown.title
        self.toggle.icon_name = shown.icon

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return super().get_context_data(parent_context) | {"shown": self.shown, "story": self.story}


def editor_panels(page: Any, request: HttpRequest) -> list[EditorPanel]:
    story = StoryPage.objects.get(pk=page.pk)
    beside = [panel for panel in panels(story, request.user) if panel.in_editor]
    return [
        EditorPanel(page, request, shown=panel, story=story, order=number)
        for number, panel in enumerate(beside, start=1)
    ]
