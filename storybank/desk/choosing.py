"""The screens of the choices: told, who else, name, one for each use, did we explain it well?, check, done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.acts import choosing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.choices import choices_of
from consent.domain.care import files
from consent.domain.record.uses import thinking_days_now
from consent.domain.told import notices
from consent.domain.told.notices import Format
from consent.enums import Answer, State
from people.domain.reading_aloud import recording_of
from people.models import Person
from people.tongues import knows
from storybank.desk import easy_read, last_day, read_aloud, standing
from storybank.desk.explaining import EXPLAINED
from storybank.desk.frame import show, story_page
from storybank.desk.how_long import HowLongForm
from storybank.desk.limits_words import shows_by_itself, why_fewer_names
from storybank.desk.naming import NameForm, ways
from storybank.desk.path import CHECK, NAME, PEOPLE, TOLD, UNDERSTOOD, USE, Path, Step
from storybank.desk.seen_form import SeenForm
from storybank.desk.walk import choice_page, screen, sent
from storybank.desk.who_else import shown_in
from storybank.domain import agreeing, drafts, who_else
from storybank.models import StoryPage
from storybank.thanks.giving import said_before_the_ask

MOST_PEOPLE = 12


@choice_page(TOLD)
@knows("as")
def told(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """What this is. Going on records that exactly these words were put before the person."""
    wanted = (
        Format.EASY_READ if "easy_read" in (request.GET.get("as"), request.POST.get("as")) else Format.PLAIN
    )
    rendering = notices.rendering(notices.STORY_CHOICES, language=path.person.language, format=wanted)
    if request.method == "POST" and request.POST.get("sha256", rendering.sha256) != rendering.sha256:
        messages.error(request, _("These words have changed. Read them once more."))
        return redirect(path.url(step))
    if request.method == "POST":
        notices.serve(path.page.file, person=path.person, rendering=rendering)
        path.keep(told=True)
        return redirect(path.after(step))
    parts = [(part, part.endswith("?")) for part in rendering.text.split("\n\n")]
    easy = wanted is Format.EASY_READ
    thanks = said_before_the_ask(path.person, path.page.file_id)
    more = {
        "easy": easy,
        "easy_parts": easy_read.parts_of(rendering.text) if easy else [],
        "recording": recording_of(rendering.text, language=rendering.language),
    }
    return screen(
        request, path, step, "choice_told", parts=parts, sha256=rendering.sha256, thanks=thanks, **more
    )


@choice_page(PEOPLE)
def people(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """Could anyone work out who somebody else is? No settles it; yes pauses the path kindly."""
    if path.resting:
        return screen(request, path, step, "choice_resting")
    answer, who = request.POST.get("answer", ""), _lines(request.POST.get("who", ""))
    problem = ""
    if request.method == "POST":
        if answer == "no":
            if files.holds_the_pen(path.person, path.page.file_id):
                who_else.nobody_could_be(path.page, seen=shown_in(request))
            path.keep(people="no")
            return redirect(path.after(step))
        if answer == "yes" and who:
            who_else.somebody_could_be(path.page, path.person, who=who)
            path.keep(people="yes")
            return redirect("storybank:choice_people", path.page.file.uid)
        problem = _("Say who they are to you.") if answer == "yes" else _("Choose yes or no.")
    unsure = [
        item for item in files.appearances_in(path.page.file_id) if item.role and item.basis == "undecided"
    ]
    return screen(
        request,
        path,
        step,
        "choice_people",
        answer=answer or path.answers.get(PEOPLE, ""),
        who=request.POST.get("who", "")[:5000],
        problem=problem,
        unsure=[item.role for item in unsure],
        shown=[item.pk for item in unsure],
    )


@choice_page(NAME)
def name(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    if request.method == "POST" and request.POST.get("act") == "too_much":
        return _words_show_too_much(request, path)
    begun = {"identity": path.answers.get("identity"), "name": path.answers.get("name", "")}
    form = NameForm(sent(request), initial=begun, levels=path.limits.levels)
    if request.method == "POST" and form.is_valid():
        path.keep(identity=form.cleaned_data["identity"], name=form.cleaned_data["name"])
        return redirect(path.after(step))
    return screen(
        request,
        path,
        step,
        "choice_name",
        form=form,
        ways=ways(path.person, sentence=path.reading.first_sentence, levels=path.limits.levels),
        why_fewer=why_fewer_names(path.limits),
        too_much=shows_by_itself(path.limits),
    )


def _words_show_too_much(request: HttpRequest, path: Path) -> HttpResponseBase:
    """What they would choose is less than the words show: the words change first. Nothing is answered for them."""
    if shows_by_itself(path.limits):
        agreeing.words_show_too_much(path.page, path.person, edition_id=path.edition_id)
        messages.success(
            request, _("Thank you. We change the words first, and then ask you. Nothing goes up until then.")
        )
    return redirect("storybank:my_story", path.page.file.uid)


@choice_page(USE)
def use(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """One use: yes, no or not now; nothing is ticked before the person ticks it."""
    choice = next(item for item in path.asked if item.use.slug == step.use)
    answer = request.POST.get("answer", "")
    begun = path.answers.get(f"use:{step.use}") or {}
    form = NameForm(sent(request), initial=begun, only_if_other=True, levels=path.limits.levels)
    seen_form = SeenForm(sent(request), initial=begun, asked=path.seen_asked, only_if_other=True)
    how_long = HowLongForm(sent(request), initial=begun, choice=choice)
    problem = (
        _("Choose yes, no or not now.") if request.method == "POST" and answer not in Answer.values else ""
    )
    valid = form.is_valid() and seen_form.is_valid() and (answer != Answer.YES or how_long.is_valid())
    if request.method == "POST" and not problem and valid:
        other = {"identity": form.cleaned_data["identity"] or None, "name": form.cleaned_data["name"]}
        other |= seen_form.cleaned_data
        own = None
        if answer == Answer.YES:
            other |= how_long.kept()
            own = how_long.cleaned_data["own_last"]
        day = last_day.keeping(choice, request.POST.get("last", ""), own=own)
        path.keep(**{f"use:{step.use}": {"answer": answer, **(other if answer == Answer.YES else {})}}, **day)
        return redirect(path.after(step))
    days = thinking_days_now(choice.use)
    return screen(
        request,
        path,
        step,
        "choice_use",
        choice=choice,
        answer=answer or path.answer(step.use),
        problem=problem,
        form=form,
        ways=ways(path.person, sentence=path.reading.first_sentence, levels=path.limits.levels)
        if len(path.asked) > 1
        else [],
        seen=seen_form.parts(prefix="here"),
        seen_differs=path.seen_differs(step.use),
        how_long=how_long,
        shown=path.shown_lines(step.use),
        example=path.example(step.use),
        named=path.named(step.use),
        days=days,
        last_day=last_day.shown(choice),
    )


@choice_page(UNDERSTOOD)
def understood(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """Did we explain it well? A wrong answer means that we explain again; nothing is counted."""
    right = list(path.answers.get(UNDERSTOOD, []))
    asked = next((name for name in path.to_understand if name not in right), path.to_understand[-1])
    explained = EXPLAINED[asked]
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer == explained.right and request.POST.get("asked") == asked:
        path.keep(understood=[*right, asked])
        return redirect(path.after(step))
    return screen(
        request,
        path,
        step,
        "choice_understood",
        explained=explained,
        again=request.method == "POST" and answer in explained.names and answer != explained.right,
        problem=_("Choose one of the three.")
        if request.method == "POST" and answer not in explained.names
        else "",
    )


@choice_page(CHECK)
def check(request: HttpRequest, path: Path, step: Step) -> HttpResponseBase:
    """Check your answers, then give them all at once."""
    if request.method == "POST" and request.POST.get("mark", path.mark) != path.mark:
        messages.error(request, _("Your answers changed in another window. Look at them once more."))
        return redirect(path.url(step))
    if request.method == "POST":
        try:
            agreeing.give_first(
                path.page,
                path.person,
                answers=path.given(),
                edition_id=path.edition_id,
                understood=path.answers.get(UNDERSTOOD, ()),
            )
        except (choosing.NotWhatWasAsked, CannotAnswer) as error:
            messages.error(request, _(str(error)))
            return redirect("storybank:choices", path.page.file.uid)
        path.forget()
        return redirect("storybank:choice_done", path.page.file.uid)
    rows = [
        {
            "choice": choice,
            "answer": path.answer(choice.use.slug),
            "named": path.named(choice.use.slug),
            "differs": path.differs(choice.use.slug),
            "lines": path.lines(choice.use.slug),
            "url": path.url(Step(USE, choice.use.slug)),
        }
        for choice in path.asked
    ]
    return screen(
        request,
        path,
        step,
        "choice_check",
        rows=rows,
        named=path.named(),
        lines=path.shown_lines(),
        first=path.first_lines(),
        all_no=path.all_no,
    )


@story_page
def done(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """What was answered and what happens next. Reading it twice is as good as once."""
    choices = choices_of(person, page.file_id)
    if not choices or any(choice.asked for choice in choices):
        return redirect("storybank:choices" if choices else "storybank:my_story", page.file.uid)
    cooling = [choice for choice in choices if choice.state is State.COOLING]
    until = max((choice.cool_until for choice in cooling if choice.cool_until), default=None)
    day = standing.day(until) if until else ""
    recording = read_aloud.recording_for(read_aloud.AFTER_FIRST_YES)
    return show(
        request,
        "choice_done",
        page=page,
        choices=choices,
        cooling=cooling,
        until=day,
        recording=recording,
    )


def _lines(text: str) -> list[str]:
    lines = [" ".join(drafts.tidy(line).split())[:40] for line in text[:5000].splitlines()]
    return list(dict.fromkeys(line for line in lines if line))[:MOST_PEOPLE]
