"""Beside the person: which stories they want letters for, as they said it to us; and their letters on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from consent.domain.care import files
from consent.enums import Subject
from people.admin.access import role_required
from people.admin.listing import handled_or_404
from people.models import Person, User
from people.roles import SUPPORTER
from storybank.after.desk import uid_of
from storybank.domain.replies import giving, wishing
from storybank.models import StoryPage
from storybank.models.check_in import AskedHow
from storybank.replies.paper import as_pdf

WAYS = [choice for choice in AskedHow.choices if choice[0] != AskedHow.SCREEN]


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    found = handled_or_404(request, pk)
    if request.method == "POST":
        _said(request, found)
        return redirect("replies:person", found.pk)
    context = {
        "person": found,
        "grown_up": wishing.may_be_asked(found),
        "rows": _rows(found, request.user),
        "ways": WAYS,
        "waiting": len(giving.not_on_paper_yet(found)),
    }
    return render(request, "storybank/admin/replies/person.html", context)


@role_required(SUPPORTER)
@require_POST
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Printing gives them over: what is on paper is not announced any more."""
    found = handled_or_404(request, pk)
    letters = giving.printed(found, by=request.user)
    if not letters:
        messages.error(request, "No letter waits to be printed.")
        return redirect("replies:person", found.pk)
    answer = HttpResponse(as_pdf(found, letters), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letters.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _rows(found: Person, reader: User) -> list[dict[str, object]]:
    """Shared stories by their codes; never one in which is somebody the reader is kept apart from."""
    said = {row.file_id: row for row in wishing.wishes_of(found)}
    rows = []
    for file in files.files_by(found, kind=Subject.STORY):
        page = StoryPage.objects.filter(file=file).order_by("pk").first()
        if page is not None and not files.conflicted(reader, file.pk):
            rows.append({"file": file, "code": page.code, "said": said.get(file.pk)})
    return rows


def _said(request: HttpRequest, found: Person) -> None:
    how, said = request.POST.get("how", ""), request.POST.get("said", "")
    rows = {row["file"].uid: row["file"] for row in _rows(found, request.user)}  # type: ignore[attr-defined]  # a ConsentFile
    file = rows.get(uid_of(request.POST.get("file", "")))
    if file is None or said not in {"yes", "no"} or how not in dict(WAYS):
        messages.error(request, "Say what they said, and how they told you. Nothing was written down.")
        return
    try:
        wishing.wish(found, file.pk, wants=said == "yes", how=how, by=request.user)
    except wishing.CannotWish as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "It is written down. It counts from now.")
