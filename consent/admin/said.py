"""What a person in one's caseload said: their copies to print, and writing down what they told us."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from consent.admin.again_form import AgainForm
from consent.admin.goes_on_form import GoesOnForm
from consent.admin.said_forms import FirstForm, SecondForm
from consent.desk.copies import on_paper
from consent.domain.acts.choices import open_together, ready_choices
from consent.domain.acts.ending_soon import Ends, ends_soon
from consent.domain.acts.starting_again import uses_they_may_open
from consent.domain.care import files
from consent.domain.record.uses import current_uses
from consent.domain.told import receipts
from consent.domain.written import evidence
from consent.domain.written.evidence import Act, CannotRecord
from consent.models import ConsentFile, Use
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
    """Write down first answers, a second yes, that it goes on, or that we may ask again. Nothing counts until somebody
    else has checked it."""
    someone = handled_or_404(request, pk)
    file = files.files_of(someone).filter(uid=uid).first()
    choices = _choices(someone, file, act) if file else []
    if file is None or not choices:
        messages.warning(request, "There is nothing to write down for this now.")
        return redirect("said:person", pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = FORMS[act](*sent, user=request.user, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            KEEP[act](file, someone, form, by=request.user)
        except CannotRecord as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Written down. It counts once a second person has checked it.")
            return redirect("said:person", pk)
    context = {
        "person": someone,
        "title": files.title_of(file),
        "act": act,
        "form": form,
        "soonest": min(one.until for one in choices) if act == Act.RENEW else None,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, f"consent/admin/{TEMPLATES[act]}.html", context, status=status)


def _keep_first(file: ConsentFile, someone: Person, form, *, by) -> None:
    evidence.record_first(file, person=someone, answers=form.answers(), how=form.how(), by=by)


def _keep_second(file: ConsentFile, someone: Person, form, *, by) -> None:
    evidence.record_second(file, person=someone, uses=form.cleaned_data["uses"], how=form.how(), by=by)


def _keep_renewal(file: ConsentFile, someone: Person, form, *, by) -> None:
    evidence.record_renewal(file, person=someone, goes_on=form.goes_on(), how=form.how(), by=by)


def _keep_again(file: ConsentFile, someone: Person, form, *, by) -> None:
    evidence.record_again(file, person=someone, uses=form.cleaned_data["uses"], how=form.how(), by=by)


FORMS = {Act.FIRST: FirstForm, Act.SECOND: SecondForm, Act.RENEW: GoesOnForm, Act.AGAIN: AgainForm}
KEEP = {Act.FIRST: _keep_first, Act.SECOND: _keep_second, Act.RENEW: _keep_renewal, Act.AGAIN: _keep_again}
TEMPLATES = dict.fromkeys(Act, "write_down") | {Act.FIRST: "write_down_first"}


def _file(file: ConsentFile, someone: Person) -> dict:
    soon = _ends(someone, file)
    return {
        "file": file,
        "title": files.title_of(file) or file.get_kind_display(),
        "first": bool(open_together(someone, file.pk)),
        "second": bool(ready_choices(someone, file.pk)),
        "ends": min((one.until for one in soon), default=None),
        "again": bool(_closed(someone, file)),
    }


def _choices(someone: Person, file: ConsentFile, act: str) -> list:
    if act == Act.RENEW:
        return _ends(someone, file)
    if act == Act.SECOND:
        return ready_choices(someone, file.pk)
    if act == Act.AGAIN:
        return _closed(someone, file)
    return open_together(someone, file.pk) if act == Act.FIRST else []


def _closed(someone: Person, file: ConsentFile) -> list[Use]:
    """What they said no to or stopped, of which only they may say that we ask again."""
    uses = {use.slug: use for use in current_uses(file.kind)}
    return [uses[slug] for slug in uses_they_may_open(someone, file.pk, uses)]


def _ends(someone: Person, file: ConsentFile) -> list[Ends]:
    return [one for one in ends_soon(someone) if one.permission.file_id == file.pk]
