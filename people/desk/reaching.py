"""/my/contact/: how we may reach you, what waits for you, what we wrote; and changing it, at once."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from people import clock
from people.desk.access import member_required, person_of
from people.desk.rules_form import RulesForm, initial, kept
from people.domain import changing_contact, contact_rules, fitting, fixed_words, saying_rules, showing
from people.enums import RulesRoute
from people.models import Person

CHANGE_WORDS = "people/desk/parts/contact_words.html"


@member_required
@require_safe
def reaching(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    rules = contact_rules.rules_of(person)
    at, _ = showing.next_moment(person)
    context = _around(person) | {
        "way": "" if rules.via else gettext(person.get_channel_display()),
        "sender": person.sender_name,
        "rules": list(saying_rules.sentences(rules)),
        "now": at is not None and at <= clock.now(),
        "next": saying_rules.moment(at) if at else "",
        "written": [
            (message, message.state in fitting.UNSENT, saying_rules.moment(message.due_at))
            for message in showing.written_to(person)
        ],
    }
    return render(request, "people/desk/reaching.html", context)


@sensitive_post_parameters()
@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponseBase:
    """What is typed stays typed until it can be kept; then it holds at once."""
    person = person_of(request)
    now = initial(person, contact_rules.rules_of(person), seen=changing_contact.state_of(person))
    form = RulesForm(request.POST or None, initial=now)
    if request.method == "POST" and kept(form, person, by=None, route=RulesRoute.SCREEN):
        return redirect(f"{reverse('people:reaching')}?kept=yes")
    return _asked(request, person, form)


def _asked(request: HttpRequest, person: Person, form: RulesForm) -> HttpResponse:
    context = _around(person) | {"form": form, "recording": fixed_words.recording_of_piece(CHANGE_WORDS)}
    status = 422 if form.is_bound else 200
    return render(request, "people/desk/reaching_change.html", context, status=status)


def _around(person: Person) -> dict[str, object]:
    return {
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
