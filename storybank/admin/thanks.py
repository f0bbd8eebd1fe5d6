"""Thanks for being asked, on the story's sheet: say it before the ask; afterwards give it, whatever was answered."""

from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from people.models import User
from people.whole_numbers import whole_number
from storybank.admin.panels import Panel
from storybank.admin.sheet import UNPROCESSABLE, suggestable
from storybank.lock.opening import may_suggest
from storybank.models import StoryPage
from storybank.models.thanks import ThanksKind
from storybank.thanks import giving, promising

DONE = {
    "give": "It is written down as given.",
    "decline": "They said no thank you. It changes nothing else.",
    "take": "They would like it after all. It is written down.",
}


class PromiseForm(forms.Form):
    kind = forms.ChoiceField(
        label="What", choices=ThanksKind.choices, initial=ThanksKind.VOUCHER, widget=forms.RadioSelect
    )
    pounds = forms.DecimalField(
        label="How much, in pounds",
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.01"),
        max_value=Decimal(promising.MOST_PENCE) / 100,
        help_text="For each person who is asked. Think of their time and their fares.",
        error_messages={"invalid": "Write a number, like 20 or 12.50."},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    page = suggestable(request.user, page_id)
    if request.method != "POST":
        return _page(request, page)
    if request.POST.get("act") == "promise":
        return _promise(request, page)
    try:
        _act(request, page)
    except (promising.TooLate, giving.CannotGive) as refused:
        return _page(request, page, problem=str(refused))
    return redirect("work:thanks", page.pk)


def _promise(request: HttpRequest, page: StoryPage) -> HttpResponse:
    form = PromiseForm(request.POST)
    if not form.is_valid():
        return _page(request, page, form=form)
    pence = int(form.cleaned_data["pounds"] * 100)
    try:
        promising.promise(page.file_id, kind=form.cleaned_data["kind"], pence=pence, by=request.user)
    except (promising.TooLate, promising.NotThanks) as refused:
        return _page(request, page, form=form, problem=str(refused))
    messages.success(request, "It is set. Whoever is asked reads it before they answer.")
    return redirect("work:thanks", page.pk)


def _act(request: HttpRequest, page: StoryPage) -> None:
    act = request.POST.get("act", "")
    if act == "take_back":
        promising.take_back(page.file_id)
        messages.success(request, "Nothing is promised for the next ask.")
        return
    one = _named(request, page)
    if one is None or act not in DONE:
        messages.warning(request, "Somebody has changed this page meanwhile. Nothing was done.")
        return
    if act == "give":
        said = bool(request.POST.get("advice_said"))
        giving.give(one.thanks, person=one.person, by=request.user, advice_said=said)
    elif act == "decline":
        giving.decline(one.thanks, person=one.person)
    else:
        giving.take_after_all(one.thanks, person=one.person)
    messages.success(request, DONE[act])


def _named(request: HttpRequest, page: StoryPage) -> giving.Due | None:
    thanks_pk = whole_number(request.POST.get("thanks", ""))
    person_pk = whole_number(request.POST.get("person", ""))
    due = giving.due_in(page.file_id)
    return next((one for one in due if (one.thanks.pk, one.person.pk) == (thanks_pk, person_pk)), None)


def _page(
    request: HttpRequest, page: StoryPage, *, problem: str = "", form: PromiseForm | None = None
) -> HttpResponse:
    promised = promising.next_promise(page.file_id)
    begun = {"kind": promised.kind, "pounds": Decimal(promised.pence) / 100} if promised else None
    due = giving.due_in(page.file_id)
    context = {
        "page": page,
        "header_title": f"Thanks: {page.get_admin_display_title()}",
        "problem": problem,
        "promised": promised,
        "waits": promising.waits_for_answers(page.file_id),
        "form": form or PromiseForm(initial=begun),
        "due": [(one, giving.advice_needed(one.person)) for one in due],
    }
    wrong = problem or (form is not None and form.errors)
    return TemplateResponse(
        request, "storybank/admin/thanks.html", context, status=UNPROCESSABLE if wrong else 200
    )


def panel(page: StoryPage, user: User) -> Panel | None:
    """Beside the story: what was said of thanks, and a way to it for whoever may suggest."""
    if not may_suggest(user, page):
        return None
    due = giving.due_in(page.file_id)
    return Panel(
        key="thanks",
        title="Thanks for being asked",
        template="storybank/admin/panels/thanks.html",
        icon="pick",
        it={"promised": promising.next_promise(page.file_id), "due": due},
        count=sum(1 for one in due if one.open),
    )
