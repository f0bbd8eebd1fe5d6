"""`/my/speaking/`: a speaker's own desk: what I am asked, what is coming, what I won't talk about, a rest."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from people import clock
from people.day_input import DayInput
from people.desk.access import member_required, person_of
from speakers.domain import choices, resting
from speakers.domain.calendars import calendar_token, end_links
from speakers.domain.queries import my_bookings, my_limits
from speakers.enums import Status
from speakers.models import Speaker


class RestForm(forms.Form):
    """Without a day the rest has no end; they come back when they say so."""

    until = forms.DateField(
        required=False,
        label=_("Until when?"),
        help_text=_("You can leave this empty."),
        widget=DayInput(),
        error_messages={"invalid": _("Write a day like 9/12/2026.")},
    )

    def clean_until(self) -> object:
        until = self.cleaned_data["until"]
        if until and until <= clock.today():
            raise forms.ValidationError(_("That day has passed. Choose one that is still to come."))
        return until


@member_required
@require_safe
def my_speaking(request: HttpRequest) -> HttpResponse:
    return _page(request, RestForm())


@member_required
@require_POST
def rest(request: HttpRequest) -> HttpResponse:
    """Take a break, or come back from it."""
    speaker = _speaker(request)
    if speaker is None:
        return redirect("speakers:my_speaking")
    if request.POST.get("act") == "back":
        resting.come_back(speaker)
        return redirect("speakers:my_speaking")
    form = RestForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    resting.rest(speaker, until=form.cleaned_data["until"])
    return redirect("speakers:my_speaking")


@member_required
@require_POST
def new_calendar_link(request: HttpRequest) -> HttpResponse:
    """Earlier links stop working."""
    speaker = _speaker(request)
    if speaker is not None:
        end_links(speaker)
    return redirect("speakers:my_speaking")


def _speaker(request: HttpRequest) -> Speaker | None:
    return Speaker.objects.filter(person=person_of(request)).select_related("person__supporter").first()


def _page(request: HttpRequest, form: RestForm, *, status: int = 200) -> HttpResponse:
    speaker = _speaker(request)
    context: dict[str, object] = {"speaker": speaker, "form": form}
    if speaker is not None:
        path = reverse("speakers:calendar", args=[calendar_token(speaker)])
        context |= {
            "mine": my_bookings(speaker, at=clock.now()),
            "limits": my_limits(speaker),
            "waiting": bool(choices.to_answer(speaker) or choices.to_say_again(speaker)),
            "resting": speaker.status in {Status.RESTING, Status.PAUSED},
            "may_come_back": speaker.status == Status.RESTING,
            "calendar": f"{settings.SITE_URL}{path}",
            "supporter_name": speaker.person.supporter.first_name if speaker.person.supporter else "",
        }
    return render(request, "speakers/my_speaking.html", context, status=status)
