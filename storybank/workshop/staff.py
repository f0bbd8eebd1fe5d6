"""One evening on one screen: its people, packs and cards, what is still out, and the piece they write together."""

import secrets
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from consent.domain.clearance import naming
from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.domain.caseload import handled_by
from people.domain.saying_rules import ways_of
from people.models import Person
from people.roles import SUPPORTER
from people.whole_numbers import whole_number
from storybank.models import StoryPage, Workshop
from storybank.paper_twin.asking import CannotPrint
from storybank.workshop import evenings, pieces
from storybank.workshop.forms import AddForm, EveningForm, PrintForm

A_WHILE = 600
UNPROCESSABLE = 422


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    form = EveningForm(request.POST if request.method == "POST" else None, initial={"led_by": request.user})
    if request.method == "POST" and form.is_valid():
        try:
            made = evenings.open_evening(by=request.user, **form.cleaned_data)
        except evenings.CannotOpen as refused:
            form.add_error("on", str(refused))
        else:
            return redirect("workshops:evening", made.uid)
    context = {"form": form, "evenings": evenings.evenings_of(request.user)[:50]}
    return render(request, "storybank/admin/workshop/index.html", context, status=_status(form))


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def evening(request: HttpRequest, uid: UUID) -> HttpResponse:
    """GET shows all of it; POST adds somebody new and comes back for the next one."""
    workshop = _workshop(request, uid)
    form = AddForm(request.POST if request.method == "POST" else None, initial={"once": secrets.token_hex(8)})
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        if not cache.add(f"seated:{request.user.pk}:{given.pop('once')}", 1, timeout=A_WHILE):
            return redirect("workshops:evening", workshop.uid)  # the second of two clicks
        try:
            made = evenings.add_new(workshop, by=request.user, **given)
        except evenings.CannotOpen as refused:
            form.add_error("called", str(refused))
        else:
            messages.success(request, f"{made.person.called} is there. Their card comes with the packs.")
            return redirect("workshops:evening", workshop.uid)
    return _page(request, workshop, form=form)


@role_required(SUPPORTER)
@require_POST
def seat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Somebody we know already takes a seat, found by the code we call them by."""
    workshop = _workshop(request, uid)
    code = request.POST.get("code", "").replace("\x00", "").strip()[:8].upper()
    person = handled_by(request.user).filter(code=code, erased_at=None).first() if code else None
    if person is None:
        messages.error(request, "None of your people has that code. Look it up under People.")
        return redirect("workshops:evening", workshop.uid)
    try:
        evenings.add(workshop, person)
    except evenings.CannotOpen as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{person.called} is there.")
    return redirect("workshops:evening", workshop.uid)


@role_required(SUPPORTER)
@require_POST
def batch(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All packs of one language as one PDF. A second click prints no second set: it would end the first cards."""
    workshop = _workshop(request, uid)
    form = PrintForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose the language of the packs.")
        return redirect("workshops:evening", workshop.uid)
    given = form.cleaned_data
    if given["once"] and not cache.add(f"printed:{request.user.pk}:{given['once']}", 1, timeout=A_WHILE):
        messages.warning(request, "They were printed a moment ago. Look among your downloads.")
        return redirect("workshops:evening", workshop.uid)
    try:
        made = evenings.print_batch(
            workshop, by=request.user, language=given["language"], cards=given["cards"]
        )
    except (evenings.CannotOpen, CannotPrint) as refused:
        messages.error(request, str(refused))
        return redirect("workshops:evening", workshop.uid)
    for person, why in made.left_out:
        messages.warning(request, f"The pack of {person.called} is not among them. {why}")
    answer = HttpResponse(made.pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="packs.pdf"'
    return answer


@role_required(SUPPORTER)
@require_POST
def piece(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin a piece from the story of one of them, or ask somebody to be part of one."""
    workshop = _workshop(request, uid)
    try:
        if request.POST.get("act") == "open":
            page = _story(request)
            pieces.open_piece(workshop, page=page, by=request.user, follows=_piece(request, workshop))
            messages.success(request, "The one who wrote it is asked first. Nobody else reads it before.")
        elif request.POST.get("act") == "ask":
            _ask(request, workshop)
            messages.success(request, "They are asked. What they say stays between them and us.")
    except pieces.CannotGroup as refused:
        messages.error(request, str(refused))
    return redirect("workshops:evening", workshop.uid)


def _ask(request: HttpRequest, workshop: Workshop) -> None:
    found = _piece(request, workshop)
    if found is None:
        raise pieces.CannotGroup("That piece is not here any more.")
    person = handled_or_404(request, whole_number(request.POST.get("person", "")) or 0)
    pieces.ask_to_join(found, person=person)


def _story(request: HttpRequest) -> StoryPage:
    code = request.POST.get("story", "").replace("\x00", "").strip()[:8].upper()
    found = StoryPage.objects.filter(code=code).first() if code else None
    if found is None or not found.permissions_for_user(request.user).can_edit():
        raise pieces.CannotGroup("No story of yours has that code. It must be shared, and not public yet.")
    return found


def _piece(request: HttpRequest, workshop: Workshop) -> Any:
    pk = whole_number(request.POST.get("piece", ""))
    return workshop.pieces.filter(pk=pk).first() if pk else None


def _page(request: HttpRequest, workshop: Workshop, *, form: AddForm) -> HttpResponse:
    found = pieces.pieces_for(workshop, request.user)
    rows = evenings.follow_up(workshop, request.user)
    here = [row.seat.person for row in rows]
    ways = ways_of(here)
    codes = naming.codes_of([one.file_id for one, _ in found])
    context = {
        "workshop": workshop,
        "form": form,
        "rows": [(row, ways[row.seat.person.pk]) for row in rows],
        "languages": [
            (code, dict(Person._meta.get_field("language").choices)[code]) for code in _spoken(here)
        ],
        "once": secrets.token_hex(8),
        "pieces": [(one, codes.get(one.file_id, ""), seats, _not_in(here, seats)) for one, seats in found],
    }
    return render(request, "storybank/admin/workshop/evening.html", context, status=_status(form))


def _spoken(people: list[Person]) -> list[str]:
    return sorted({person.language for person in people})


def _not_in(people: list[Person], seats: list[Any]) -> list[Person]:
    asked = {seat.person_id for seat in seats}
    return [person for person in people if person.pk not in asked]


def _workshop(request: HttpRequest, uid: UUID) -> Workshop:
    found = evenings.evenings_of(request.user).filter(uid=uid).first()
    if found is None:
        raise Http404
    return found


def _status(form: Any) -> int:
    return UNPROCESSABLE if form.is_bound and form.errors else 200
