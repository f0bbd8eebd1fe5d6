"""One written-down answer beside its paper, for whoever holds the link. Opening it does nothing; posting works once."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from consent.desk.papers import shown
from consent.domain.written import verifying
from consent.domain.written.verifying import CannotVerify
from consent.outsider.links import about, opened_by, use_up
from consent.receipts.slips import slip_lines
from people.desk.unstored import never_stored
from people.domain.from_outside import why_not_outside


@never_stored
@require_http_methods(["GET", "HEAD", "POST"])
def check_answer(request: HttpRequest, token: str) -> HttpResponse:
    opened = opened_by(token)
    if opened is None:
        return TemplateResponse(request, "consent/check_over.html", status=404)
    row, for_whom = opened
    answer, problem = request.POST.get("agrees", ""), ""
    if request.method == "POST":
        problem = why_not_outside(request.user, about=about(row))
    if request.method == "POST" and not problem and answer in ("yes", "no"):
        try:
            with transaction.atomic():
                if not use_up(token):
                    return TemplateResponse(request, "consent/check_over.html", status=404)
                verifying.verify(row, agrees=answer == "yes", outside=for_whom)
        except CannotVerify as refused:
            problem = str(refused)
        else:
            return TemplateResponse(request, "consent/check_thanks.html")
    if request.method == "POST":
        problem = problem or "Choose one of the two."
    context = {"row": row, "for_whom": for_whom, "lines": slip_lines(row), "token": token, "problem": problem}
    return TemplateResponse(request, "consent/check_answer.html", context, status=422 if problem else 200)


@never_stored
@require_safe
def its_paper(request: HttpRequest, token: str) -> HttpResponse:
    opened = opened_by(token)
    if opened is None:
        raise Http404
    return shown(opened[0])
