"""/my/how-is-it/: one tap for each thing that is out: fine, a call, or stop, which asks once more like every stop."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consent.domain.care import files
from consent.domain.record.standing_choices import in_use
from people.desk.access import person_of
from people.models import Person
from people.tongues import knows
from storybank.after import answering, checking_in
from storybank.desk.frame import desk_page
from storybank.models import CheckIn
from storybank.models.check_in import HowItIs

THANKED = {
    HowItIs.FINE: gettext_noop("Good to hear. Thank you for telling us."),
    HowItIs.CALL: gettext_noop("We ring you, in the way that is safe for you."),
}


def show(request: HttpRequest, template: str, *, status: int = 200, **context: object) -> HttpResponse:
    supporter = person_of(request).supporter
    frame = {
        "supporter_name": supporter.first_name if supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, f"storybank/after/{template}.html", frame | context, status=status)


def uid_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@desk_page
def how_is_it(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    asked = checking_in.asked_now(person)
    if request.method == "POST":
        row = _chosen(asked, request.POST.get("about", ""))
        said = request.POST.get("said", "")
        if row is None or said not in THANKED:
            messages.error(request, _("That was not one of the answers, or it is over. Nothing was changed."))
        else:
            _say(request, row, said)
        return redirect("storybank:how_is_it")
    mine = set(files.files_by(person).values_list("pk", flat=True))
    rows = [(row, files.title_of(row.file) if row.file_id in mine else "") for row in asked]
    return show(request, "how_is_it", rows=rows)


@desk_page
@knows("about")
def stop_it(request: HttpRequest) -> HttpResponseBase:
    """The first tap leads here, the second stops. A double tap leads back to the list."""
    person = person_of(request)
    row = _chosen(_still(person), request.POST.get("about") or request.GET.get("about", ""))
    if row is None:
        messages.error(request, _("That one has stopped already. There is nothing to do."))
        return redirect("storybank:how_is_it")
    if request.method == "POST":
        done = answering.say(row, said=HowItIs.STOP)
        if done is not None:
            messages.success(request, _("It is stopped. Your number for it: %(code)s.") % {"code": done.code})
        return redirect("storybank:how_is_it")
    return show(request, "stop_it", row=row, uses=in_use(person, row.file))


def _say(request: HttpRequest, row: CheckIn, said: str) -> None:
    try:
        answering.say(row, said=said)
    except answering.NotAnAnswer as refused:
        messages.error(request, _(str(refused)))
    else:
        messages.success(request, _(THANKED[HowItIs(said)]))


def _still(person: Person) -> list[CheckIn]:
    """A stop can be said after "fine" too, as long as there is anything to stop."""
    rows = CheckIn.objects.filter(person=person, asked_at__isnull=False).select_related("file", "person")
    return [row for row in rows.order_by("-asked_at") if in_use(person, row.file)]


def _chosen(rows: list[CheckIn], text: str) -> CheckIn | None:
    return next((row for row in rows if row.uid == uid_of(text)), None)
