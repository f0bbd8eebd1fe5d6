"""One story on one sheet: the words, where they stand, whose yes is missing, and what may be done now."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consent import policy
from consent.domain.acts.offering import uses_on_offer
from consent.enums import EditionKind, Subject
from people import clock
from people.models import User
from people.roles import SAFEGUARDING, has_role
from storybank.admin.derive_form import DeriveForm
from storybank.admin.forms import LinkForm, PlanForm, SafetyCheckForm
from storybank.admin.media_forms import PictureForm, SoundForm
from storybank.admin.panels import panels
from storybank.domain import checking, sending, takes
from storybank.domain.reading_shapes import FOR_THE_HOUSE
from storybank.domain.reading_words import compose
from storybank.domain.revealing import people_in
from storybank.domain.suggestions import suggested_changes
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.lock.closure import closure_of
from storybank.lock.opening import may_read, may_suggest
from storybank.models import SafetyCheckTask, StoryEdition, StoryPage, StoryPlan

UNPROCESSABLE = 422


@never_cache
@require_safe
def show(request: HttpRequest, page_id: int) -> HttpResponse:
    return render(request, readable(request.user, page_id))


def readable(user: User, page_id: int) -> StoryPage:
    """The story, if this member of staff may read it; unknown and not theirs are the same."""
    page = StoryPage.objects.filter(pk=page_id).first()
    if page is None or not may_read(user, page):
        raise Http404
    return page


def suggestable(user: User, page_id: int) -> StoryPage:
    page = readable(user, page_id)
    if not may_suggest(user, page):
        raise Http404
    return page


def render(request: HttpRequest, page: StoryPage, *, problem: str = "", **forms: Any) -> HttpResponse:
    """The sheet, with a form as it was typed when something in it needs another look."""
    context = {
        "page": page,
        "header_title": page.get_admin_display_title(),
        "problem": problem,
        **_words(page),
        "panels": panels(page, request.user),
        **_doing(request.user, page),
        **forms,
    }
    status = UNPROCESSABLE if problem or forms else 200
    return TemplateResponse(request, "storybank/admin/sheet.html", context, status=status)


def _words(page: StoryPage) -> dict[str, Any]:
    latest = page.get_latest_revision_as_object()
    return {
        "reading": compose(
            latest,
            shows=FOR_THE_HOUSE,
            since=clock.now(),
            media=lambda uid: reverse("work:media", args=[page.pk, uid]),
        ),
        "changes": suggested_changes(page),
        "whose_yes": policy.whose_yes(page.file_id),
    }


def _doing(user: User, page: StoryPage) -> dict[str, Any]:
    """What this member of staff may do now."""
    task = sending.task_of(page)
    at_safety = task is not None and isinstance(task.task.specific, SafetyCheckTask)
    suggests = may_suggest(user, page)
    lead = has_role(user, SAFEGUARDING)
    refused = checking.why_not_by(page, user) if lead and at_safety else ""
    plan = StoryPlan.objects.filter(page=page).first()
    words = closure_of(page.get_latest_revision_as_object()).sha256
    return {
        "may_suggest": suggests and not at_safety,
        "may_type": suggests and not at_safety and takes.shared(page).exists(),
        "may_send": suggests and task is None and waiting_for(page).waiting is Waiting.SUPPORTER,
        "may_take_back": suggests and task is not None,
        "may_note": lead,
        "plan_form": plan_form(page, initial={"uses": plan.slugs if plan else ["website"]})
        if suggests and task is not None and not at_safety
        else None,
        "refused": refused,
        "safety_form": SafetyCheckForm(initial={"words": words}, people=people_in(page))
        if lead and at_safety and not refused
        else None,
        "picture_form": PictureForm() if suggests and not at_safety else None,
        "sound_form": SoundForm() if suggests and not at_safety else None,
        "derive_form": derive_form(page) if suggests else None,
        "link_form": LinkForm() if lead and at_safety else None,
    }


def plan_form(page: StoryPage, data: Any = None, **more: Any) -> PlanForm:
    """What may be planned for this story now."""
    return PlanForm(data, offer=uses_on_offer(Subject.STORY, file_id=page.file_id), **more)


def derive_form(page: StoryPage, data: Any = None) -> DeriveForm | None:
    """Only from an original whose words were asked about; its parts are those of the frozen words."""
    frozen = StoryEdition.objects.filter(page=page).select_related("revision").order_by("-edition__n").first()
    if frozen is None or page.form != EditionKind.ORIGINAL:
        return None
    words = frozen.words()
    return DeriveForm(data, reading=compose(words, shows=FOR_THE_HOUSE, since=clock.now()))
