"""The letter before it goes: look at what was gathered, add two sentences of ours if you like, send it, print it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.domain.caseload import handled_by
from people.roles import SUPPORTER
from storybank.after import happened
from storybank.after.happened_desk import pdf
from storybank.models import WhatHappened


class AddedForm(forms.Form):
    added = forms.CharField(
        label="Two sentences from us, if you like",
        required=False,
        max_length=happened.LONGEST_ADDED,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They stand in a box that says “From us, in our own words”. Never write as if they had said it.",
    )
    mark = forms.CharField(widget=forms.HiddenInput, max_length=64)


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    person = handled_or_404(request, pk)
    found = happened.gather(person)
    form = AddedForm(request.POST if request.method == "POST" else None, initial={"mark": found.mark})
    if request.method == "POST" and form.is_valid():
        try:
            happened.send(person, by=request.user, **form.cleaned_data)
        except happened.NotNow as refused:
            form.add_error("added", str(refused))
            form.data = form.data.copy()
            form.data["mark"] = found.mark
        else:
            messages.success(
                request, "It is on its way. The message itself says only that there is something."
            )
            return redirect("after:letter", person.pk)
    context = {
        "person": person,
        "found": found,
        "lines": happened.as_read(found.lines),
        "why_not": happened.why_not(person),
        "form": form,
        "sent": happened.letters_to(person),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "storybank/admin/after/letter.html", context, status=status)


@role_required(SUPPORTER)
@require_safe
def letter_paper(request: HttpRequest, letter: UUID) -> HttpResponse:
    rows = WhatHappened.objects.filter(person__in=handled_by(request.user)).select_related("person")
    found = rows.filter(uid=letter).first()
    if found is None:
        raise Http404
    return pdf(found, reader=request.user)
