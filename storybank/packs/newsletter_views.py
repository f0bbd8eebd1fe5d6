"""For the next newsletter: choose, say when it goes out, take the text."""

from uuid import UUID

from django.contrib import messages as flash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from people import clock
from people.admin.access import role_required
from people.roles import COMMS
from storybank.models import NewsletterIssue
from storybank.packs import newsletter
from storybank.packs.forms import IssueForm
from storybank.packs.newsletter import Chosen
from storybank.packs.views import UNPROCESSABLE


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    offer = newsletter.on_offer(by=request.user)
    offered = [(what.edition_id, what.reading.title) for what in offer]
    form = IssueForm(request.POST or None, offered=offered)
    sent = request.method == "POST"
    if sent and not form.is_valid() and (made_before := _made_of(form)):
        return redirect("packs:issue", made_before.uid)
    if sent and form.is_valid():
        given = form.cleaned_data
        chosen = Chosen(given["uid"], given["name"], given["on"], tuple(given["editions"]))
        made = newsletter.put_together(chosen, by=request.user)
        for sentence in dict.fromkeys(made.left_out):
            flash.error(request, f"Left out: {sentence}")
        return redirect("packs:issue", made.issue.uid)
    context = {
        "header_title": "For the next newsletter",
        "form": form,
        "offer": offer,
        "chosen": form.data.getlist("editions") if form.is_bound else [],
        "most": newsletter.MOST,
        "issues": list(NewsletterIssue.objects.all()[:10]),
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/press/newsletter.html", context, status=status)


def _made_of(form: IssueForm) -> NewsletterIssue | None:
    """The same form sent twice: what it chose may be spent by now, on the very issue that it made."""
    uid = getattr(form, "cleaned_data", {}).get("uid")
    return NewsletterIssue.objects.filter(uid=uid).first() if uid else None


@role_required(COMMS)
@require_safe
def issue(request: HttpRequest, uid: UUID) -> HttpResponse:
    held = get_object_or_404(NewsletterIssue, uid=uid)
    context = {
        "header_title": held.name,
        "issue": held,
        "texts": newsletter.texts_of(held),
        "mailed": held.on < clock.today(),
    }
    return TemplateResponse(request, "storybank/press/issue.html", context)
