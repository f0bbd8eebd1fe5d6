"""The editor's side panel: where the story stands, and the way to its sheet."""

from typing import Any

from wagtail.admin.ui.side_panels import BaseSidePanel

from consent import policy
from people import clock
from storybank.domain.suggestions import suggested_changes
from storybank.domain.waiting import waiting_for
from storybank.models import StoryPage


class StandingPanel(BaseSidePanel):
    """Short enough to read while writing; everything else is on the sheet."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Where this stands"
        icon_name = "info-circle"
        has_counter = False

    name = "status"
    title = "Where this stands"
    template_name = "storybank/admin/standing_panel.html"
    order = 100

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        page = StoryPage.objects.get(pk=self.object.pk)
        return super().get_context_data(parent_context) | {
            "standing": waiting_for(page),
            "reasons": policy.why_not(page.file_id, policy.WEBSITE, clock.now()),
            "changes": len(suggested_changes(page)),
            "whose_yes": policy.whose_yes(page.file_id),
            "people": _people(page),
        }


def _people(page: StoryPage) -> list[str]:
    rows = page.file.appearances.select_related("person").order_by("id")
    return [row.person.called if row.person else row.role or "Somebody" for row in rows]
