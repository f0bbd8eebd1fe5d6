"""The frame of every screen of the choices: whose it is, whether it is its turn, what every template gets."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.acts import choosing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.limits import speaks_with_us
from people.models import Person
from storybank.desk.frame import show, story_page
from storybank.desk.path import PEOPLE, TOLD, USE, Path, Step
from storybank.domain import agreeing
from storybank.models import StoryPage

View = Callable[..., HttpResponseBase]


def choice_page(name: str) -> Callable[[View], View]:
    """A screen of the path. One that cannot be answered yet leads to the first open one; nothing open: to "done"."""

    def decorate(view: View) -> View:
        @wraps(view)
        def found(request: HttpRequest, person: Person, page: StoryPage, slug: str = "") -> HttpResponseBase:
            path, step = Path(person, page), Step(name, slug)
            if not path.asked:
                return redirect("storybank:choice_done", page.file.uid)
            if name == USE and step not in path.steps:
                raise Http404
            if name != TOLD and speaks_with_us(person):
                return _together(request, path)
            if path.resting and name not in (TOLD, PEOPLE):
                return redirect("storybank:choice_people", page.file.uid)
            if not path.reachable(step):
                return redirect(path.url(path.next_open()))
            return view(request, path, step)

        return story_page(found)

    return decorate


def _together(request: HttpRequest, path: Path) -> HttpResponseBase:
    """Under 13 there is no yes on a screen: only what happens instead, and a no to everything."""
    if request.method == "POST" and request.POST.get("act") == "no":
        try:
            agreeing.say_no(path.page, path.person, edition_id=path.edition_id)
        except (choosing.NotWhatWasAsked, CannotAnswer) as error:
            messages.error(request, _(str(error)))
            return redirect("storybank:choices", path.page.file.uid)
        path.forget()
        return redirect("storybank:choice_done", path.page.file.uid)
    return show(request, "choice_together", page=path.page)


def screen(request: HttpRequest, path: Path, step: Step, template: str, **context: Any) -> HttpResponseBase:
    return show(
        request, template, page=path.page, path=path, reading=path.reading, **path.number(step), **context
    )


def sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
