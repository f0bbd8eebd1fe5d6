"""Read it back, then share it with the supporter; or delete it in two taps."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk.access import person_of
from people.models import Person
from storybank.desk.frame import desk_page, own_draft, show
from storybank.desk.questions import asked_in
from storybank.domain import drafts, sharing, takes
from storybank.domain.identifying import leaving, passages


@desk_page
def read_back(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """The whole text once more. Only the button shares it; a second tap finds it shared."""
    person = person_of(request)
    draft = own_draft(person, uid)
    if draft is None:
        return redirect("storybank:my_story", uid)
    problem = ""
    if request.method == "POST":
        if request.POST.get("version") != str(draft.version):
            problem = _("The words changed in another window. Read them once more.")
        else:
            try:
                sharing.share(draft, person=person)
            except sharing.NothingToShare as error:
                problem = _(str(error))
            else:
                messages.success(request, _told(person))
                return forgotten(redirect("storybank:my_story", uid))
    words = drafts.answers(draft)
    return show(
        request,
        "read_back",
        draft=draft,
        words=words,
        blocks=drafts.as_blocks(words),
        closing=drafts.closing_of(words),
        questions=asked_in(draft),
        could_be_found=passages.count(leaving.for_author_draft(draft)),
        takes=takes.numbered(takes.takes_of(draft.file_id)),
        waiting_aside=bool(drafts.aside(draft)),
        problem=problem,
    )


@desk_page
def delete(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Two taps: the link here, and the button."""
    draft = own_draft(person_of(request), uid)
    if draft is None:
        return redirect("storybank:my_story", uid)
    if request.method == "POST":
        if not drafts.throw_away(draft):
            return redirect("storybank:my_story", uid)
        messages.success(request, _("Deleted. Nobody has read it."))
        return forgotten(redirect("home:my"))
    return show(request, "delete", draft=draft, words=drafts.answers(draft))


def forgotten(response: HttpResponseBase) -> HttpResponseBase:
    """The browser drops whatever copy its owner let it keep."""
    response["Clear-Site-Data"] = '"storage"'
    return response


def _told(person: Person) -> str:
    if person.supporter:
        return _("Shared. %(who)s reads it now. Nobody else does.") % {"who": person.supporter.first_name}
    return _("Shared. Someone here reads it now.")
