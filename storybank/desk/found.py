"""Words by which someone could be found, shown to the author, who may change them in a draft with one tap."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from consent.domain.care import files
from people.desk.access import person_of
from people.whole_numbers import whole_number
from storybank.desk import versions
from storybank.desk.frame import desk_page, own_draft, own_page, show
from storybank.domain import drafts
from storybank.domain.identifying import leaving, passages, taking
from storybank.models import Draft

CHANGED = noop("Your words changed in another window. Nothing was done. Look once more.")


@desk_page
def could_be_found(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Each word that could tell, marked where it stands. Leaving it as it is needs no tap at all; one folds it away.

    Who writes it together with its first author sees them, and says for nobody that one can stay.
    """
    draft = own_draft(person_of(request), uid)
    if draft is None:
        page = own_page(person_of(request), uid)
        found, file_id = leaving.for_author(versions.accepted(page)), page.file_id
    else:
        found, file_id = leaving.for_author_draft(draft), draft.file_id
    pen = files.holds_the_pen(person_of(request), file_id)
    if request.method != "POST":
        left, many = passages.left(found), passages.count(found)
        return show(
            request, "could_be_found", uid=uid, found=found, left=left, open=many, draft=draft, pen=pen
        )
    if not pen:
        raise Http404
    if request.POST.get("act"):
        _look(request, found, file_id)
    elif draft is not None:
        _take(request, draft)
    return redirect("storybank:could_be_found", uid)


def _look(request: HttpRequest, found: list[passages.Passage], file_id: int) -> None:
    mark = request.POST.get("mark", "")
    if request.POST["act"] == "again":
        leaving.look_again(file_id=file_id, mark=mark, authors=True)
        return
    try:
        leaving.leave(found, file_id=file_id, mark=mark, by=None)
    except taking.NotThereNow:
        messages.warning(request, _(CHANGED))
    else:
        messages.success(request, _("It stays as it is."))


def _take(request: HttpRequest, draft: Draft) -> None:
    version = whole_number(request.POST.get("version", ""))
    try:
        put = taking.take_in_draft(draft, clue=request.POST.get("clue", ""), version=version or 0)
    except (taking.NotThereNow, drafts.StaleDraft):
        messages.warning(request, _(CHANGED))
    else:
        said = _("It says “%(words)s” now.") % {"words": put} if put else _("It is taken out.")
        messages.success(request, said)
