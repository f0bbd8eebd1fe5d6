"""Enquiries, and who has the phone."""

from uuid import UUID

from django.contrib import messages as flash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from people import clock
from people.admin.access import role_required
from people.roles import COMMS, SAFEGUARDING, SUPPORTER
from storybank.finder import duty, enquiries
from storybank.finder.enquiries import EnquiryRefused, Noted
from storybank.finder.forms import DutyForm, EnquiryForm, HandOverForm
from storybank.finder.knowing import what_is_known
from storybank.models.enquiry import Enquiry, EnquiryState

UNPROCESSABLE = 422


@role_required(COMMS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    closed = Enquiry.objects.exclude(state=EnquiryState.OPEN).order_by("-closed_at", "-id")[:10]
    context = {
        "header_title": "Enquiries",
        "open": list(enquiries.open_enquiries()),
        "closed": list(closed.select_related("owner")),
        "now": clock.now(),
    }
    return TemplateResponse(request, "storybank/press/enquiries.html", context)


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    known = what_is_known()
    started = {"outlet": request.GET.get("outlet", "")[:120], "use": request.GET.get("use", "newspapers")}
    form = EnquiryForm(request.POST or None, known=known, initial=started)
    if request.method == "POST" and form.is_valid():
        enquiry = enquiries.note(Noted(**form.cleaned_data), by=request.user)
        flash.success(request, "Written down. It stays with you until you hand it over.")
        return redirect("finder:enquiry", enquiry.uid)
    return _form(request, form, title="Somebody has asked", act="Write it down")


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    enquiry = get_object_or_404(Enquiry.objects.select_related("owner", "made_by"), uid=uid)
    form = HandOverForm(request.POST if request.POST.get("act") == "hand_over" else None)
    problem = ""
    if request.method == "POST":
        try:
            done = _act(request, enquiry, form)
        except EnquiryRefused as refused:
            done, problem = "", str(refused)
        if done:
            flash.success(request, done)
            return redirect("finder:enquiry", uid)
    context = {
        "header_title": enquiry.outlet,
        "enquiry": enquiry,
        "steps": enquiry.steps.select_related("by", "to"),
        "use_label": what_is_known().uses.get(enquiry.use_slug, enquiry.use_slug),
        "form": form,
        "problem": problem,
        "late": enquiry.state == EnquiryState.OPEN and enquiry.deadline < clock.now(),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return TemplateResponse(request, "storybank/press/enquiry.html", context, status=status)


def _act(request: HttpRequest, enquiry: Enquiry, form: HandOverForm) -> str:
    """What was done, as a sentence; empty when the form needs another look."""
    act = request.POST.get("act")
    if act == "hand_over" and form.is_valid():
        to = form.cleaned_data["to"]
        enquiries.hand_over(enquiry, to=to, by=request.user)
        return f"It is with {to.display_name} now. They have been told."
    if act in {EnquiryState.ANSWERED, EnquiryState.DROPPED}:
        enquiries.close(enquiry, as_=EnquiryState(act), by=request.user)
        return "Closed."
    if act == "open":
        enquiries.open_again(enquiry, by=request.user)
        return "Open again."
    return ""


@role_required(COMMS, SUPPORTER, SAFEGUARDING)
@require_http_methods(["GET", "HEAD", "POST"])
def on_duty(request: HttpRequest) -> HttpResponse:
    """Who is rung now. Staff take the phone themselves, with a work number."""
    form = DutyForm(request.POST if request.POST.get("act") == "take" else None)
    if request.POST.get("act") == "back":
        duty.hand_the_phone_back(request.user)
        flash.success(request, "Nobody rings you now.")
        return redirect("finder:duty")
    if request.method == "POST" and form.is_valid():
        try:
            duty.take_the_phone(request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error("until", refused)
        else:
            flash.success(request, "You have the phone.")
            return redirect("finder:duty")
    return _form(
        request,
        form,
        title="Who has the phone",
        act="Take the phone",
        on_duty=duty.on_duty(clock.now()),
        template="duty",
    )


def _form(
    request: HttpRequest, form: object, *, title: str, act: str, template: str = "form", **more: object
) -> HttpResponse:
    context = {"header_title": title, "form": form, "act": act, **more}
    status = UNPROCESSABLE if request.method == "POST" else 200
    return TemplateResponse(request, f"storybank/press/{template}.html", context, status=status)
