"""What their pages share: whose they are, and the frame. Somebody else's and an unknown one are the same 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from consent.domain.acts import choosing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.choosing import Given
from consent.domain.acts.limits import speaks_with_us
from consent.domain.care import files
from consent.enums import Answer
from people.desk.access import person_of
from storybank.desk.frame import desk_page
from storybank.domain import in_it
from storybank.in_it.path import TOLD, WORDS, Path, Step

View = Callable[..., HttpResponseBase]


def in_it_page(view: View) -> View:
    """The view is called with the person and the file they are in."""

    @wraps(view)
    def found(request: HttpRequest, uid: UUID, **rest: Any) -> HttpResponseBase:
        person = person_of(request)
        try:
            file = files.in_it_file(person, uid)
        except files.NotTheirs as error:
            raise Http404 from error
        return view(request, person, file, **rest)

    return desk_page(found)


def step_page(name: str) -> Callable[[View], View]:
    """A screen of the path: nothing of the words before the author's yes, and no screen before its turn."""

    def decorate(view: View) -> View:
        @wraps(view)
        def found(request: HttpRequest, person: Any, file: Any, slug: str = "") -> HttpResponseBase:
            path, step = Path(person, file), Step(name, slug)
            if not path.asked or path.words is None:
                return redirect("storybank:in_it", file.uid)
            if name == "use" and step not in path.steps:
                raise Http404
            if not path.reachable(step):
                return redirect(path.url(path.next_open()))
            if name not in (TOLD, WORDS) and speaks_with_us(person):
                return _together(request, path)
            return view(request, path, step)

        return in_it_page(found)

    return decorate


def _together(request: HttpRequest, path: Path) -> HttpResponseBase:
    """Under 13 there is no yes on a screen: only what happens instead, and a no to everything."""
    if request.method == "POST" and request.POST.get("act") == "no":
        answers = [Given(choice.use.slug, Answer.NO) for choice in path.asked]
        try:
            in_it.give_first(path.file, path.person, answers=answers, edition_id=path.edition_id)
        except (choosing.NotWhatWasAsked, CannotAnswer) as error:
            messages.error(request, _(str(error)))
        path.forget()
        return redirect("storybank:in_it", path.file.uid)
    return show(request, "desk/choice_together")


def show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    supporter = person_of(request).supporter
    frame = {
        "supporter_name": supporter.first_name if supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, f"storybank/{template}.html", frame | context, status=status)
