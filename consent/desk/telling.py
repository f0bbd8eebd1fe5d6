"""/my/told/: what we tell people has changed in its meaning; read it once more, then go on, change or stop."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from consent.domain.told import notices, renotifying
from people.desk.access import member_required, person_of
from people.domain.reading_aloud import recording_of


@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def told(request: HttpRequest) -> HttpResponseBase:
    """GET shows the words in the person's own language and form; POST says that they were read. One at a time."""
    person = person_of(request)
    waiting = renotifying.to_read_again(person)
    if not waiting:
        return redirect("home:my")
    file = waiting[0]
    rendering = notices.rendering(
        notices.key_of(file), language=person.language, format=notices.Format(person.notice_format)
    )
    if request.method == "POST" and request.POST.get("sha256") == rendering.sha256:
        for one in waiting:
            if notices.key_of(one) == rendering.notice.key:
                notices.serve(one, person=person, rendering=rendering)
        messages.success(request, _("Thank you. What you said stays as it is."))
        return redirect("consent:told" if renotifying.to_read_again(person) else "home:my")
    context = {
        "parts": [(part, part.endswith("?")) for part in rendering.text.split("\n\n")],
        "rendering": rendering,
        "recording": recording_of(rendering.text, language=rendering.language),
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, "consent/told.html", context)
