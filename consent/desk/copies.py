"""/my/receipts/: my copies, one copy, and both to take away. Somebody else's copy looks like none."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from consent.desk.remembering import last_stop, marked
from consent.domain.told import receipts
from consent.domain.told.accounts import account_of
from consent.models import Receipt
from consent.receipts import jsonld
from consent.receipts.pdf import pdf
from consent.receipts.words import TITLES, words_of
from people.desk.access import member_required, person_of
from people.desk.unstored import never_stored, unstored
from people.models import Person

MOST_SHOWN = 200


@member_required
@require_safe
def copies(request: HttpRequest) -> HttpResponseBase:
    rows = receipts.receipts_of(person_of(request))[:MOST_SHOWN]
    listed = [{"copy": row, "title": gettext(TITLES[row.copy_kind])} for row in rows]
    return render(request, "consent/copies.html", _frame(person_of(request)) | {"copies": listed})


@member_required
@require_safe
def copy(request: HttpRequest, code: str) -> HttpResponseBase:
    person = person_of(request)
    found = _found(person, code)
    context = _frame(person) | {"copy": found, "words": words_of(account_of(found))}
    return render(request, "consent/copy.html", context)


@member_required
@require_safe
def copy_on_paper(request: HttpRequest, code: str) -> HttpResponseBase:
    return on_paper([_found(person_of(request), code)])


@member_required
@require_safe
def copy_as_data(request: HttpRequest, code: str) -> HttpResponseBase:
    found = _found(person_of(request), code)
    answer = HttpResponse(jsonld.settle(found), content_type="application/ld+json")
    answer["Content-Disposition"] = f'attachment; filename="copy-{found.code}.jsonld"'
    return answer


@never_stored
@require_safe
def stop_on_paper(request: HttpRequest) -> HttpResponseBase:
    """The copy of the stop just made with a paper code, for whoever holds this browser's own memory of it or a link
    from the page that told of it."""
    remembered = last_stop(request, of="paper")
    code = marked(request.GET.get("of", "")) or (remembered["code"] if remembered else "")
    found = Receipt.objects.filter(act=code).order_by("file_id") if code else None
    if not found:
        raise Http404
    return on_paper(list(found))


def on_paper(found: list[Receipt]) -> HttpResponse:
    """The PDF, shown in the browser and named so that it gives nothing away."""
    answer = HttpResponse(pdf(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="copy-{found[0].code}.pdf"'
    unstored(answer)
    return answer


def _found(person: Person, code: str) -> Receipt:
    try:
        return receipts.copy_of(person, code)
    except receipts.NoCopy as error:
        raise Http404 from error


def _frame(person: Person) -> dict[str, str]:
    return {
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
