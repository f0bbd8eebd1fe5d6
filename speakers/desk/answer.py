"""`/answer/<token>/`: a speaker's invitation. Opening it changes nothing; each answer is one press."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from people import clock
from people.desk.unstored import never_stored
from speakers.domain import answering
from speakers.domain.booking.errors import CannotMove, DoubleBooked, NotFromHere
from speakers.domain.request_states import ELSEWHERE_NOW
from speakers.domain.times import say_moment
from speakers.enums import LIVE, BookingState, Support
from speakers.models import Booking

S = BookingState
ACTS: dict[str, Callable[[Booking], Booking]] = {
    "yes": answering.say_yes,
    "maybe": answering.say_maybe,
    "no": answering.say_no,
    "step_back": answering.step_back,
}
TAKEN = gettext_noop(
    "You said yes to something else at that time, counting the journey. You cannot be in two places, so nothing "
    "was changed here. You can still say no, or ring us and we look at it together."
)
MY_SUPPORT = (
    (Support.TEAM, _("Someone from the team")),
    (Support.OWN, _("Somebody I choose")),
    (Support.NOBODY, _("Nobody, thank you")),
)
LOOKS = {
    S.INVITED: "asked",
    S.MAYBE: "maybe",
    S.DECLINED: "no",
    S.EXPIRED: "late",
    S.ACCEPTED: "yes",
    S.CHECKING: "yes",
    S.CONFIRMED: "agreed",
    S.BRIEFED: "agreed",
    S.IN_PROGRESS: "agreed",
    S.SUSPENDED: "checking",
    S.DELIVERED: "done",
    S.DEBRIEFED: "done",
    S.CLOSED: "done",
    S.WITHDRAWN: "stepped_back",
}


@never_stored
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the link sees what the invitation said, and nothing else about anybody."""
    booking = answering.find_by_token(token)
    if booking is None:
        return render(request, "speakers/link_unknown.html", status=404)
    if request.method != "POST":
        return _page(request, booking)
    try:
        _act(request, booking)
    except DoubleBooked:
        return _page(request, _fresh(token), problem=gettext(TAKEN), status=409)
    except CannotMove as error:
        words = ELSEWHERE_NOW if isinstance(error, NotFromHere) else str(error)
        return _page(request, _fresh(token), problem=gettext(words), status=409)
    return redirect("speakers:answer", token=token)


def _act(request: HttpRequest, booking: Booking) -> None:
    support = request.POST.get("support", "")
    if support in Support.values:
        answering.choose_support(booking, support=Support(support))
    act = ACTS.get(request.POST.get("answer", ""))
    if act is not None:
        act(booking)


def _fresh(token: str) -> Booking:
    booking = answering.find_by_token(token)
    assert booking is not None  # noqa: S101  # it was there a moment ago, and bookings are never deleted
    return booking


def _page(request: HttpRequest, booking: Booking, *, problem: str = "", status: int = 200) -> HttpResponse:
    look = LOOKS.get(BookingState(booking.state), "off")
    if answering.ran_out(booking, clock.now()):
        look = "late"
    context = {
        "said": booking.said,
        "look": look,
        "problem": problem,
        "answer_by": say_moment(booking.answer_by, get_language() or "en") if booking.answer_by else "",
        "may_step_back": booking.state in LIVE and look in {"yes", "agreed", "checking"},
        "support": booking.support,
        "supports": MY_SUPPORT,
        "supporter_name": booking.said.get("with", ""),
    }
    return render(request, "speakers/answer.html", context, status=status)
