"""The frame of every screen of the choices: whose it is, whether it is its turn, what every template gets."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from people.models import Person
from storybank.desk.frame import show, story_page
from storybank.desk.path import PEOPLE, TOLD, USE, Path, Step
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
            if path.resting and name not in (TOLD, PEOPLE):
                return redirect("storybank:choice_people", page.file.uid)
            if not path.reachable(step):
                return redirect(path.url(path.next_open()))
            return view(request, path, step)

        return story_page(found)

    return decorate


def screen(request: HttpRequest, path: Path, step: Step, template: str, **context: Any) -> HttpResponseBase:
    return show(
        request, template, page=path.page, path=path, reading=path.reading, **path.number(step), **context
    )


def sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
