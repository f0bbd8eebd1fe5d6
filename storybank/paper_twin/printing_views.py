"""Printing: for one of one's people, for one story, or blank for a table; and the very sheets once more."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from people.admin.access import role_required
from people.domain import codes as cards
from people.enums import Language
from people.keyring import KeyShredded
from people.models import Person
from people.roles import SUPPORTER
from people.whole_numbers import whole_number
from storybank.models import StoryPage
from storybank.paper_twin.making import CannotPrint, make_blank_packs, make_pack, printed_again
from storybank.paper_twin.seeing import handled, opened, wanted_sheets


@role_required(SUPPORTER)
@require_POST
def for_person(request: HttpRequest, pk: int) -> HttpResponse:
    """They have told nothing yet, or tell a second story: lined sheets."""
    return _for(request, handled(request.user, pk), None)


@role_required(SUPPORTER)
@require_POST
def for_story(request: HttpRequest, page_id: int) -> HttpResponse:
    """Whatever can be asked about this story now: of the author, or of `person`, who wrote it with them."""
    person, page = wanted_sheets(request.user, page_id, wanted=request.POST.get("person", ""))
    return _for(request, person, page)


@role_required(SUPPORTER)
@require_POST
def blank(request: HttpRequest) -> HttpResponse:
    number = whole_number(request.POST.get("number", ""), digits=3) or 0
    language = request.POST.get("language", "")
    try:
        made = make_blank_packs(
            number,
            language=language if language in Language.values else Language.ENGLISH,
            by=request.user,
            no_outside_name=bool(request.POST.get("no_name")),
        )
    except CannotPrint as refused:
        messages.error(request, str(refused))
        return redirect("paper:index")
    return as_file(made.pdf)


@role_required(SUPPORTER)
@require_safe
def again(request: HttpRequest, code: str) -> HttpResponse:
    """The same sheets, when the first ones were lost or the printer was out of paper. A card is not printed twice."""
    pack = opened(request.user, code)
    try:
        return as_file(printed_again(pack))
    except (CannotPrint, KeyShredded):
        messages.error(request, "These sheets cannot be printed again. Print a new pack.")
        return redirect("paper:pack", pack.code)


def as_file(pdf: bytes) -> HttpResponse:
    """A name that says nothing: it stays in the list of what was fetched last on this computer."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="sheets.pdf"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _for(request: HttpRequest, person: Person, page: StoryPage | None) -> HttpResponse:
    wants: Any = request.POST
    code16 = ""
    try:
        if wants.get("card"):
            code16, _ = cards.issue_code(person, by=request.user)
        made = make_pack(
            person, page=page, by=request.user, no_outside_name=bool(wants.get("no_name")), code16=code16
        )
    except CannotPrint as refused:
        return render(
            request, "storybank/paper/not_printed.html", {"why": str(refused), "person": person}, status=422
        )
    return as_file(made.pdf)
