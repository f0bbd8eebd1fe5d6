"""For comms and supporters: which stories wait for an answer, and writing down what came, who let it, what was kept."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.admin.access import role_required
from people.roles import COMMS, SUPPORTER
from storybank.answers import deciding, waiting, writing
from storybank.answers.clues import clues_in, places_for
from storybank.answers.gate import shown_now
from storybank.answers.sheet import WAYS, handled_teller, lines_of
from storybank.answers.staff_forms import AnswerForm, ClaimForm, PromiseForm
from storybank.domain.came_back import CameBack, by_uid
from storybank.models import Promise, StoryPage

FORMS = {"answer": AnswerForm, "promise": PromiseForm}
ROLES = (COMMS, SUPPORTER)


@role_required(*ROLES)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    context = {
        "unanswered": waiting.unanswered(request.user),
        "promises": waiting.open_promises(request.user),
        "most": waiting.MOST,
    }
    return render(request, "storybank/admin/answers/index.html", context)


@role_required(*ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest, page_id: int) -> HttpResponse:
    """Everything that came back to one story, and two forms for what comes next."""
    page, what = _page(request, page_id), request.POST.get("what", "")
    if request.method != "POST" or what not in FORMS:
        return _sheet(request, page)
    form = FORMS[what](request.POST, prefix=what)
    if not form.is_valid():
        return _sheet(request, page, **{what: form})
    clues = _clues(page, form)
    if clues and not form.cleaned_data["looked"]:
        form.ask_to_look(clues)
        return _sheet(request, page, **{what: form})
    try:
        form.write(page.file_id, by=request.user)
    except writing.CannotWrite as refused:
        form.add_error(None, str(refused))
        return _sheet(request, page, **{what: form})
    messages.success(request, "It is written down. The author is asked whether it may stand there.")
    return redirect("answers:story", page.pk)


@role_required(*ROLES)
@require_POST
def claim(request: HttpRequest, uid: UUID) -> HttpResponse:
    row, page = _row(request, uid)
    form = ClaimForm(request.POST)
    if not isinstance(row, Promise) or not form.is_valid():
        messages.error(request, "Write the day on which they said that it is done. Nothing was changed.")
        return redirect("answers:story", page.pk)
    try:
        writing.claim(row, on=form.cleaned_data["on"], by=request.user)
    except writing.CannotWrite as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, "It is written down. Only the author can say that it happened; they are asked."
        )
    return redirect("answers:story", page.pk)


@role_required(*ROLES)
@require_POST
def take_away(request: HttpRequest, uid: UUID) -> HttpResponse:
    row, page = _row(request, uid)
    try:
        writing.take_away(row)
    except writing.CannotWrite as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "It is taken away.")
    return redirect("answers:story", page.pk)


@role_required(SUPPORTER)
@require_POST
def said(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What somebody who told the story says of it: on the phone, on paper or face to face."""
    row, page = _row(request, uid)
    person = handled_teller(request.user, row.file_id, request.POST.get("person", ""))
    how, word = request.POST.get("how", ""), request.POST.get("said", "")
    if person is None or how not in dict(WAYS):
        messages.error(request, "Say how they told you. Nothing was written down.")
        return redirect("answers:story", page.pk)
    try:
        if word in ("stand", "down"):
            deciding.may_stand(row, person=person, yes=word == "stand", how=how, by=request.user)
        elif isinstance(row, Promise):
            deciding.say_happened(row, person=person, said=word, how=how, by=request.user)
    except deciding.CannotSay as refused:
        messages.error(request, str(refused))
    else:
        counts = "" if word == "down" else " It counts once somebody else has checked it."
        messages.success(request, f"It is written down.{counts}")
    return redirect("answers:story", page.pk)


def _sheet(request: HttpRequest, page: StoryPage, **begun: AnswerForm) -> HttpResponse:
    context = {
        "page": page,
        "lines": lines_of(page, request.user),
        "ways": WAYS,
        "forms": [
            ("answer", "An answer has come", begun.get("answer") or AnswerForm(prefix="answer")),
            (
                "promise",
                "They have promised something",
                begun.get("promise") or PromiseForm(prefix="promise"),
            ),
        ],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if begun else HTTPStatus.OK
    return render(request, "storybank/admin/answers/story.html", context, status=status)


def _clues(page: StoryPage, form: AnswerForm) -> list[str]:
    cleared = shown_now([page.file_id]).get(page.file_id, [])
    return clues_in(
        page.file_id,
        form.said(),
        language=form.given()["language"],
        cleared=cleared,
        places=places_for([page.file_id]),
    )


def _page(request: HttpRequest, page_id: int) -> StoryPage:
    page = waiting.open_to(request.user).select_related("file").filter(pk=page_id).first()
    if page is None:
        raise Http404
    return page


def _row(request: HttpRequest, uid: UUID) -> tuple[CameBack, StoryPage]:
    row = by_uid(uid)
    page = waiting.open_to(request.user).filter(file=row.file_id).order_by("pk").first() if row else None
    if row is None or page is None:
        raise Http404
    return row, page
