"""Restricted notes, for safeguarding leads only; and who read them, for the data-protection officer."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from storybank.admin.forms import NoteForm
from storybank.admin.sheet import readable
from storybank.domain import noting
from storybank.models import StoryPage

A_PAGE = 50


@never_cache
@require_http_methods(["GET", "POST"])
def notes(request: HttpRequest, page_id: int) -> HttpResponse:
    page = readable(request.user, page_id)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            noting.write_note(page, by=request.user, text=form.cleaned_data["text"])
        except noting.EmptyNote as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, "The note is kept. Nobody changes it from here.")
            return redirect("work:notes", page_id)
    context = {
        "page": page,
        "form": form,
        "notes": noting.read_notes(page, reader=request.user),
        "header_title": f"Restricted notes: {page.get_admin_display_title()}",
    }
    return TemplateResponse(
        request, "storybank/admin/notes.html", context, status=422 if form.errors else 200
    )


@never_cache
@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    shown = Paginator(noting.readings(viewer=request.user), A_PAGE).get_page(request.GET.get("p"))
    codes = dict(
        StoryPage.objects.filter(file_id__in=[row.file_id for row in shown]).values_list("file_id", "code")
    )
    return TemplateResponse(
        request,
        "storybank/admin/note_readings.html",
        {
            "rows": [(row, codes.get(row.file_id, "?")) for row in shown],
            "shown": shown,
            "header_title": "Who read restricted notes",
        },
    )
