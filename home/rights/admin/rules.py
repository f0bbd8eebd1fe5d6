"""How long things are kept here, and what the clock job would do tonight: looked at first, changed with care."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from home.rights import coming_up, keeping
from home.rights.deciding import GRACE
from people.admin.access import role_required
from people.roles import DPO


class RuleForm(forms.Form):
    days = forms.IntegerField(min_value=1)
    on = forms.BooleanField(required=False)


@role_required(DPO)
@require_safe
def rules(request):
    return _page(request)


@role_required(DPO)
@require_POST
def change(request, what: str):
    if what not in keeping.ALL:
        raise Http404
    form, slip = RuleForm(request.POST), ""
    if form.is_valid():
        try:
            keeping.change(what, days=form.cleaned_data["days"], on=form.cleaned_data["on"], by=request.user)
            coming_up.forget()
        except keeping.CannotChange as refused:
            slip = str(refused)
    else:
        slip = "Write the days as a whole number, like 730."
    if slip:
        return _page(request, slip=(what, slip, request.POST.get("days", "")), status=422)
    messages.success(request, "Changed. It counts from tonight.")
    return redirect("rights:rules")


def _page(request, *, slip=None, status: int = 200):
    context = {"ahead": keeping.look_ahead(), "grace": GRACE.days, "slip": slip}
    return render(request, "home/rights/admin/rules.html", context, status=status)
