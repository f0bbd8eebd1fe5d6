"""Suggesting changes in Wagtail's page editor: it can save, and nothing else leads anywhere from there."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, PageLockedMenuItem, SaveDraftMenuItem
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from consent import policy
from storybank.admin.editor_panels import editor_panels
from storybank.domain.suggestions import suggested_changes
from storybank.lock.live import NotAgreed, NotAStoryRoad
from storybank.lock.opening import may_suggest
from storybank.models import StoryPage

KEPT = "Your changes are kept as suggestions."
BROKEN_OFF = "A part of the page did not arrive. Nothing was kept. Save once more."
MOST_DIGITS = 4


class StoryEditView(EditView):
    """Wagtail's editor with our side panels, and with refusals in words that keep what was typed."""

    def dispatch(self, request: Any, page_id: int, **kwargs: Any) -> HttpResponse:
        page = StoryPage.objects.filter(pk=page_id).first()
        if page is None or not may_suggest(request.user, page):
            raise Http404
        return super().dispatch(request, page_id, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Half of a form would read as words taken out, so it keeps nothing."""
        if all(_is_whole(request.POST, blocks) for blocks in ("body", "content_notes")):
            return super().post(request, *args, **kwargs)
        if self.expects_json_response:
            return self.json_error_response("validation_error", BROKEN_OFF)
        messages.error(request, BROKEN_OFF)
        return self.redirect_and_remain()

    def get_page_subtitle(self) -> str:
        """Never the words' own title: it stays in a browser's history."""
        return StoryPage.objects.get(pk=self.page.pk).get_admin_display_title()

    def get_side_panels(self) -> MediaContainer:
        return MediaContainer(editor_panels(self.page, self.request))

    def add_save_confirmation_message(self) -> None:
        """Saving publishes nothing. Whoever changes words that are up reads at once whose yes the new ones need."""
        page = StoryPage.objects.get(pk=self.page.pk)
        if page.live and page.accepted_revision_id != page.latest_revision_id and suggested_changes(page):
            who = policy.whose_yes(page.file_id)
            said = f"The words have changed, and {who} has not said yes to the new ones. The agreed version stays up."
            messages.warning(self.request, f"{said} {KEPT}")
        else:
            messages.success(self.request, KEPT)

    def publish_action(self) -> HttpResponse:
        """Nobody holds the right. Should somebody be given it, the write lock decides and says why."""
        try:
            return super().publish_action()
        except (NotAgreed, NotAStoryRoad) as refused:
            return self._refused(refused)

    def perform_workflow_action(self) -> HttpResponse:
        try:
            return super().perform_workflow_action()
        except PermissionDenied as refused:
            return self._refused(refused)

    def _refused(self, refused: PermissionDenied) -> HttpResponse:
        """The revision was written before the refusal, so what was typed stands as a suggestion."""
        messages.error(self.request, f"{refused} {KEPT}")
        return self.redirect_and_remain()


def _is_whole(posted: Any, name: str) -> bool:
    """Whether as many blocks came as were counted, each with a place of its own: Wagtail relies on it."""
    if not _is_number(posted.get(f"{name}-count")):
        return False
    blocks = [f"{name}-{n}" for n in range(int(posted[f"{name}-count"]))]
    kept = [block for block in blocks if not posted.get(f"{block}-deleted")]
    places = [posted.get(f"{block}-order") for block in kept]
    return (
        all({f"{block}-deleted", f"{block}-type"} <= posted.keys() for block in kept)
        and all(_is_number(place) for place in places)
        and len({int(place) for place in places}) == len(places)
    )


def _is_number(typed: str | None) -> bool:
    return typed is not None and typed.isdecimal() and len(typed) <= MOST_DIGITS


class StoryViewSet(PageViewSet):
    model = StoryPage
    edit_view_class = StoryEditView


def only_saving(menu_items: list[ActionMenuItem], _request: Any, context: dict[str, Any]) -> None:
    """For stories: "Save draft", or the notice that the words stand still. Checks live on the sheet."""
    if isinstance(context.get("page"), StoryPage):
        kept = (SaveDraftMenuItem, PageLockedMenuItem)
        menu_items[:] = [item for item in menu_items if isinstance(item, kept)]
