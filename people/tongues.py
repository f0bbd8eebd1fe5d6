"""The same page in every language whose words are here. Readers get no cookies, so the address is the choice.

A way to another language takes along only what the page itself knows how to answer (`knows`), or names (the frame of a
page of pieces): whatever else somebody has added to its address is never said again in our name.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import get_language

TO_LOOK = ("GET", "HEAD")
View = TypeVar("View", bound=Callable[..., Any])


def offered() -> list[str]:
    """The languages between which there is a choice; none where there is one language."""
    codes: list[str] = settings.LANGUAGES_OF_THE_SCREENS
    return codes if len(codes) > 1 else []


def in_each(address: Callable[[str], str]) -> list[dict[str, Any]]:
    """One row for each language, from its code and the address there. Empty where there is one language."""
    here, names = get_language(), dict(settings.LANGUAGES)
    return [
        {"code": code, "name": names[code], "url": address(code), "current": code == here}
        for code in offered()
    ]


def path_in(code: str, path: str) -> str:
    """A page that stands in each language, in this one: English has the bare address, others their code before it."""
    bare = path
    for other, _ in settings.LANGUAGES:
        bare = bare.removeprefix(f"/{other}") if path.startswith(f"/{other}/") else bare
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"


def knows(*names: str) -> Callable[[View], View]:
    """A view that answers to these questions in its address. What wraps it carries the names on (`functools.wraps`)."""

    def mark(view: View) -> View:
        view.known_questions = names  # type: ignore[attr-defined]  # a function takes any
        return view

    return mark


def asked_of(request: HttpRequest) -> str:
    """What was asked of this page that it knows, as the end of an address; nothing for what was sent to it."""
    match = request.resolver_match
    names = getattr(match.func, "known_questions", ()) if match and request.method in TO_LOOK else ()
    known = [(name, value) for name in names for value in request.GET.getlist(name)[-1:]]
    return f"?{urlencode(known)}" if known else ""
