"""/my/thanks/: what they were told they get for being asked, the same for a yes and a no; and "no thank you"."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk.access import person_of
from people.models import Person
from storybank.desk.frame import desk_page, show
from storybank.thanks import giving


@desk_page
def my_thanks(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    due = giving.due_to(person)
    if request.method == "POST":
        _answer(request, person, due)
        return redirect("storybank:my_thanks")
    return show(request, "thanks", due=due, advice=giving.advice_needed(person))


def _answer(request: HttpRequest, person: Person, due: list[giving.Due]) -> None:
    """One press each. A second press, another tab or a guessed number changes nothing and says so."""
    no, yes = request.POST.get("no_thanks", ""), request.POST.get("after_all", "")
    one = next((one for one in due if one.thanks.uid == _uid(no or yes)), None)
    if one is None:
        messages.error(request, _("That one is not here any more. Nothing was changed."))
        return
    try:
        if no:
            giving.decline(one.thanks, person=person)
            messages.success(request, _("All right. It changes nothing else."))
        else:
            giving.take_after_all(one.thanks, person=person)
            messages.success(request, _("Good. It is yours, and we tell you how you get it."))
    except giving.CannotGive as refused:
        messages.error(request, _(str(refused)))


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
