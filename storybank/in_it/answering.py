"""/my/in-it/: read the part you are in, choose for each use, think, say it a second time; or stop."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.desk.remembering import last_stop, remember
from consent.domain.acts import answering, choosing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.choices import Choice, choices_of, open_choices, ready_choices
from consent.domain.acts.limits import speaks_with_us
from consent.domain.record.standing_choices import in_use
from consent.domain.record.uses import thinking_days_now
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import would_stop_something
from consent.domain.told import informing, notices
from consent.domain.told.notices import Format
from consent.enums import Answer
from people.domain.reading_aloud import recording_of
from people.enums import Language
from people.models import Person
from storybank.desk import last_day
from storybank.desk.explaining import EXPLAINED
from storybank.domain import in_it
from storybank.in_it.asking_me import may_be_opened
from storybank.in_it.before_them import ready_before
from storybank.in_it.frame import in_it_page, show, step_page
from storybank.in_it.path import CHECK, TOLD, UNDERSTOOD, USE, WORDS, Path, Step
from storybank.thanks.giving import said_before_the_ask

NOTICE, GUARDIAN_NOTICE = "in-it-choices", "guardian-choices"


@in_it_page
def where(request: HttpRequest, person: Person, file: Any) -> HttpResponseBase:
    """Where it stands. While the author has not said yes to showing it, nothing is said but that."""
    path = Path(person, file)
    return show(
        request,
        "in_it/where",
        file=file,
        path=path,
        waits=bool(path.asked) and path.words is None,
        choices=[choice for choice in choices_of(person, file.pk) if not choice.asked],
        ready=bool(ready_before(person, file)),
        standing=in_use(person, file),
        may_ask_me=may_be_opened(person, file),
    )


@step_page(TOLD)
def told(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    key = GUARDIAN_NOTICE if path.for_somebody_young else NOTICE
    form = Format(path.person.notice_format) if path.person.language == Language.ENGLISH else Format.PLAIN
    rendering = notices.rendering(key, language=path.person.language, format=form)
    if request.method == "POST" and request.POST.get("sha256", rendering.sha256) != rendering.sha256:
        messages.error(request, _("These words have changed. Read them once more."))
        return redirect(path.url(step))
    if request.method == "POST":
        try:
            notices.serve(path.file, person=path.person, rendering=rendering)
        except notices.NotTheirWords:
            messages.error(
                request, _("We have no text for you in your language yet. Ring us, and we go through it.")
            )
            return redirect("storybank:in_it_told", path.file.uid)
        path.keep(told=True)
        return redirect(path.url(path.next_open()))
    parts = [(part, part.endswith("?")) for part in rendering.text.split("\n\n")]
    more = {
        "thanks": said_before_the_ask(path.person, path.file.pk),
        "recording": recording_of(rendering.text, language=rendering.language),
    }
    return _screen(request, path, step, "in_it/told", parts=parts, sha256=rendering.sha256, **more)


@step_page(WORDS)
def words(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    if request.method == "POST":
        path.keep(words=True)
        return redirect(path.url(path.next_open()))
    return _screen(request, path, step, "in_it/words", part=path.words)


@step_page(USE)
def use(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    choice = next(item for item in path.asked if item.use.slug == step.use)
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer in Answer.values:
        day = last_day.keeping(choice, request.POST.get("last", ""))
        path.keep(**{f"use:{step.use}": answer}, **day)
        return redirect(path.url(path.next_open()))
    days = thinking_days_now(choice.use)
    return _screen(
        request,
        path,
        step,
        "in_it/use",
        choice=choice,
        answer=path.answer(step.use),
        problem=_("Choose yes, no or not now.") if request.method == "POST" else "",
        days=days,
        last_day=last_day.shown(choice),
        young=path.for_somebody_young,
    )


@step_page(UNDERSTOOD)
def understood(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """A wrong answer means that we explain again; nothing is counted."""
    right = list(path.answers.get(UNDERSTOOD, []))
    asked = next((name for name in path.to_understand if name not in right), path.to_understand[-1])
    explained, answer = EXPLAINED[asked], request.POST.get("answer", "")
    if request.method == "POST" and answer == explained.right and request.POST.get("asked") == asked:
        path.keep(understood=[*right, asked])
        if path.done(step):
            _write_down_that_it_was_understood(path)
        return redirect(path.url(path.next_open()))
    return _screen(
        request,
        path,
        step,
        "desk/choice_understood",
        explained=explained,
        again=request.method == "POST" and answer in explained.names and answer != explained.right,
        problem=_("Choose one of the three.")
        if request.method == "POST" and answer not in explained.names
        else "",
    )


@step_page(CHECK)
def check(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    if request.method == "POST" and request.POST.get("mark", path.mark) != path.mark:
        messages.error(request, _("Your answers changed in another window. Look at them once more."))
        return redirect(path.url(step))
    if request.method == "POST":
        try:
            in_it.give_first(path.file, path.person, answers=path.given(), edition_id=path.edition_id)
        except (choosing.NotWhatWasAsked, CannotAnswer) as error:
            messages.error(request, _(str(error)))
            path.forget()
            return redirect("storybank:in_it", path.file.uid)
        path.forget()
        messages.success(request, _("Thank you. We have your answer."))
        return redirect("storybank:in_it", path.file.uid)
    rows = [
        {
            "choice": choice,
            "answer": path.answer(choice.use.slug),
            "url": path.url(Step(USE, choice.use.slug)),
        }
        for choice in path.asked
    ]
    return _screen(request, path, step, "in_it/check", rows=rows)


@in_it_page
def second(request: HttpRequest, person: Person, file: Any) -> HttpResponseBase:
    """One screen for everything whose thinking time is over, with its words; each can be taken away."""
    ready = ready_choices(person, file.pk)
    if ready and speaks_with_us(person) and not request.POST.get("away"):
        return _together(request, person, file, ready)
    before = ready_before(person, file)
    if request.method == "POST":
        away = request.POST.get("away", "")
        shown = {away} if away else set(request.POST.getlist("shown"))
        may = ready if away else [choice for version in before for choice in version.choices]
        rows = [choice.permission for choice in may if str(choice.uid) in shown]
        try:
            if away:
                answering.decline_second(file, person=person, permissions=rows)
                messages.success(request, _("Taken away."))
            else:
                answering.confirm(file, person=person, permissions=rows)
            if rows and not away:
                messages.success(request, _("Thank you. It counts only when everybody in it has said yes."))
        except CannotAnswer as error:
            messages.error(request, _(str(error)))
        return redirect("storybank:in_it", file.uid)
    if not before:
        return redirect("storybank:in_it", file.uid)
    return show(request, "in_it/second", file=file, versions=before)


def _together(request: HttpRequest, person: Person, file: Any, ready: list[Choice]) -> HttpResponseBase:
    """Under 13 a second yes is heard by somebody here; taking it all away is one tap."""
    if request.method == "POST" and request.POST.get("act") == "no":
        answering.decline_second(file, person=person, permissions=[choice.permission for choice in ready])
        messages.success(request, _("Taken away."))
        return redirect("storybank:in_it", file.uid)
    return show(request, "desk/choice_together")


@in_it_page
def stop(request: HttpRequest, person: Person, file: Any) -> HttpResponseBase:
    """A link and a button; no reason asked. A double tap leads to the same page."""
    standing, key = in_use(person, file), f"in-it-{file.uid}"
    if request.method == "POST":
        if last_stop(request, of=key, by=person) is None or would_stop_something(person, within=file):
            done = stop_and_tell(person, files=[file])
            remember(request, done, person=person, of=key, uses=standing)
        return redirect("storybank:in_it_stopped", file.uid)
    return show(request, "in_it/stop", file=file, standing=standing)


@in_it_page
def stopped(request: HttpRequest, person: Person, file: Any) -> HttpResponseBase:
    found = last_stop(request, of=f"in-it-{file.uid}")
    if found is None or open_choices(person, file.pk):
        return redirect("storybank:in_it", file.uid)
    return show(request, "in_it/stopped", file=file, stopped=found)


def _write_down_that_it_was_understood(path: Path) -> None:
    """A yes to what cannot be taken back needs it."""
    rendering = notices.rendering_served(path.file, person=path.person)
    if rendering is not None:
        informing.record_check(
            path.file,
            person=path.person,
            rendering=rendering,
            questions=path.to_understand,
            understood=True,
        )


def _screen(request: HttpRequest, path: Path, step: Step, template: str, **context: Any) -> HttpResponseBase:
    return show(request, template, file=path.file, path=path, **path.number(step), **context)
