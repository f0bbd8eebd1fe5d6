"""Beside the person: offer a line for their list, write down what they say of it, print the letter they ask for.

What they wrote themselves is not shown here.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.roles import SUPPORTER
from storybank.after import skills as listed
from storybank.after.desk import uid_of
from storybank.after.skills_desk import pdf
from storybank.after.skills_forms import LineForm
from storybank.models.check_in import AskedHow

WAYS = [choice for choice in AskedHow.choices if choice[0] != AskedHow.SCREEN]
ACTS = {"keep": listed.keep, "decline": listed.decline}


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def skills(request: HttpRequest, pk: int) -> HttpResponse:
    person = handled_or_404(request, pk)
    form = LineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            listed.propose(person, by=request.user, **form.cleaned_data)
        except listed.CannotAdd as refused:
            form.add_error("words", str(refused))
        else:
            messages.success(request, "It is offered to them. It is on no list until they keep it.")
            return redirect("after:skills", person.pk)
    lines = listed.proposals(person)
    context = {
        "person": person,
        "form": form,
        "lines": lines,
        "kept": _for_paper(lines),
        "ways": WAYS,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "storybank/admin/after/skills.html", context, status=status)


@role_required(SUPPORTER)
@require_POST
def said(request: HttpRequest, pk: int) -> HttpResponse:
    """What they said on the phone, on paper or in person."""
    person = handled_or_404(request, pk)
    act, how = ACTS.get(request.POST.get("said", "")), request.POST.get("how", "")
    uid = uid_of(request.POST.get("line", ""))
    if act is None or uid is None or how not in dict(WAYS):
        messages.error(request, "Say what they said, and how they told you. Nothing was written down.")
        return redirect("after:skills", person.pk)
    try:
        act(person, uid, how=how, by=request.user)
    except listed.NotThere:
        messages.error(request, "They have answered that one already. Nothing was changed.")
    except listed.CannotAdd as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "It is written down.")
    return redirect("after:skills", person.pk)


@role_required(SUPPORTER)
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody without a screen: what they kept of ours, with a line on which they write their own name."""
    person = handled_or_404(request, pk)
    kept = _for_paper(listed.proposals(person))
    if not kept:
        messages.error(request, "There is nothing on their list yet that we may print.")
        return redirect("after:skills", person.pk)
    return pdf(person, kept)


def _for_paper(lines: list[listed.Line]) -> list[listed.Line]:
    return [line for line in lines if line.row.said == listed.SkillSaid.KEPT]
