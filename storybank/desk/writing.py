"""Writing, one question a screen or on one open page. Every button saves; nothing typed is ever lost."""

import hashlib
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from people.desk.access import person_of
from people.whole_numbers import whole_number
from storybank.desk import read_aloud
from storybank.desk.frame import desk_page, own_draft, owns, show
from storybank.desk.questions import Question, asked_in, question_named
from storybank.domain import drafts
from storybank.models import Draft


@desk_page
def start(request: HttpRequest) -> HttpResponseBase:
    """How would you like to tell it? The draft is made when they answer, never by looking."""
    way = request.POST.get("way", "")
    if request.method == "POST" and way in ("say", "photo"):
        return redirect(f"storybank:{way}", drafts.start(person_of(request), way=drafts.OPEN).file.uid)
    if request.method == "POST" and way in ("guided", "open"):
        draft = drafts.start(person_of(request), way=way)
        return redirect("storybank:question", draft.file.uid, asked_in(draft)[0].name)
    recording = read_aloud.recording_for(read_aloud.WAYS)
    return show(request, "start", chosen_nothing=request.method == "POST", recording=recording)


@desk_page
def question(request: HttpRequest, uid: UUID, name: str) -> HttpResponseBase:
    """One question. Every button on it saves first and then goes where it says."""
    if name not in drafts.FIELDS - {"kind"}:
        raise Http404
    draft = _draft_or_keep_words(request, uid)
    if draft is None:
        return _not_a_draft_now(request, uid, request.POST.get(name, ""))
    asked = question_named(draft, name)
    if request.method != "POST":
        return _ask(request, draft, asked, text=drafts.answers(draft).get(name, ""), version=draft.version)
    sent, version = request.POST.get(name, ""), _number(request.POST.get("version", ""))
    try:
        if _fingerprint(sent) != request.POST.get("was"):
            drafts.save(draft, answers={name: sent}, version=version)
    except drafts.TooLong as error:
        return _ask(request, draft, asked, text=sent, version=version, error=str(error))
    except drafts.StaleDraft:
        return redirect("storybank:compare", uid)
    return _go(draft, asked, request.POST.get("go", ""))


@desk_page
def autosave(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Called by the page while they write. 200 with the new version, 409 with where both texts stand, 400 in words."""
    if request.method != "POST":
        own_draft(person_of(request), uid)
        return redirect("storybank:read_back", uid)
    draft = _draft_or_keep_words(request, uid)
    if draft is None:
        return JsonResponse({"error": "not a draft any more"}, status=400)
    sent = {name: str(text) for name, text in request.POST.items() if name in drafts.FIELDS}
    try:
        saved = drafts.save(draft, answers=sent, version=_number(request.POST.get("version", "")))
    except drafts.TooLong as error:
        return JsonResponse({"error": str(error)}, status=400)
    except drafts.StaleDraft:
        return JsonResponse({"compare": reverse("storybank:compare", args=[uid])}, status=409)
    return JsonResponse({"version": saved.version})


def _ask(
    request: HttpRequest, draft: Draft, asked: Question, *, text: str, version: int, error: str = ""
) -> HttpResponse:
    return show(
        request,
        "question",
        draft=draft,
        asked=asked,
        text=text,
        version=version,
        was=_fingerprint(text),
        error=error,
        autosave_url=reverse("storybank:autosave", args=[draft.file.uid]),
    )


def _go(draft: Draft, asked: Question, where: str) -> HttpResponseBase:
    """Where a button leads; past the last question stands the whole text."""
    if where == "later":
        return redirect("home:my")
    following = {"back": asked.back, "all": ""}.get(where, asked.next)
    if not following:
        return redirect("storybank:read_back", draft.file.uid)
    return redirect("storybank:question", draft.file.uid, following)


def _draft_or_keep_words(request: HttpRequest, uid: UUID) -> Draft | None:
    """The draft; None when it was shared, or when its own author sends words to one they deleted."""
    try:
        return own_draft(person_of(request), uid)
    except Http404:
        if request.method == "POST" and owns(person_of(request), uid):
            return None
        raise


def _not_a_draft_now(request: HttpRequest, uid: UUID, sent: str) -> HttpResponseBase:
    """An old tab of a story that was shared or deleted meanwhile: what it holds is shown, never dropped."""
    if not sent.strip():
        return redirect("home:my")
    return show(request, "not_a_draft_now", text=drafts.tidy(sent), uid=uid, status=409)


def _fingerprint(text: str) -> str:
    """Of the words as the page showed them: an answer nobody touched is not sent over a newer one."""
    return hashlib.sha256(drafts.tidy(text).strip().encode(errors="replace")).hexdigest()


def _number(text: str) -> int:
    return whole_number(text) or 0
