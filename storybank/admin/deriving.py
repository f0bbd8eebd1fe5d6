"""Another form of a story, begun on its sheet. It is asked for on its own and inherits nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from consent.enums import EditionKind
from storybank.admin.sheet import derive_form, render, suggestable
from storybank.domain.deriving import CannotDerive, derive

LOOK_AGAIN = "Something needs another look. Nothing was made."


@never_cache
@require_POST
def make(request: HttpRequest, page_id: int) -> HttpResponse:
    page = suggestable(request.user, page_id)
    form = derive_form(page, request.POST)
    if form is None or not form.is_valid():
        return render(request, page, problem=LOOK_AGAIN, derive_form=form)
    try:
        made = derive(
            page,
            form=EditionKind(form.cleaned_data["form"]),
            language=form.cleaned_data["language"],
            parts=form.cleaned_data["parts"],
            by=request.user,
        )
    except CannotDerive as refused:
        return render(request, page, problem=str(refused), derive_form=form)
    messages.success(
        request, "Here it is. Word it, then send it for checks. The author is asked about it on its own."
    )
    return redirect("work:story", made.pk)
