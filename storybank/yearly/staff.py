"""The talk on one screen, in the order in which one talks: reach, each yes, thanks, anything wrong; or as a letter."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.domain import contact_rules, saying_rules
from people.models import Person
from people.roles import SUPPORTER
from storybank.models.yearly import TalkWay
from storybank.thanks.giving import due_to
from storybank.yearly import talking
from storybank.yearly.letter_paper import as_pdf

WAYS = [(TalkWay.TALK.value, "We talked"), (TalkWay.LETTER.value, "They sent the letter back")]
SAFE = [("yes", "Yes, still safe"), ("no", "No, it has to change")]


class TalkForm(forms.Form):
    way = forms.ChoiceField(label="How", choices=WAYS, initial=TalkWay.TALK, widget=forms.RadioSelect)
    reach = forms.ChoiceField(
        label="Is it still safe to reach them so?",
        choices=SAFE,
        widget=forms.RadioSelect,
        error_messages={"required": "Ask them, and say whether it is still safe."},
    )
    wrong = forms.CharField(
        label="Is anything wrong?",
        required=False,
        max_length=talking.LONGEST_WRONG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In their words. Only who works with them reads it.",
    )


@role_required(SUPPORTER)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    due = list(talking.due_for(request.user))
    ways = saying_rules.ways_of(due)
    context = {"due": [(person, ways[person.pk]) for person in due]}
    return render(request, "storybank/admin/yearly/index.html", context)


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, pk: int) -> HttpResponse:
    person = handled_or_404(request, pk)
    form = TalkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _written(request, person, form)
    lines = [(line, request.POST.get(line.key, "")) for line in talking.lines_of(person, reader=request.user)]
    context = {
        "person": person,
        "way": saying_rules.ways_of([person])[person.pk],
        "form": form,
        "lines": lines,
        "rules": list(saying_rules.sentences(contact_rules.rules_of(person))),
        "thanks": due_to(person),
        "last": talking.last_talk(person),
        "letter": talking.open_letter(person),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "storybank/admin/yearly/talk.html", context, status=status)


def _written(request: HttpRequest, person: Person, form: TalkForm) -> HttpResponse:
    given = form.cleaned_data
    came = talking.talked(
        person,
        by=request.user,
        answers=request.POST.dict(),
        way=given["way"],
        reach_ok=given["reach"] == "yes",
        wrong=given["wrong"],
        letter=talking.open_letter(person) if given["way"] == TalkWay.LETTER else None,
    )
    for problem in came.problems:
        messages.error(request, problem)
    messages.success(
        request, f"It is written down. Stopped: {came.stopped}. Without a name from now on: {came.lessened}."
    )
    if given["reach"] == "no":
        messages.warning(request, "How we reach them has to change. Change it now, with them.")
        return redirect("caseload:change", person.pk)
    return redirect("yearly:index")


@role_required(SUPPORTER)
@require_POST
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Printed again it bears the same number, until its answers are written down."""
    person = handled_or_404(request, pk)
    if not talking.lines_of(person):
        messages.error(request, "They have said yes to nothing that stands, so there is nothing to ask.")
        return redirect("yearly:talk", person.pk)
    answer = HttpResponse(
        as_pdf(talking.begin_letter(person, by=request.user)), content_type="application/pdf"
    )
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return answer


@role_required(SUPPORTER)
@require_POST
def not_this_year(request: HttpRequest, pk: int) -> HttpResponse:
    talking.not_this_year(handled_or_404(request, pk), by=request.user)
    messages.success(request, "Not this year. They stand here again in eleven months.")
    return redirect("yearly:index")
