"""/my/somebody-i-trust/: name one who may say stop for me. Their figures are shown once, on a slip to give them."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from consent.domain.stop import whom_i_trust
from people.desk.access import member_required, person_of
from people.domain import trusting


@sensitive_post_parameters()
@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def trusting_somebody(request: HttpRequest) -> HttpResponseBase:
    """GET explains and says whom I named; POST names somebody or takes it back."""
    person = person_of(request)
    problem, code = "", ""
    typed = {name: request.POST.get(name, "") for name in ("called", "contact")}
    if request.method == "POST":
        if request.POST.get("end"):
            whom_i_trust.take_back(person)
            return redirect("consent:trusting")
        try:
            code = whom_i_trust.name(person, called=typed["called"], contact=typed["contact"])
        except trusting.NoName as error:
            problem = _(str(error))
    context = {
        "trusted": trusting.trusted_by(person),
        "code": code,
        "typed": typed if problem else {},
        "problem": problem,
        "stop_url": request.build_absolute_uri(reverse("consent:stop")),
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, "consent/trusting.html", context, status=422 if problem else 200)
