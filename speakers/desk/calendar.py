"""`/calendar/<token>.ics`: a speaker's bookings for their own calendar, in neutral words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.desk.unstored import never_stored
from speakers.domain.calendars import calendar_of, find_by_token


@never_stored
@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    speaker = find_by_token(token)
    if speaker is None:
        return render(request, "speakers/link_unknown.html", status=404)
    answer = HttpResponse(calendar_of(speaker), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="appointments.ics"'
    return answer
