"""Comms make a quote, and copy the lines for the other page from its sheet."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from people.admin.access import role_required
from people.roles import COMMS
from storybank.finder.ways import uses_by_pack
from storybank.models import Quote
from storybank.packs.handing_over import CannotHandOver, ready
from storybank.packs.views import UNPROCESSABLE, refusal, shown
from storybank.quotes import showing
from storybank.quotes.forms import QuoteForm
from storybank.quotes.making import QUOTABLE, Wanted, make_quote


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, edition_id: int, use: str) -> HttpResponse:
    """Choose the words. A refusal keeps what was typed."""
    if use not in QUOTABLE:
        raise Http404
    form = QuoteForm(request.POST or None)
    try:
        what = ready(edition_id, use=use, by=request.user)
    except CannotHandOver as refused:
        return refusal(request, str(refused))
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        wanted = Wanted(edition_id=edition_id, use=use, once=given.pop("uid"), **given)
        try:
            return redirect("quotes:one", make_quote(wanted, by=request.user).code)
        except CannotHandOver as refused:
            form.add_error("words", str(refused))
    context = {
        "header_title": f"A quote from story {what.code}",
        "form": form,
        "use_label": uses_by_pack().get(use, use),
        **shown(what),
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/quotes/new.html", context, status=status)


@role_required(COMMS)
@require_safe
def one(request: HttpRequest, code: str) -> HttpResponse:
    """The lines to copy, while it stands; afterwards only that it has ended."""
    quote = showing.quote_with(code)
    if quote is None:
        raise Http404
    context = {
        "header_title": f"Quote {quote.code}",
        "code": quote.code,
        "shown": showing.shown(quote),
        "address": settings.SITE_URL + reverse("storybank:quote", args=[quote.code]),
    }
    return TemplateResponse(request, "storybank/quotes/one.html", context)


@role_required(COMMS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    rows = Quote.objects.select_related("outing", "made_by")[:100]
    return TemplateResponse(
        request, "storybank/quotes/index.html", {"header_title": "Quotes elsewhere", "quotes": rows}
    )
