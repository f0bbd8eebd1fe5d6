"""Comms make a private reading, show its link once, and take it back."""

from uuid import UUID

from django.contrib import messages as flash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from people import clock
from people.admin.access import role_required
from people.roles import COMMS
from storybank.finder.ways import uses_in_private
from storybank.models import PrivateReading
from storybank.packs.forms import ReadingForm
from storybank.packs.handing_over import CannotHandOver, ready
from storybank.packs.views import UNPROCESSABLE, refusal, shown
from storybank.private_reading import making
from storybank.private_reading.making import Wanted


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, edition_id: int, use: str) -> HttpResponse:
    labels = uses_in_private()
    if use not in labels:
        raise Http404
    form = ReadingForm(request.POST or None)
    try:
        what = ready(edition_id, use=use, by=request.user)
        if request.method == "POST" and form.is_valid():
            row, link = making.make(
                Wanted(edition_id=edition_id, use=use, **form.cleaned_data), by=request.user
            )
            return _one(request, row, link=link)
    except CannotHandOver as refused:
        return refusal(request, str(refused))
    context = {
        "header_title": f"A private reading of story {what.code}",
        "form": form,
        "use_label": labels[use],
        "act": "Make the link",
        "lead": "One person reads it on a page of their own. It cannot be saved or printed from there, and it ends.",
        **shown(what),
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/press/handover_new.html", context, status=status)


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    row = get_object_or_404(PrivateReading.objects.select_related("file", "made_by", "outing"), uid=uid)
    if request.method == "POST":
        making.take_back(row)
        flash.success(request, "The link opens nothing any more.")
        return redirect("private_readings:one", uid)
    return _one(request, row)


def _one(request: HttpRequest, row: PrivateReading, *, link: str = "") -> HttpResponse:
    context = {
        "header_title": f"Private reading {row.code}",
        "row": row,
        "link": link,
        "reader": making.reader_of(row),
        "open": making.is_open(row),
        "now": clock.now(),
    }
    return TemplateResponse(request, "storybank/press/reading.html", context)
