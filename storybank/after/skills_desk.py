"""/my/skills/: keep what we offer or not, write your own, take anything off, and make a letter of thanks of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk.access import person_of
from people.models import Person
from storybank.after import skills as listed
from storybank.after.desk import show, uid_of
from storybank.after.skills_forms import LineForm, NameForm
from storybank.after.skills_paper import as_pdf
from storybank.desk.frame import desk_page

UNPROCESSABLE = 422
NOBODYS = UUID(int=0)
"""The number of no line at all."""


@desk_page
def skills(request: HttpRequest) -> HttpResponseBase:
    if request.method == "POST":
        _act(request, person_of(request))
        return redirect("storybank:skills")
    return _page(request)


@desk_page
def write(request: HttpRequest) -> HttpResponseBase:
    """A line of their own. What they typed stays on the screen whatever is refused."""
    form = LineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            listed.write_own(person_of(request), **form.cleaned_data)
        except listed.CannotAdd as refused:
            form.add_error("words", _(str(refused)))
        else:
            messages.success(request, _("It is on your list."))
            return redirect("storybank:skills")
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return show(request, "write_skill", form=form, status=status)


@desk_page
def letter(request: HttpRequest) -> HttpResponseBase:
    """The name comes with the press of the button and goes into the paper alone, never into an address."""
    person = person_of(request)
    kept = listed.kept_by(person)
    if request.method != "POST" or not kept:
        return redirect("storybank:skills")
    form = NameForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form)
    return pdf(person, kept, **form.given())


def pdf(person: Person, kept: list[listed.Line], *, name: str = "") -> HttpResponse:
    """A file with a name that says nothing, kept by nobody on the way."""
    answer = HttpResponse(as_pdf(person, kept, name=name), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _page(request: HttpRequest, *, form: NameForm | None = None) -> HttpResponse:
    person = person_of(request)
    context = {
        "offered": listed.waiting_for(person),
        "kept": listed.kept_by(person),
        "form": form or NameForm(),
        "supporter": person.supporter.first_name if person.supporter else "",
    }
    return show(request, "skills", status=UNPROCESSABLE if form else 200, **context)


def _act(request: HttpRequest, person: Person) -> None:
    """One press each. A second press, another tab or a guessed number changes nothing and says so."""
    done = {
        "keep": (listed.keep, _("It is on your list.")),
        "no_thanks": (listed.decline, _("All right. It is gone.")),
        "take_off": (listed.take_off, _("It is off your list.")),
    }
    name = next((name for name in done if name in request.POST), "")
    uid = uid_of(request.POST.get(name, "")) if name else None
    act, said = done.get(name, (listed.take_off, ""))
    try:
        act(person, uid or NOBODYS)
    except listed.NotThere:
        messages.error(request, _("That one is not here any more. Nothing was changed."))
    except listed.CannotAdd as refused:
        messages.error(request, _(str(refused)))
    else:
        messages.success(request, said)
