"""/my/together/: do you want to be part of it? Yes or no, in private; nobody of the others hears which."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.care import files
from people.desk.access import person_of
from storybank.desk.frame import desk_page
from storybank.in_it.frame import show
from storybank.workshop import pieces


@desk_page
def together(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    seats = pieces.seats_of(person)
    if request.method == "POST":
        answer, sent = request.POST.get("answer", ""), request.POST.get("seat", "")
        seat = next((seat for seat in seats if seat.uid == _uid(sent)), None)
        if seat is None or answer not in ("yes", "no"):
            messages.error(request, _("Choose yes or no."))
            return redirect("storybank:together")
        try:
            pieces.say(seat, person=person, yes=answer == "yes")
        except pieces.CannotGroup as refused:
            messages.error(request, _(str(refused)))
        else:
            messages.success(request, _("Thank you. Only we know what you said, not the others."))
        return redirect("storybank:together")
    open_to_me = set(files.files_by(person).values_list("pk", flat=True))
    return show(request, "together/together", seats=seats, open_to_me=open_to_me)


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
