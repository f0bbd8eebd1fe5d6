"""/stories/<slug>/write/: a reader writes to the author. GET shows the form, POST keeps the words; both ask the gate.

No cookie and no script is needed, and nothing about the reader is asked, kept or shown. An address where nobody may
write now says so alike, whatever the reason, and gives the typed words back.
"""

import logging

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from people.desk.client import client_of
from people.desk.unstored import never_stored
from people.domain import limits
from people.enums import Language
from storybank.domain.helping import helplines_for
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import reading
from storybank.domain.reading_shapes import Reading
from storybank.domain.replies import receiving, wishing
from storybank.models import StoryPage
from storybank.public.absence import Absence, absence
from storybank.replies.public_form import LetterForm
from storybank.replies.stamp import new_stamp

log = logging.getLogger(__name__)
WRONG, TOO_MANY = 422, 429
AN_HOUR, A_DAY = 3600, 86400
LETTERS_AN_HOUR, OF_ONE_STORY_A_DAY = 6, 60


@sensitive_post_parameters("words")
@never_stored
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponseBase:
    response = _answer(request, slug)
    response["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest, slug: str) -> HttpResponse:
    page = story_by_slug(slug)
    shown = _shown(page) if page else None
    if page is None or shown is None:
        return _gone(request, absence(page, slug))
    if request.method != "POST":
        return _page(request, shown, LetterForm(initial={"stamp": new_stamp()}))
    return _posted(request, page, shown)


def _posted(request: HttpRequest, page: StoryPage, shown: Reading) -> HttpResponse:
    form = LetterForm(request.POST)
    if form.by_a_machine:
        return _thanks(request, page, shown, danger=False)
    if not form.is_valid():
        return _page(request, shown, form, status=WRONG)
    try:
        limits.count("reply", client_of(request), most=LETTERS_AN_HOUR, seconds=AN_HOUR)
        limits.count("reply-story", str(page.file_id), most=OF_ONE_STORY_A_DAY, seconds=A_DAY)
    except limits.TooManyTries:
        form.again()
        form.add_error(None, _("We have had many letters just now. Please keep your words, and try later."))
        return _page(request, shown, form, status=TOO_MANY)
    try:
        got = receiving.receive(page, text=form.cleaned_data["words"], once=form.once, language=_language())
    except receiving.Closed:
        return _closed(request)
    return _thanks(request, page, shown, danger=got.danger)


def _shown(page: StoryPage) -> Reading | None:
    """The gate, and the author's own word, on this request. An error is a no."""
    try:
        return reading(page) if wishing.readers_may_write(page) else None
    except Exception:
        log.exception("it could not be asked whether readers may write; nobody may")
        return None


def _language() -> str:
    return Language.WELSH if get_language() == "cy" else Language.ENGLISH


def _page(request: HttpRequest, shown: Reading, form: LetterForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "reading": shown, "here": "stories"}
    return render(request, "storybank/replies/write.html", context, status=status)


def _thanks(request: HttpRequest, page: StoryPage, shown: Reading, *, danger: bool) -> HttpResponse:
    context = {"reading": shown, "danger": danger, "helplines": helplines_for(page), "here": "stories"}
    return render(request, "storybank/replies/written.html", context)


def _gone(request: HttpRequest, why: Absence) -> HttpResponse:
    if why is Absence.NEVER:
        raise Http404
    return _closed(request, status=why.status)


def _closed(request: HttpRequest, *, status: int = 404) -> HttpResponse:
    typed = request.POST.get("words", "").replace("\x00", "")
    context = {"typed": typed, "here": "stories"}
    return render(request, "storybank/replies/closed.html", context, status=status)
