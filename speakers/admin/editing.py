"""Recording a request, and correcting one. What was typed stays on the page until all of it is clear."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from people.roles import COMMS
from speakers.admin.request_form import StaffRequestForm, initial_of
from speakers.admin.roles import for_role
from speakers.domain.requests import change, missing, receive
from speakers.enums import Kind
from speakers.models import SpeakerRequest


@for_role(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    kind = _kind(request)
    form = StaffRequestForm(request.POST or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        row = receive(form.asked(), by=request.user, form_key=_once(request, form))
        return _back(request, row, "The request is recorded.")
    return _page(request, form, kind=kind, title="A new request")


@for_role(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    row = get_object_or_404(SpeakerRequest, uid=uid)
    kind = Kind(row.kind)
    form = StaffRequestForm(request.POST or None, kind=kind, initial=initial_of(row))
    if request.method == "POST" and form.is_valid():
        return _back(request, change(row, form.asked(), by=request.user), "The request is changed.")
    return _page(request, form, kind=kind, title=row.title, row=row)


def _kind(request: HttpRequest) -> Kind:
    try:
        return Kind(request.GET.get("kind", ""))
    except ValueError:
        return Kind.EVENT


def _once(request: HttpRequest, form: StaffRequestForm) -> str:
    """The same page pressed twice records one request; the page's own token tells it from a later, equal one."""
    return f"{form.fingerprint()}:{request.POST.get('page', '')}:{request.user.pk}"


def _back(request: HttpRequest, row: SpeakerRequest, said: str) -> HttpResponse:
    messages.success(request, " ".join([said, *missing(row)]))
    return redirect("speakers_requests:view", uid=row.uid)


def _page(
    request: HttpRequest,
    form: StaffRequestForm,
    *,
    kind: Kind,
    title: str,
    row: SpeakerRequest | None = None,
) -> HttpResponse:
    context = {"header_title": title, "form": form, "kind": kind, "kinds": Kind, "row": row}
    return TemplateResponse(
        request, "speakers/admin/request_edit.html", context, status=422 if form.is_bound else 200
    )
