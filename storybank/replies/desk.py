"""The author's side: whether readers may write to them, story by story, and the letters, read when they like."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.care import files
from people.desk.access import person_of
from people.models import Person
from people.tongues import knows
from storybank.desk.frame import desk_page, show, story_page
from storybank.domain.replies import giving, wishing
from storybank.domain.replies.gaps import pieces_of
from storybank.models import StoryPage

SAID = {"yes": True, "not_now": False, "no_more": False}


@story_page
def readers(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """May readers of this story write to me? Each who tells it says so for themselves; nothing is chosen before."""
    if request.method == "POST":
        _say(request, person, page)
        return redirect("storybank:readers", page.file.uid)
    row = wishing.wishes_of(person).filter(file_id=page.file_id).first()
    return show(
        request,
        "readers",
        page=page,
        grown_up=wishing.may_be_asked(person),
        said=row,
        up=wishing.is_up(page.file_id),
        letters=giving.given_to(person).filter(file_id=page.file_id).count(),
    )


@desk_page
def letters(request: HttpRequest) -> HttpResponseBase:
    """Which there are; not one word of them before somebody opens one."""
    rows = list(giving.given_to(person_of(request)))
    here = [row for row in rows if row.put_away_at is None]
    return show(request, "letters", here=here, away=[row for row in rows if row.put_away_at is not None])


@desk_page
@knows("read")
def letter(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    person = person_of(request)
    try:
        found = giving.letter(person, uid)
    except giving.NotThere as error:
        raise Http404 from error
    if request.method == "POST" and request.POST.get("act") != "throw":
        return _act(request, person, uid)
    sure = request.method == "POST"
    shut = found.row.hard and found.row.read_at is None and "read" not in request.GET and not sure
    if not shut and not sure:
        giving.read(found.row)
    return show(
        request,
        "letter",
        row=found.row,
        pieces=[] if shut or sure else pieces_of(found.words),
        shut=shut,
        sure=sure,
        about=files.title_of(found.row.file),
        more=wishing.wants(person, found.row.file_id),
    )


def _say(request: HttpRequest, person: Person, page: StoryPage) -> None:
    said = request.POST.get("letters", "")
    if said not in SAID:
        messages.error(request, _("Choose one of the buttons. Nothing was changed."))
        return
    try:
        wishing.wish(person, page.file_id, wants=SAID[said])
    except wishing.CannotWish as refused:
        messages.error(request, _(str(refused)))
    else:
        messages.success(request, _("It is noted. You can change it at any time."))


def _act(request: HttpRequest, person: Person, uid: UUID) -> HttpResponseBase:
    """One press each; a second press or another tab changes nothing and says so."""
    act = request.POST.get("act", "")
    try:
        if act == "throw_for_good":
            giving.throw_away(person, uid)
            messages.success(request, _("It is thrown away."))
        elif act in {"away", "back"}:
            giving.put_away(person, uid, away=act == "away")
            messages.success(
                request, _("It is put away.") if act == "away" else _("It is back in your list.")
            )
        else:
            messages.error(request, _("Choose one of the buttons. Nothing was changed."))
    except giving.NotThere:
        messages.error(request, _("That one is not here any more. Nothing was changed."))
    return redirect("storybank:reader_letters")
