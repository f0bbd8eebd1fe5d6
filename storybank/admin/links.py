"""A one-use link, so that somebody outside can make one safety check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from people.domain.from_outside import NotFromOutside
from storybank.admin.forms import LinkForm
from storybank.admin.sheet import readable, render
from storybank.domain import outside, sending


@never_cache
@require_POST
def make(request: HttpRequest, page_id: int) -> HttpResponse:
    page = readable(request.user, page_id)
    form = LinkForm(request.POST)
    if not sending.waits_for_safety(page):
        return render(request, page, problem="It does not wait for a safety check now. Nothing was changed.")
    if not form.is_valid():
        return render(request, page, problem="Something needs another look.", link_form=form)
    try:
        link = outside.invite(page, by=request.user, **form.cleaned_data)
    except NotFromOutside as refused:
        form.add_error("email", str(refused))
        return render(request, page, problem=str(refused), link_form=form)
    if not link:
        messages.success(request, "The link is on its way to them. Only they can open it.")
        return redirect("work:story", page_id)
    return render(request, page, link=link, link_for=form.cleaned_data["for_whom"])
