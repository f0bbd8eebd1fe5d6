"""The acts on a story's sheet: every one a POST, every refusal a sentence, everything typed kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consent.domain.acts.asking import CannotAsk
from people.roles import SAFEGUARDING, has_role
from storybank.admin.forms import SafetyCheckForm, SuggestForm
from storybank.admin.sheet import plan_form, readable, render, suggestable
from storybank.domain import checking, sending, who_else
from storybank.domain.freezing import NotReady
from storybank.domain.revealing import people_in

REFUSALS = (sending.CannotSend, checking.CannotCheck, NotReady, CannotAsk, who_else.CannotSay)
LOOK_AGAIN = "Something needs another look. What you wrote is still here."


def act(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A POST whose refusal is said on the sheet, above whatever was typed."""

    @require_POST
    @wraps(view)
    def wrapped(request: HttpRequest, page_id: int) -> HttpResponse:
        try:
            return view(request, page_id)
        except REFUSALS as refused:
            return render(request, readable(request.user, page_id), problem=str(refused))

    return wrapped


@act
def send(request: HttpRequest, page_id: int) -> HttpResponse:
    page = suggestable(request.user, page_id)
    messages.success(request, sending.send_for_checks(page, by=request.user))
    return redirect("work:story", page_id)


@act
def take_back(request: HttpRequest, page_id: int) -> HttpResponse:
    sending.take_back(suggestable(request.user, page_id), by=request.user)
    messages.success(request, "It is back with you. The words may change again.")
    return redirect("work:story", page_id)


@act
def decide(request: HttpRequest, page_id: int) -> HttpResponse:
    """Suggest to the author what becomes of somebody in it; nothing is decided by it."""
    page = suggestable(request.user, page_id)
    form = SuggestForm(request.POST)
    if not form.is_valid():
        return render(request, page, problem=_first_error(form))
    who_else.suggest(
        page,
        pk=form.cleaned_data["appearance"] or 0,
        wish=form.cleaned_data["wish"],
        why=form.cleaned_data["why"],
        by=request.user,
    )
    messages.success(request, "The author is asked. Nothing is decided until they say so.")
    return redirect("work:story", page_id)


def _first_error(form: Any) -> str:
    return next(iter(error for errors in form.errors.values() for error in errors), LOOK_AGAIN)


@act
def supporter_check(request: HttpRequest, page_id: int) -> HttpResponse:
    page = suggestable(request.user, page_id)
    form = plan_form(page, request.POST)
    return _or_again(
        request,
        page,
        form,
        name="plan_form",
        verb=lambda: sending.supporter_check(page, by=request.user, uses=form.cleaned_data["uses"]),
        done="Thank you. Next is the safety check.",
    )


@act
def safety_check(request: HttpRequest, page_id: int) -> HttpResponse:
    page = readable(request.user, page_id)
    form = SafetyCheckForm(request.POST, people=people_in(page))
    if not has_role(request.user, SAFEGUARDING) or not sending.waits_for_safety(page):
        return render(request, page, problem="It does not wait for a safety check now. Nothing was changed.")
    return _or_again(
        request,
        page,
        form,
        name="safety_form",
        verb=lambda: checking.check(page, by=request.user, **form.as_check()),
        done="Thank you. The safety check is written down.",
    )


def _or_again(
    request: HttpRequest, page: Any, form: Any, *, name: str, verb: Callable[[], object], done: str
) -> HttpResponse:
    """Do the verb, or show the form again as it was typed, with the refusal above it."""
    if not form.is_valid():
        return render(request, page, problem=LOOK_AGAIN, **{name: form})
    try:
        verb()
    except REFUSALS as refused:
        form.add_error(None, str(refused))
        return render(request, page, problem=str(refused), **{name: form})
    messages.success(request, done)
    return redirect("work:story", page.pk)
