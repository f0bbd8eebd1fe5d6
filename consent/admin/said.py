"""What a person in one's caseload said: their copies to print, and writing down what they told us."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from consent.admin.said_forms import FirstForm, SecondForm
from consent.desk.copies import on_paper
from consent.domain.acts.choices import Choice, open_choices, ready_choices
from consent.domain.acts.choosing import Given
from consent.domain.care import files
from consent.domain.told import receipts
from consent.domain.written import evidence
from consent.domain.written.evidence import Act, CannotRecord
from consent.enums import Answer
from consent.models import ConsentFile
from consent.receipts.words import TITLES
from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.models import Person
from people.roles import SUPPORTER

MOST_COPIES = 50


@role_required(SUPPORTER)
def person(request, pk: int):
    """Their files with what can be written down now, what waits for a second person, and their copies."""
    someone = handled_or_404(request, pk)
    context = {
        "person": someone,
        "files": [_file(file, someone) for file in files.files_of(someone)],
        "recorded": evidence.recorded_for(someone),
        "copies": [(copy, TITLES[copy.copy_kind]) for copy in receipts.receipts_of(someone)[:MOST_COPIES]],
    }
    return render(request, "consent/admin/said.html", context)


@role_required(SUPPORTER)
def copy(request, pk: int, code: str):
    """One of their copies on paper, for somebody without a phone."""
    someone = handled_or_404(request, pk)
    try:
        found = receipts.copy_of(someone, code)
    except receipts.NoCopy as error:
        raise Http404 from error
    return on_paper([found])


@role_required(SUPPORTER)
def write(request, pk: int, uid: UUID, act: str):
    """Write down first answers or a second yes. Nothing counts until somebody else has checked it."""
    someone = handled_or_404(request, pk)
    file = files.files_of(someone).filter(uid=uid).first()
    choices = _choices(someone, file, act) if file else []
    if file is None or not choices:
        messages.warning(request, "There is nothing to write down for this now.")
        return redirect("said:person", pk)
    make = FirstForm if act == Act.FIRST else SecondForm
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = make(*sent, user=request.user, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(file, someone, act, form, by=request.user)
        except CannotRecord as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Written down. It counts once a second person has checked it.")
            return redirect("said:person", pk)
    context = {"person": someone, "title": files.title_of(file), "act": act, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "consent/admin/write_down.html", context, status=status)


def _keep(file: ConsentFile, someone: Person, act: str, form, *, by) -> None:
    if act == Act.SECOND:
        evidence.record_second(file, person=someone, uses=form.cleaned_data["uses"], how=form.how(), by=by)
        return
    given = form.cleaned_data
    name = given.get("name", "").strip()
    answers = [
        Given(slug, Answer(given[f"use_{slug}"]), identity=form.level, name=name) for slug in form.uses
    ]
    evidence.record_first(file, person=someone, answers=answers, how=form.how(), by=by)


def _file(file: ConsentFile, someone: Person) -> dict:
    return {
        "file": file,
        "title": files.title_of(file) or file.get_kind_display(),
        "first": bool(_choices(someone, file, Act.FIRST)),
        "second": bool(_choices(someone, file, Act.SECOND)),
    }


def _choices(someone: Person, file: ConsentFile, act: str) -> list[Choice]:
    return open_choices(someone, file.pk) if act == Act.FIRST else ready_choices(someone, file.pk)
