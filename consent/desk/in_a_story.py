"""/in-a-story/: "I think I am in a story". No account, no script; the answer is the same whatever we found."""

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consent.desk.concern_forms import LONGEST_STORY, ConcernForm
from consent.desk.even_time import evenly
from consent.domain.acts import concern_decisions
from consent.domain.care import concerns
from consent.domain.care.concerns import Matter, Raised, Said
from people.desk.client import client_of
from people.desk.unstored import never_stored
from people.domain import limits
from people.enums import Language
from people.tongues import knows

WRONG, TOO_MANY = 422, 429
AN_HOUR, A_DAY = 3600, 86400
MESSAGES_AN_HOUR, HOLDS_A_DAY, NUMBERS_AN_HOUR = 6, 3, 20


@sensitive_post_parameters("story", "text", "contact")
@never_stored
@evenly
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
@knows("about")
def in_a_story(request: HttpRequest) -> HttpResponseBase:
    """GET asks; POST writes it down and says thank you, in the same bytes for every story and for none."""
    if request.method != "POST":
        about = request.GET.get("about", "").replace("\x00", "")[:LONGEST_STORY]
        return _ask(request, ConcernForm(initial={"once": secrets.token_hex(16), "story": about}))
    form = ConcernForm(request.POST)
    if not form.is_valid():
        return _ask(request, form, status=WRONG)
    caller = client_of(request)
    try:
        limits.count("concern", caller, most=MESSAGES_AN_HOUR, seconds=AN_HOUR)
    except limits.TooManyTries:
        form.add_error(None, _("You have written to us several times. Wait an hour, or ring us."))
        return _ask(request, form, status=TOO_MANY)
    raised = _raise(form, may_hold=_within(caller))
    return render(request, "consent/in_a_story_sent.html", {"code": raised.code, "concern": raised.concern})


@sensitive_post_parameters("code", "text")
@never_stored
@evenly
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponseBase:
    """Our answer, by the number from the first page; and, once, a wish that somebody else looks again."""
    if request.method != "POST":
        return render(request, "consent/in_a_story_number.html", {"problem": ""})
    try:
        limits.count("concern-number", client_of(request), most=NUMBERS_AN_HOUR, seconds=AN_HOUR)
    except limits.TooManyTries as error:
        return _number(request, _(str(error)), status=TOO_MANY)
    found = concerns.by_code(request.POST.get("code", ""))
    if found is None:
        return _number(
            request, _("We do not know this number. Look at it once more, or ring us."), status=WRONG
        )
    problem = ""
    if request.POST.get("again"):
        try:
            found = concern_decisions.look_again(found, text=request.POST.get("text", ""))
        except concern_decisions.CannotDecide as error:
            problem = _(str(error))
    context = {
        "concern": found,
        "answer": concern_decisions.reasons(found).get("them", ""),
        "code": request.POST["code"][:40],
        "can_ask_again": found.decided_at is not None and found.appeal_of_id is None,
        "problem": problem,
    }
    return render(request, "consent/in_a_story_answer.html", context, status=WRONG if problem else 200)


def _raise(form: ConcernForm, *, may_hold: bool) -> Raised:
    given = form.cleaned_data
    return concerns.raise_concern(
        Said(story=given["story"], text=given["text"], contact=given["contact"]),
        matter=Matter(given["matter"]),
        once=given["once"][:64] or secrets.token_hex(16),
        language=Language.WELSH if get_language() == "cy" else Language.ENGLISH,
        may_hold=may_hold,
    )


def _within(caller: str) -> bool:
    """One caller makes at most a few stories rest in a day; beyond that a lead decides."""
    try:
        limits.count("concern-hold", caller, most=HOLDS_A_DAY, seconds=A_DAY)
    except limits.TooManyTries:
        return False
    return True


def _ask(request: HttpRequest, form: ConcernForm, *, status: int = 200) -> HttpResponse:
    return render(request, "consent/in_a_story.html", {"form": form}, status=status)


def _number(request: HttpRequest, problem: str, *, status: int) -> HttpResponse:
    context = {"problem": problem, "code": request.POST.get("code", "")[:40]}
    return render(request, "consent/in_a_story_number.html", context, status=status)
