"""One story's words and the safety check, for whoever holds the link. Opening it does nothing; posting works once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files
from people.domain.from_outside import why_not_outside
from storybank.admin.forms import SafetyCheckForm
from storybank.domain import outside
from storybank.domain.checking import CannotCheck
from storybank.domain.freezing import NotReady
from storybank.domain.identifying import leaving, passages
from storybank.domain.identifying.shown_together import notes_of
from storybank.domain.never_know import said_about
from storybank.domain.outside import Invited
from storybank.domain.revealing import people_in
from storybank.lock.closure import closure_of
from storybank.outsider.seeing import as_read, kept_by_nobody

NOT_YET = (
    "It cannot go on yet: we have to settle something first. Nothing was lost, and the link still works."
    " Ring whoever sent it to you."
)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, token: str) -> HttpResponse:
    return kept_by_nobody(_answer(request, token))


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    invited = outside.invited_by(token)
    if invited is None:
        return TemplateResponse(request, "storybank/outsider/over.html", status=404)
    if request.method != "POST":
        words = closure_of(invited.page.get_latest_revision_as_object()).sha256
        return _show(request, invited, _form(invited, initial={"words": words}))
    form = _form(invited, request.POST)
    if not form.is_valid():
        return _show(request, invited, form, status=422)
    if near := why_not_outside(request.user, about=files.people_of(invited.page.file_id)):
        form.add_error(None, near)
        return _show(request, invited, form, status=422)
    try:
        made = outside.check_from_outside(token, **form.as_check())
    except CannotCheck as refused:
        form.add_error(None, str(refused))
        return _show(request, invited, form, status=422)
    except (CannotAsk, NotReady):
        form.add_error(None, NOT_YET)
        return _show(request, invited, form, status=422)
    template = "thanks" if made else "over"
    return TemplateResponse(request, f"storybank/outsider/{template}.html", status=200 if made else 404)


def _form(invited: Invited, *args: Any, **kwargs: Any) -> SafetyCheckForm:
    return SafetyCheckForm(*args, people=people_in(invited.page), from_outside=True, **kwargs)


def _show(
    request: HttpRequest, invited: Invited, form: SafetyCheckForm, *, status: int = 200
) -> HttpResponse:
    found = leaving.for_staff(invited.page.get_latest_revision_as_object())
    context = {
        "reading": as_read(invited, address=request.path),
        "for_whom": invited.for_whom,
        "never_know": [label for said in said_about(invited.page) for label in said.labels],
        "found": found,
        "left": passages.left(found),
        "few": [note for note in notes_of(invited.page) if note.jigsaw.rare and not note.where],
        "form": form,
    }
    return TemplateResponse(request, "storybank/outsider/check.html", context, status=status)
