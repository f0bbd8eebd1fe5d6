"""What every page of the desk shares: whose it is, what they may open, and the frame around it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from consent.domain.care import files
from consent.enums import Subject
from people.desk.access import member_required, person_of
from people.models import Person
from storybank.models import Draft, StoryPage

View = Callable[..., HttpResponseBase]


def desk_page(view: View) -> View:
    """A page for its own author only: GET shows, POST acts, nothing is stored on the way."""
    guarded: View = member_required(csrf_protect(require_http_methods(["GET", "HEAD", "POST"])(view)))
    return guarded


def story_page(view: View) -> View:
    """A desk page of one shared story: the view is called with its person and page.

    Somebody else's, an unknown and a not yet shared story all answer the same 404.
    """

    @wraps(view)
    def found(request: HttpRequest, uid: UUID, **rest: Any) -> HttpResponseBase:
        person = person_of(request)
        return view(request, person, own_page(person, uid), **rest)

    return desk_page(found)


def pen_page(view: View) -> View:
    """A page of one shared story for its first author: what is between them and the supporter, and what they decide.

    Who writes it together with them reads the words, says yes and stops; of this they meet the same 404 as a stranger.
    """

    @wraps(view)
    def found(request: HttpRequest, person: Person, page: StoryPage, **rest: Any) -> HttpResponseBase:
        if not files.holds_the_pen(person, page.file_id):
            raise Http404
        return view(request, person, page, **rest)

    return story_page(found)


def own_page(person: Person, uid: UUID) -> StoryPage:
    """The story's first page; translations and easy-read forms share its file."""
    pages = StoryPage.objects.select_related("file").filter(file=_file(person, uid)).order_by("pk")
    page: StoryPage | None = pages.first()
    if page is None:
        raise Http404
    return page


def own_draft(person: Person, uid: UUID) -> Draft | None:
    """The draft, or None when it has become a shared story. Raises the same 404 for all else."""
    file = _file(person, uid)
    draft = Draft.objects.select_related("file").filter(file=file).first()
    if draft is None and not StoryPage.objects.filter(file=file).exists():
        raise Http404
    return draft


def owns(person: Person, uid: UUID) -> bool:
    """Whether there is, or was, anything of theirs at this address."""
    try:
        return bool(_file(person, uid))
    except Http404:
        return False


def show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Render a desk page in its frame."""
    supporter = person_of(request).supporter
    frame = {
        "supporter_name": supporter.first_name if supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, f"storybank/desk/{template}.html", frame | context, status=status)


def _file(person: Person, uid: UUID) -> Any:
    try:
        file = files.own_file(person, uid)
    except files.NotTheirs as error:
        raise Http404 from error
    if file.kind != Subject.STORY:
        raise Http404
    return file
