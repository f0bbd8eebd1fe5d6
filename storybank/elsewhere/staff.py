"""A supporter brings in a voice note of one of their people."""

import secrets
from typing import Any

from django import forms
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from people import clock
from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.day_input import DayInput
from people.roles import SUPPORTER
from storybank.elsewhere import bringing
from storybank.models.elsewhere import Road

A_WHILE = 600


class BringForm(forms.Form):
    upload = forms.FileField(
        label="The voice note",
        help_text="As it came: ogg, opus, m4a, mp3 or wav. What the phone wrote into it is taken out.",
        error_messages={"required": "Choose the file.", "empty": "This file is empty. Choose another."},
    )
    road = forms.ChoiceField(label="How it came", choices=Road.choices)
    said_on = forms.DateField(
        label="The day it was said",
        widget=DayInput(),
        error_messages={"required": "Say on which day.", "invalid": "Write the day as 31/12/2026."},
    )
    agreed_on = forms.DateField(
        label="The day they agreed that we keep it",
        initial=clock.today,
        widget=DayInput(),
        error_messages={"required": "Say on which day.", "invalid": "Write the day as 31/12/2026."},
    )
    agreed = forms.CharField(
        label="How they agreed that we keep it",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What they said, and to whom. They can read this.",
        error_messages={"required": "Write down what they said."},
    )
    once = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, pk: int) -> HttpResponse:
    person = handled_or_404(request, pk)
    posted = request.method == "POST"
    form = BringForm(
        *((request.POST, request.FILES) if posted else ()), initial={"once": secrets.token_hex(8)}
    )
    if posted and form.is_valid():
        given: dict[str, Any] = dict(form.cleaned_data)
        upload, once = given.pop("upload"), given.pop("once")
        if once and not cache.add(f"brought:{request.user.pk}:{once}", 1, timeout=A_WHILE):
            return redirect("elsewhere:bring", person.pk)  # the second of two clicks
        try:
            bringing.bring(person, by=request.user, pieces=upload.chunks(), size=upload.size, **given)
        except bringing.CannotBring as refused:
            cache.delete(f"brought:{request.user.pk}:{once}")
            form.add_error(None, str(refused))
        else:
            messages.success(request, "It is kept, sealed. When it is ready it can be typed.")
            return redirect("elsewhere:bring", person.pk)
    rows = [(row, bringing.page_of(row)) for row in bringing.brought_for(person)]
    context = {"person": person, "form": form, "rows": rows}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "storybank/admin/elsewhere/bring.html", context, status=status)


urlpatterns = ([path("<int:pk>/", bring, name="bring")], "elsewhere")
