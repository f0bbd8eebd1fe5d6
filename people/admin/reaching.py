"""How somebody may be reached: rules, what waits and until when, any message as it would arrive, what they told."""

from django.contrib import messages
from django.shortcuts import redirect, render

from people import clock
from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.desk.rules_form import ToldForm, initial, kept
from people.domain import changing_contact, contact_rules, saying_rules, showing, urgency
from people.domain.events import EVENTS
from people.enums import RulesRoute
from people.roles import SUPPORTER


@role_required(SUPPORTER)
def reaching(request, pk: int):
    """`?message=` shows one message, with sample words, by the rules of this moment."""
    someone = handled_or_404(request, pk)
    at, never = showing.next_moment(someone)
    rules = contact_rules.rules_of(someone)
    event = request.GET.get("message", "")
    context = {
        "person": someone,
        "rules": list(saying_rules.sentences(rules)),
        "through": rules.via,
        "no_way_in": bool(rules.via) and not someone.access_codes.filter(ended_at=None).exists(),
        "now": at is not None and at <= clock.now(),
        "next": saying_rules.moment(at) if at else "",
        "never": never,
        "waiting": [
            (message, EVENTS[message.event].title, saying_rules.moment(message.due_at))
            for message in showing.waiting(someone)
            if message.event in EVENTS
        ],
        "events": showing.events(),
        "event": event,
        "arrives": _arrives(someone, event),
        "given": [
            (one, RulesRoute(one.route).label, list(saying_rules.sentences(one.rules)))
            for one in contact_rules.ever_given(someone)
        ],
    }
    return render(request, "people/admin/reaching.html", context)


@role_required(SUPPORTER)
def told(request, pk: int):
    """What they told by phone, by letter or face to face, with the name of who wrote it down."""
    someone = handled_or_404(request, pk)
    now = initial(someone, contact_rules.rules_of(someone), seen=changing_contact.state_of(someone))
    form = ToldForm(request.POST or None, initial=now)
    if request.method == "POST" and kept(form, someone, by=request.user):
        messages.success(request, f"{someone}: it holds at once, also for what waits.")
        return redirect("caseload:reaching", someone.pk)
    context = {"person": someone, "form": form}
    return render(request, "people/admin/reaching_told.html", context, status=422 if form.is_bound else 200)


def _arrives(someone, event: str):
    """None for a message that nobody knows: the page then shows none."""
    if event not in urgency.CLASSES:
        return None
    shown = showing.as_it_would_arrive(someone, event)
    return shown, saying_rules.moment(shown.message.due_at)
