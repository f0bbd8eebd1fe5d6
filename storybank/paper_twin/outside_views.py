"""Sheets to compare, for whoever holds the link from outside. Opening it does nothing; posting works once."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from consent.domain.care import holding
from people.desk.unstored import never_stored
from people.domain import links
from people.domain.from_outside import why_not_outside
from people.enums import LinkPurpose
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin import checking, standing
from storybank.paper_twin.checking import CannotCheck
from storybank.paper_twin.checking_views import Looked
from storybank.paper_twin.outside_links import about
from storybank.paper_twin.views import scan_answer


@never_stored
@require_http_methods(["GET", "HEAD", "POST"])
def check_sheets(request: HttpRequest, token: str) -> HttpResponse:
    opened = opened_by(token)
    if opened is None:
        return TemplateResponse(request, "consent/check_over.html", status=404)
    row, for_whom = opened
    looked = Looked(row, request)
    if request.method == "POST" and (near := why_not_outside(request.user, about=about(row))):
        looked.problem = near
    if request.method == "POST" and not looked.problem:
        try:
            with transaction.atomic():
                if links.use(token, purpose=LinkPurpose.CHECK_SHEETS) is None:
                    return TemplateResponse(request, "consent/check_over.html", status=404)
                if looked.agrees:
                    checking.agree(row, outside=for_whom)
                else:
                    checking.disagree(row, why=looked.why, outside=for_whom)
        except CannotCheck as refused:
            looked.problem = str(refused)
        else:
            return TemplateResponse(request, "consent/check_thanks.html")
    context = {"pack": row, "for_whom": for_whom, "looked": looked, "token": token, "scans": row.scans.all()}
    status = 422 if looked.problem else 200
    return TemplateResponse(request, "storybank/paper/check_outside.html", context, status=status)


@never_stored
@require_safe
def its_page(request: HttpRequest, token: str, no: int) -> HttpResponse:
    opened = opened_by(token)
    if opened is None:
        raise Http404
    return scan_answer(opened[0], no)


def opened_by(token: str) -> tuple[PaperPack, str] | None:
    """What the link opens now, and who it was made for; nothing when it is unknown, used, over or not needed."""
    link = links.peek(token, purpose=LinkPurpose.CHECK_SHEETS)
    if link is None:
        return None
    rows = PaperPack.objects.select_related("person", "file", "page", "entered_by")
    row = rows.filter(uid=link.target).first()
    if row is None or standing.settle(row).state != PackState.ENTERED or _rests(row):
        return None
    return row, link.for_whom


def _rests(row: PaperPack) -> bool:
    """While it rests nobody outside reads it; the link leads there again when it goes on."""
    return bool(row.file_id) and any(not hold.use_slug for hold in holding.open_holds(row.file_id))
