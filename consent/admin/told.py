""" "They told me to stop": recorded by whoever was told, at once dark, with no second person and no reason."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from consent.admin.stop_forms import EARLIER, ByCodeForm, ToldForm
from consent.domain.record.standing_choices import in_use
from consent.domain.stop.told_to_stop import WAYS, moment_said, told_to_stop
from consent.enums import Method
from people.admin.access import role_required
from people.desk.client import client_of
from people.domain import codes
from people.domain.caseload import seen_by
from people.domain.limits import TooManyTries
from people.models import Person
from people.roles import ADMINISTRATOR, COMMS, DPO, SAFEGUARDING, SUPPORTER

LONGEST_SHORT_CODE = 8


@role_required(SUPPORTER, SAFEGUARDING, DPO)
def told(request, pk: int):
    """From the person's page: everything with one press, or one use."""
    person = seen_by(request.user).filter(pk=pk).first()
    if person is None:
        raise Http404
    standing = in_use(person)
    form = ToldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        use = request.POST.get("use", "")
        if use and use not in {item.slug for item in standing}:
            messages.warning(request, "That one was stopped already, so nothing was changed.")
        else:
            _record(request, person, form, use=use)
        return redirect("caseload:person", person.pk)
    return render(request, "consent/admin/told.html", {"person": person, "form": form, "standing": standing})


@role_required(SUPPORTER, SAFEGUARDING, COMMS, DPO, ADMINISTRATOR)
def told_by_code(request):
    """Whoever answers the phone can stop everything for a caller with a code; the page says nothing about them."""
    form = ByCodeForm(request.POST if request.method == "POST" else None)
    typed = request.POST.get("code", "").strip()
    if typed:
        try:
            person = _by_code(request, typed[:80])
        except TooManyTries as error:
            form.add_error("code", str(error))
        else:
            if person is not None:
                _record(request, person, form, use="")
                return redirect("stops:told_by_code")
            form.add_error("code", "No card and nobody here has this code. Ask them to read it again.")
    status = 422 if request.method == "POST" else 200
    return render(request, "consent/admin/told_by_code.html", {"form": form}, status=status)


def _by_code(request, typed: str) -> Person | None:
    if codes.tidy(typed):
        return codes.find_by_code(typed, caller=client_of(request))
    short = "".join(typed.split()).replace("\x00", "").upper()
    return Person.objects.filter(code=short).first() if 0 < len(short) <= LONGEST_SHORT_CODE else None


def _record(request, person: Person, form: ToldForm, *, use: str) -> None:
    form.is_valid()
    given = form.cleaned_data
    how = given.get("how") or WAYS[0].value
    said_at = moment_said(given.get("day"), given.get("at")) if given.get("when") == EARLIER else None
    done = told_to_stop(person, by=request.user, how=Method(how), said_at=said_at, use=use)
    messages.success(request, f"It is stopped. Their number for it is {done.code}. Tell them.")
    if given.get("when") == EARLIER and said_at is None:
        messages.warning(request, "The day could not be used, so it counts from now. Write down when it was.")
