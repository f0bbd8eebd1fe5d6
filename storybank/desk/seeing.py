"""Two screens of the choices, each set once for all uses: what else may be seen, and when we ask first."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from consent.enums import Trigger
from people import clock
from people.domain.ages import is_under_18
from storybank.desk.first_form import WORDS, FirstForm
from storybank.desk.path import CHECK, FIRST, SEEN, Path, Step
from storybank.desk.seen_form import SeenForm
from storybank.desk.walk import choice_page, screen, sent


@choice_page(SEEN)
def seen(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """Picture, voice, place and time, as far as they are in this story, shown with its own sentences."""
    form = SeenForm(sent(request), initial=path.answers.get(SEEN), asked=path.seen_asked)
    if request.method == "POST" and form.is_valid():
        path.keep(seen=form.cleaned_data)
        return redirect(path.after(step))
    return screen(request, path, step, "choice_seen", seen=form.parts(prefix="seen"), form=form)


@choice_page(CHECK)
def first(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """Reached from "are these your answers?", for those who want it; what is not ticked is asked about never."""
    begun = path.answers.get(FIRST, {})
    form = FirstForm(sent(request), initial=begun)
    if request.method == "POST" and form.is_valid():
        path.keep(first=form.kept())
        return redirect(path.url(step))
    turns = [
        (trigger, words)
        for trigger, words in WORDS.items()
        if trigger is not Trigger.TURNING_18 or is_under_18(path.person, clock.today())
    ]
    return screen(request, path, step, "choice_first", form=form, turns=turns)
