"""/admin/read-aloud/: every text that can be read out, and its recording. For administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse_lazy
from django.views.decorators.http import require_POST

from home.aloud import listed
from home.aloud.forms import RecordingForm
from people.admin.access import role_required
from people.admin.menu import RoleMenuItem
from people.domain import reading_aloud
from people.models import ReadAloud
from people.roles import ADMINISTRATOR
from people.sounds import NotASound

CHANGED = "These words have changed since you opened them. Nothing was kept. Look at them again."


@role_required(ADMINISTRATOR)
def index(request: HttpRequest) -> HttpResponse:
    context = {"lines": listed.lines(), "left": listed.of_nothing()}
    return render(request, "home/aloud/index.html", context)


@role_required(ADMINISTRATOR)
def one(request: HttpRequest, language: str, sha256: str) -> HttpResponse:
    """The words, their recording, and a place for a new one. The address names the very words: others are not there."""
    line = listed.line_of(language, sha256)
    if line is None:
        messages.error(request, CHANGED)
        return redirect("aloud:index")
    form = RecordingForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _kept(request, form, line):
        messages.success(request, "It is kept. People hear it from now on.")
        return redirect("aloud:one", language, sha256)
    status = 422 if request.method == "POST" else 200
    return render(request, "home/aloud/one.html", {"line": line, "form": form}, status=status)


@role_required(ADMINISTRATOR)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Pressed twice, it is gone all the same."""
    for found in ReadAloud.objects.filter(pk=pk):
        reading_aloud.remove(found)
    messages.success(request, "It is gone. Nobody hears it any more.")
    return redirect("aloud:index")


def _kept(request: HttpRequest, form: RecordingForm, line: listed.Line) -> bool:
    given = form.cleaned_data
    try:
        reading_aloud.keep(line.words, data=given["upload"].read(), read_by=given["read_by"], by=request.user)
    except NotASound as refused:
        form.add_error("upload", str(refused))
        return False
    return True


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Read aloud",
        reverse_lazy("aloud:index"),
        roles=(ADMINISTRATOR,),
        icon_name="media",
        order=613,
        name="read-aloud",
    )


app_name = "aloud"
urlpatterns = [
    path("", index, name="index"),
    path("<int:pk>/remove/", remove, name="remove"),
    path("<str:language>/<str:sha256>/", one, name="one"),
]
