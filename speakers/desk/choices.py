"""`/my/speaking/choices/`: for which kinds of speaking I may be asked, and whether I stand in the list."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from consent.domain.acts.answering import CannotAnswer
from consent.enums import Answer, IdentityLevel
from people.desk.access import member_required, person_of
from people.domain.reading_aloud import recording_of
from people.said_here import marked, said_here
from people.whole_numbers import DIGITS_OF_A_ROW, whole_number
from speakers.domain import asking_again, choices, profiles
from speakers.domain.naming import NAMED_TO_YOU
from speakers.models import Speaker
from speakers.request_form import Words

ANSWERS = ((Answer.YES, _("Yes, you may ask me")), (Answer.NO, _("No")), (Answer.LATER, _("Not now")))
THE_WORDS = _("This is what people would read there:")
LEVELS = (IdentityLevel.N2, IdentityLevel.N3, IdentityLevel.N4, IdentityLevel.N5)


class ChoicesForm(forms.Form):
    """One question for each way to speak, then once how they would be named. Nothing is chosen beforehand."""

    identity = forms.ChoiceField(
        label=_("How may you be named?"),
        choices=[(int(level), _(NAMED_TO_YOU[level])) for level in LEVELS],
        widget=forms.RadioSelect,
        required=False,
    )
    name = Words(
        label=_("The name that is shown"),
        help_text=_("It need not be your real one."),
        max_length=60,
        required=False,
    )
    face = forms.BooleanField(label=_("My face may be shown"), required=False)
    voice = forms.BooleanField(label=_("My voice may be recorded"), required=False)

    def __init__(self, *args: Any, open_asks: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open_asks = open_asks
        for one in open_asks:
            self.fields[f"use_{one.pk}"] = forms.ChoiceField(
                label=marked(said_here(one.use.label)),
                help_text=_told(one.use, page=profiles.lines_of(one.edition_id)),
                choices=ANSWERS,
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def asked(self) -> list[forms.BoundField]:
        return [self[f"use_{one.pk}"] for one in self.open_asks]

    @property
    def naming(self) -> list[forms.BoundField]:
        return [self[name] for name in ("identity", "name", "face", "voice")]

    @property
    def answers(self) -> dict[int, Answer]:
        given = {one.pk: self.cleaned_data.get(f"use_{one.pk}") for one in self.open_asks}
        return {pk: Answer(value) for pk, value in given.items() if value}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        said_yes = any(data.get(f"use_{one.pk}") == Answer.YES for one in self.open_asks)
        if said_yes and not data.get("identity"):
            self.add_error("identity", gettext("Choose how you may be named."))
        shows = data.get("identity") and IdentityLevel(int(data["identity"])).shows_name
        if said_yes and shows and not data.get("name"):
            self.add_error("name", gettext("Write the name that may be shown."))
        return data

    def how(self) -> choices.How:
        data = self.cleaned_data
        level = IdentityLevel(int(data["identity"] or IdentityLevel.N2))
        return choices.How(level, name=data["name"], face=data["face"], voice=data["voice"])


@member_required
@require_safe
def my_choices(request: HttpRequest) -> HttpResponse:
    speaker = _speaker(request)
    if speaker is None:
        return redirect("speakers:my_speaking")
    return _page(request, speaker, ChoicesForm(open_asks=choices.to_answer(speaker)))


@member_required
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    speaker = _speaker(request)
    if speaker is None:
        return redirect("speakers:my_speaking")
    form = ChoicesForm(request.POST, open_asks=choices.to_answer(speaker))
    if not form.is_valid():
        return _page(request, speaker, form, status=422)
    if form.open_asks and not form.answers:
        form.add_error(f"use_{form.open_asks[0].pk}", gettext("Choose an answer first."))
        return _page(request, speaker, form, status=422)
    told = choices.notice(speaker)
    if request.POST.get("sha256", told.sha256) != told.sha256:
        form.add_error(None, gettext("These words have changed. Read them once more."))
        return _page(request, speaker, form, status=422)
    try:
        done = choices.answer(speaker, form.answers, how=form.how(), told=told)
    except CannotAnswer as error:
        form.add_error(None, gettext(str(error)))
        return _page(request, speaker, form, status=422)
    if done:
        messages.success(request, gettext("Thank you. Your choices are kept."))
    return redirect("speakers:my_choices")


@member_required
@require_POST
def say_again(request: HttpRequest) -> HttpResponse:
    """The second yes, for what is ticked and nothing else."""
    speaker = _speaker(request)
    if speaker is not None:
        sent = [whole_number(one, digits=DIGITS_OF_A_ROW) for one in request.POST.getlist("again")]
        ticked = [one for one in sent if one is not None]
        try:
            if choices.say_again(speaker, ticked):
                messages.success(request, gettext("Thank you. From now on we may ask you."))
        except CannotAnswer as error:
            messages.error(request, gettext(str(error)))
    return redirect("speakers:my_choices")


@member_required
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    speaker = _speaker(request)
    use = request.POST.get("use", "")
    if speaker is not None and use in {one.slug for one in choices.can_stop(speaker)}:
        choices.stop_one(speaker, use=use)
        messages.success(request, gettext("It is stopped. Nobody asks you why."))
    return redirect("speakers:my_choices")


@member_required
@require_POST
def ask_me_again(request: HttpRequest) -> HttpResponse:
    """They come to us; nothing becomes a yes."""
    speaker = _speaker(request)
    if speaker is not None and asking_again.open_again(speaker, use=request.POST.get("use", "")):
        messages.success(request, gettext("Thank you. We may ask you about this again. It is not a yes."))
    return redirect("speakers:my_choices")


def _told(use: Any, *, page: list[str]) -> str:
    """What it is, what could happen, how it is taken back, and the very words: before the choice, not after it."""
    words = [THE_WORDS, *page] if page else []
    risk = gettext("What could happen: %(risk)s") % {"risk": said_here(use.could_happen)}
    parts = (marked(said_here(use.explanation)), risk, marked(said_here(use.taking_back)), *words)
    return format_html_join(mark_safe("<br>"), "{}", ((part,) for part in parts if part))


def _speaker(request: HttpRequest) -> Speaker | None:
    rows = Speaker.objects.select_related("person__supporter", "profile_file", "speaking_file")
    return rows.filter(person=person_of(request)).first()


def _page(request: HttpRequest, speaker: Speaker, form: ChoicesForm, *, status: int = 200) -> HttpResponse:
    told = choices.notice(speaker)
    context = {
        "form": form,
        "told": told.text,
        "sha256": told.sha256,
        "recording": recording_of(told.text, language=told.language),
        "again": [(one, profiles.lines_of(one.edition_id)) for one in choices.to_say_again(speaker)],
        "thinking": choices.thinking(speaker),
        "standing": choices.standing(speaker),
        "resting": choices.resting(speaker),
        "may_ask_me": asking_again.may_be_opened(speaker),
    }
    return render(request, "speakers/my_choices.html", context, status=status)
