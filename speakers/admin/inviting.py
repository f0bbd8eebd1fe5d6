"""Before anybody is asked: what they would read, how long they have, and a warning above their own limit."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from people import clock
from people.roles import COMMS
from speakers.admin.roles import for_role
from speakers.domain import inviting
from speakers.domain.booking.errors import CannotMove
from speakers.domain.request_states import RequestError
from speakers.domain.times import not_at_night, say_moment
from speakers.domain.weighing import CAPS, say_openly, weigh
from speakers.models import Speaker, SpeakerRequest


@for_role(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, uid: UUID, speaker: UUID) -> HttpResponse:
    row = get_object_or_404(SpeakerRequest.objects.select_related("venue"), uid=uid)
    who = get_object_or_404(Speaker.objects.select_related("person__supporter"), uid=speaker)
    if request.method != "POST":
        return _page(request, row, who)
    try:
        sent = inviting.invite(
            row, who, by=request.user, above_limit=request.POST.get("above_limit") == "yes"
        )
    except inviting.AboveTheirLimit:
        return _page(request, row, who, status=422)
    except (CannotMove, RequestError) as error:
        messages.error(request, f"{who.display_name} was not asked. {error}")
        return redirect("speakers_requests:view", uid=uid)
    later = sent.goes_out > clock.now()
    when = f"The message goes out on {say_moment(sent.goes_out)}." if later else "The message is on its way."
    messages.success(request, f"{who.display_name} is asked. {when}")
    return redirect("speakers_requests:view", uid=uid)


def _page(request: HttpRequest, row: SpeakerRequest, who: Speaker, *, status: int = 200) -> HttpResponse:
    weighed = weigh(row, who)
    goes_out = not_at_night(clock.now())
    context = {
        "header_title": f"Ask {who.display_name}",
        "row": row,
        "who": who,
        "said": inviting.words_of(row, who, online=weighed.pair.online),
        "against": say_openly(weighed.against(but=CAPS)),
        "limit": say_openly(tuple(one for one in weighed.against() if one.code in CAPS)),
        "goes_out": say_moment(goes_out),
        "answer_by": say_moment(inviting.answer_limit(row, goes_out)),
    }
    return TemplateResponse(request, "speakers/admin/invite.html", context, status=status)
