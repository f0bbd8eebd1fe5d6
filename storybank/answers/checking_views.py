"""The second pair of eyes: what colleagues wrote down of what people say about an answer or a promise."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from people.admin.access import role_required
from people.models import User
from people.roles import SAFEGUARDING, SUPPORTER
from storybank.answers import checking
from storybank.answers.sheet import WRITTEN
from storybank.domain.came_back import CameBack, Words, opened
from storybank.models import Promise, SaidToUs

ROLES = (SUPPORTER, SAFEGUARDING)


@dataclass(frozen=True)
class Line:
    """`said`: as it was written down. They and the story are known by their codes alone."""

    told: SaidToUs
    row: CameBack
    words: Words

    @property
    def promised(self) -> bool:
        return isinstance(self.row, Promise)

    @property
    def said(self) -> str:
        said = WRITTEN[self.told.about, self.told.said]
        return f"{said[0].upper()}{said[1:]}"


@role_required(*ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def to_check(request: HttpRequest) -> HttpResponse:
    """Looking changes nothing; one of two buttons beside each does."""
    lines = _lines(request.user)
    if request.method == "POST":
        _act(request, lines)
        return redirect("answers:to_check")
    return render(request, "storybank/admin/answers/to_check.html", {"lines": lines})


def _lines(user: User) -> list[Line]:
    waits = checking.waiting_for(user)
    words = opened({checking.of(told) for told in waits})
    of_each = ((told, checking.of(told)) for told in waits)
    return [Line(told, row, words[row]) for told, row in of_each if row in words]


def _act(request: HttpRequest, lines: list[Line]) -> None:
    name = next((name for name in ("same", "other") if name in request.POST), "")
    line = next((one for one in lines if name and str(one.told.uid) == request.POST[name]), None)
    if line is None:
        messages.error(request, "That one is not here any more. Nothing was changed.")
        return
    try:
        checking.check(line.told, agrees=name == "same", by=request.user)
    except checking.CannotCheck as refused:
        messages.error(request, str(refused))
    else:
        said = "It counts now." if name == "same" else "It does not count. Who wrote it down sees that."
        messages.success(request, said)
