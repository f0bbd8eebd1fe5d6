"""One of my choices: what stands, and every way to change it. Less is at once; more is asked afresh, with two yeses."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from consent.domain.acts import answering, asking, narrowing, renewing, triggers
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.choices import Choice, choices_of, shown_of
from consent.domain.acts.limits import limits_of
from consent.enums import Method, State, Trigger
from people.models import Person
from storybank.desk import versions
from storybank.desk.ask_me_again import may_be_opened, open_again
from storybank.desk.first_form import WORDS
from storybank.desk.frame import show, story_page
from storybank.desk.less_form import LessForm
from storybank.desk.limits_words import why_dark
from storybank.desk.seen_form import Asked
from storybank.desk.seen_words import Seen, lines_of
from storybank.models import StoryPage

View = Callable[..., HttpResponseBase]
Agreed = Any
"""A permission: other rooms may hold one, and may not open its model."""


def choice_of_mine(view: View) -> View:
    """The view is called with the choice; one that is not theirs, or not of this story, is the same 404."""

    @wraps(view)
    def found(request: HttpRequest, person: Person, page: StoryPage, choice: UUID) -> HttpResponseBase:
        mine = next((item for item in choices_of(person, page.file_id) if item.uid == choice), None)
        if mine is None:
            raise Http404
        return view(request, person, page, mine)

    return story_page(found)


@choice_of_mine
def my_choice(request: HttpRequest, person: Person, page: StoryPage, choice: Choice) -> HttpResponseBase:
    """A POST names its act; every act is one of the person's own, and none of them widens anything here."""
    stands = choice.standing
    if request.method == "POST" and request.POST.get("act") == "ask_me":
        open_again(page, person, choice)
        messages.success(request, _("Thank you. We may ask you about this again. It is not a yes."))
        return redirect("storybank:my_choice", page.file.uid, choice.uid)
    act = ACTS.get(request.POST.get("act", ""))
    if request.method == "POST" and act is not None and stands is not None:
        try:
            messages.success(request, _(act(stands, person, request.POST.get("turn", ""))))
        except CannotAnswer as error:
            messages.error(request, _(str(error)))
        else:
            if act is _more:
                return redirect("storybank:choices", page.file.uid)
        return redirect("storybank:my_choice", page.file.uid, choice.uid)
    agreed = stands or choice.permission
    asked = _asked_of(page, agreed)
    return show(
        request,
        "my_choice",
        page=page,
        choice=choice,
        stands=stands,
        until=agreed.valid_until,
        resting=stands is not None and stands.paused_at is not None,
        name=shown_of(agreed).name,
        lines=lines_of(_seen(agreed), asked),
        turns=[(name, WORDS[Trigger(name)]) for name in [*agreed.check_first, agreed.until_event] if name],
        once=agreed.max_uses == 1,
        ends_with=WORDS[Trigger(agreed.until_event)] if agreed.until_event else "",
        can_renew=stands is not None and stands.pk in {row.pk for row in renewing.to_renew(person)},
        may_ask_me=may_be_opened(page, person, choice),
        waits_for_more=stands is not None and choice.permission != stands,
        state=State(choice.state),
    )


@choice_of_mine
def show_less(request: HttpRequest, person: Person, page: StoryPage, choice: Choice) -> HttpResponseBase:
    """Only what is less than now can be chosen. It works at once, without a second question."""
    stands = choice.standing or (choice.permission if choice.state is State.COOLING else None)
    if stands is None:
        return redirect("storybank:my_choice", page.file.uid, choice.uid)
    form = LessForm(
        request.POST if request.method == "POST" else None,
        stands=stands,
        person=person,
        asked=_asked_of(page, stands, most=True),
    )
    if request.method == "POST" and form.is_valid():
        try:
            narrowing.narrow(stands, form.less(), person=person)
            messages.success(request, _("It shows less now. That works at once."))
            return redirect("storybank:my_choice", page.file.uid, choice.uid)
        except CannotAnswer as error:
            form.problem = _(str(error))
    return show(
        request,
        "choice_less",
        page=page,
        choice=choice,
        form=form,
        seen=form.seen_parts(),
        why_dark=why_dark(limits_of(stands)),
    )


def _rest(stands: Agreed, person: Person, _turn: str) -> str:
    answering.pause(stands, person=person)
    return noop("It rests. Nobody can read it there until you say go on.")


def _go_on(stands: Agreed, person: Person, _turn: str) -> str:
    answering.resume(stands, person=person)
    return noop("It goes on.")


def _longer(stands: Agreed, person: Person, _turn: str) -> str:
    renewing.renew(stands, person=person)
    return noop("Thank you. It stays yes, just as it was.")


def _more(stands: Agreed, person: Person, _turn: str) -> str:
    asking.ask_wider(stands, person=person)
    return noop("We ask you afresh. What you said before stays as it is meanwhile.")


def _happened(stands: Agreed, person: Person, turn: str) -> str:
    if turn not in {*stands.check_first, stands.until_event} or not turn:
        raise CannotAnswer("That choice is not there any more. Look at the choices again.")
    done = triggers.happened(person, Trigger(turn), method=Method.SCREEN)
    return (
        noop("Thank you for telling us. It has ended.")
        if done.ended
        else noop("Thank you for telling us. It rests now.")
    )


ACTS: dict[str, Callable[[Agreed, Person, str], str]] = {
    "rest": _rest,
    "go_on": _go_on,
    "longer": _longer,
    "more": _more,
    "happened": _happened,
}


def _asked_of(page: StoryPage, agreed: Agreed, *, most: bool = False) -> Asked:
    words = versions.frozen(page, agreed.edition_id) or versions.accepted(page)
    return Asked(words, most=agreed if most else None)


def _seen(agreed: Agreed) -> Seen:
    shown = shown_of(agreed)
    return Seen(
        face=agreed.face,
        voice=agreed.voice,
        place=agreed.place,
        shown_place=shown.place,
        time=agreed.time,
        shown_when=shown.when,
    )
