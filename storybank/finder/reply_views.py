"""Holding replies: read, copy, change, look at, go back. Nothing is sent from here: a person sends it."""

from django.contrib import messages as flash
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from people import clock
from people.admin.access import role_required
from people.roles import COMMS
from storybank.finder import press_words
from storybank.finder.enquiries import open_enquiries
from storybank.finder.forms import WordsForm
from storybank.finder.press_words import KINDS, REPLIES, TERMS, Words
from storybank.models.enquiry import Enquiry

UNPROCESSABLE = 422


@role_required(COMMS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every reply, filled in and ready to copy; with an enquiry, in its outlet's and deadline's words."""
    for_uid = request.GET.get("for", "")
    enquiry = next((one for one in open_enquiries() if str(one.uid) == for_uid), None)
    given = _given(request, enquiry)
    replies = [
        {"key": key, "kind": kind, "text": press_words.words_of(key).filled(**given)}
        for key, kind in REPLIES.items()
    ]
    context = {"header_title": "Holding replies", "replies": replies, "enquiry": enquiry, "terms_key": TERMS}
    return TemplateResponse(request, "storybank/press/replies.html", context)


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    if key not in KINDS:
        raise Http404
    now = press_words.words_of(key)
    form = WordsForm(request.POST or None, initial={"body": now.body})
    act = request.POST.get("act", "")
    if act == "reset":
        press_words.reset(key)
        flash.success(request, "The house's own words are back.")
        return redirect("finder:reply", key)
    shown = now
    if request.method == "POST" and form.is_valid():
        body = form.cleaned_data["body"]
        for sentence in press_words.problems(key, body):
            form.add_error("body", sentence)
        shown = Words(body, own=True)
        if act == "save" and form.is_valid() and _saved(request, key, body, form):
            return redirect("finder:reply", key)
    context = {
        "header_title": KINDS[key].title,
        "kind": KINDS[key],
        "form": form,
        "own": now.own,
        "shown": shown.filled(**_given(request, None)),
        "placeholders": [f"{{{name}}}" for name in sorted(KINDS[key].allowed)],
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/press/reply.html", context, status=status)


def _saved(request: HttpRequest, key: str, body: str, form: WordsForm) -> bool:
    try:
        press_words.set_words(key, body, by=request.user)
    except ValidationError as refused:
        form.add_error("body", refused)
        return False
    flash.success(request, "Saved. It says so from now on.")
    return True


def _given(request: HttpRequest, enquiry: Enquiry | None) -> dict[str, str]:
    given = {"sender": request.user.first_name or request.user.display_name}
    if enquiry is not None:
        local = enquiry.deadline.astimezone(clock.LONDON)
        given |= {"outlet": enquiry.outlet, "deadline": f"{local:%H:%M} on {local:%A}"}
    return given
