"""Typing what an author said or wrote by hand: play it or look at it, type beside it, and the author decides."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from storybank.admin.sheet import readable, suggestable
from storybank.domain import takes, typing_up
from storybank.domain.drafts import LONGEST
from storybank.models import StoryPage
from storybank.playing import answer_in_pieces

UNPROCESSABLE = 422
KEPT = "Kept. The author reads it now, and may change every word."


class TypingForm(forms.Form):
    """`seen`: the version that stood there when typing began, so that two who type do not lose each other's words."""

    text = forms.CharField(
        label="What is said or written, word for word",
        help_text="As it was said, also where it is not how you would say it. An empty line starts a new part.",
        widget=forms.Textarea(attrs={"rows": 18, "dir": "auto"}),
        max_length=LONGEST,
        strip=False,
        error_messages={"required": "Type what is said or written. Nothing was kept."},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, max_value=10**18, min_value=0)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, page_id: int) -> HttpResponse:
    """The words that come of it are the author's; nothing typed replaces what the author wrote."""
    page = suggestable(request.user, page_id)
    if not takes.shared(page).exists():
        raise Http404
    if request.method != "POST":
        first = {"text": typing_up.typed_text(page), "seen": page.latest_revision_id}
        return _shown(request, page, TypingForm(initial=first))
    if request.POST.get("do") == "nothing":
        typing_up.nothing_to_type(page)
        messages.success(request, "It does not wait to be typed any more.")
        return redirect("work:story", page.pk)
    typed = request.POST.copy()
    form = TypingForm(typed)
    if not form.is_valid():
        return _shown(
            request, page, form, problem="Something needs another look. What you typed is still here."
        )
    try:
        typing_up.type_up(page, by=request.user, **form.cleaned_data)
    except typing_up.CannotType as refused:
        typed["seen"] = str(page.latest_revision_id)
        return _shown(request, page, form, problem=str(refused))
    messages.success(request, KEPT)
    return redirect("work:story", page.pk)


@never_cache
@require_safe
def take(request: HttpRequest, page_id: int, uid: UUID) -> HttpResponse:
    """A voice note or a page, for whoever may read the story; nothing of a story that was not shared."""
    found = takes.shared(readable(request.user, page_id)).filter(uid=uid).first()
    if found is None:
        raise Http404
    return answer_in_pieces(request, found)


def _shown(request: HttpRequest, page: StoryPage, form: TypingForm, *, problem: str = "") -> HttpResponse:
    context = {
        "page": page,
        "header_title": page.get_admin_display_title(),
        "takes": takes.numbered(takes.shared(page)),
        "form": form,
        "problem": problem,
    }
    status = UNPROCESSABLE if problem else 200
    return TemplateResponse(request, "storybank/admin/typing.html", context, status=status)
