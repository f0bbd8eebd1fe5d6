"""Complaints, the one that is due next on top, each with its thirty days drawn; steps, and the answer."""

from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from consent.domain.care import complaints
from people import clock
from people.admin.access import role_required
from people.day_input import DayInput
from people.domain.caseload import seen_by
from people.roles import DPO

SOON_DAYS = 10
ROUTES = [row for row in complaints.Route.choices if row[0] in {"letter", "phone", "in_person"}]


@dataclass(frozen=True, slots=True)
class Clock:
    """Thirty days for drawing; `stands_still` once it was acknowledged."""

    used: int
    left: int
    mood: str
    stands_still: bool

    @property
    def since(self) -> int:
        return -self.left


class NewForm(forms.Form):
    about = forms.CharField(
        label="What they said",
        max_length=complaints.LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write down what they said, in their words."},
    )
    code = forms.CharField(
        label="Their code, if we know them",
        required=False,
        max_length=20,
        help_text="Six signs, like 4F7K2M.",
    )
    contact = forms.CharField(label="Else: where to answer", required=False, max_length=300)
    route = forms.ChoiceField(label="How it reached us", choices=ROUTES, widget=forms.RadioSelect)
    received = forms.DateField(
        label="On which day",
        widget=DayInput(),
        help_text="The clock runs from this day.",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self):
        code = self.cleaned_data["code"].replace("\x00", "").strip().upper()
        if not code:
            return None
        person = seen_by(self.user).filter(code=code, erased_at=None).first()
        if person is None:
            raise forms.ValidationError("Nobody here has this code. Leave it empty if you are not sure.")
        return person

    def clean_received(self):
        day = self.cleaned_data["received"]
        if not clock.today() - timedelta(days=3650) <= day <= clock.today():
            raise forms.ValidationError("Choose the day it reached us; it cannot lie ahead.")
        return day


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label="How it ended", choices=complaints.Outcome.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label="The answer they get",
        max_length=complaints.LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="What you found, and what is different now. The way to the Information Commissioner is added.",
    )


class StepForm(forms.Form):
    words = forms.CharField(
        label="What was done", max_length=complaints.LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


def clock_of(row) -> Clock:
    until = row.acknowledged_at or clock.now()
    left = (row.due_at.astimezone(clock.LONDON).date() - until.astimezone(clock.LONDON).date()).days
    used = round(100 * (until - row.received_at) / (row.due_at - row.received_at))
    mood = "late" if left < 0 else "soon" if left <= SOON_DAYS and not row.acknowledged_at else ""
    return Clock(max(0, min(100, used)), left, mood, row.acknowledged_at is not None)


@role_required(DPO)
def index(request):
    rows = list(complaints.list_for(request.user))
    context = {
        "waiting": [(row, clock_of(row)) for row in rows if not row.closed_at],
        "over": [row for row in rows if row.closed_at][:200],
    }
    return render(request, "consent/admin/complaints.html", context)


@role_required(DPO)
def new(request):
    form = NewForm(request.POST or None, user=request.user, initial={"received": clock.today()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = complaints.complain(
                about=given["about"],
                person=given["code"],
                contact=given["contact"],
                route=given["route"],
                by=request.user,
                received_at=_at(given["received"]),
            )
        except complaints.NotSaid as error:
            form.add_error("about", str(error))
        else:
            messages.success(request, f"{made} is written down.")
            return redirect("complaints:view", made.pk)
    return render(
        request, "consent/admin/complaint_new.html", {"form": form}, status=422 if form.errors else 200
    )


@role_required(DPO)
def one(request, pk: int):
    return _page(request, _found(request.user, pk))


@role_required(DPO)
@require_POST
def act(request, pk: int):
    row = _found(request.user, pk)
    verb = ACTS.get(request.POST.get("act", ""))
    if verb is None:
        raise Http404
    try:
        said = verb(request, row)
    except complaints.CannotDo as refused:
        messages.error(request, str(refused))
        return _page(request, row, typed=request.POST, status=409)
    messages.success(request, said)
    return redirect("complaints:view", pk)


def _page(request, row, *, typed=None, status: int = 200):
    asked = typed.get("act") if typed else ""
    context = {
        "row": row,
        "clock": clock_of(row),
        "said": complaints.said(row),
        "steps": complaints.steps_of(row),
        "step_form": StepForm(typed if asked == "step" else None),
        "answer_form": AnswerForm(typed if asked == "close" else None),
    }
    return render(request, "consent/admin/complaint.html", context, status=status)


def _found(user, pk: int):
    row = complaints.list_for(user).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _at(day):
    """The beginning of that day, or this moment for today."""
    if day == clock.today():
        return clock.now()
    return (
        clock.now()
        .astimezone(clock.LONDON)
        .replace(year=day.year, month=day.month, day=day.day, hour=9, minute=0, second=0, microsecond=0)
    )


def _acknowledge(request, row) -> str:
    complaints.acknowledge(row, by=request.user)
    return "Acknowledged. They hear of it in the way they chose."


def _step(request, row) -> str:
    complaints.add_step(row, by=request.user, words=request.POST.get("words", ""))
    return "Written down."


def _close(request, row) -> str:
    complaints.close(
        row, by=request.user, outcome=request.POST.get("outcome", ""), answer=request.POST.get("answer", "")
    )
    return "Answered."


ACTS = {"acknowledge": _acknowledge, "step": _step, "close": _close}
