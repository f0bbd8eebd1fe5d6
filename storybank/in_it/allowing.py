"""The author's yes: may somebody who is in the story read this part of it?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files
from people.models import Person
from people.whole_numbers import whole_number
from storybank.desk.frame import pen_page
from storybank.desk.versions import own_address
from storybank.domain import checking_again, in_it
from storybank.in_it.frame import show
from storybank.models import ShownPart, StoryPage


@pen_page
def may_they_read(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """One part after the other, each exactly as it would be shown. No is a good answer."""
    parts = in_it.open_parts(page)
    if request.method == "POST":
        answer, sent = request.POST.get("answer", ""), request.POST.get("part", "")
        number = whole_number(sent)
        if answer not in ("yes", "no") or number is None:
            messages.error(request, _("Choose yes or no."))
            return redirect("storybank:may_they_read", page.file.uid)
        try:
            seen = request.POST.get("seen", "")
            part = in_it.author_says(page, person, part_id=number, yes=answer == "yes", seen=seen)
        except in_it.CannotShow as error:
            messages.error(request, _(str(error)))
        except CannotAsk as refused:
            checking_again.tell_supporter(page, what=str(refused), key=f"part-{sent}")
            messages.error(request, _("Something has to be settled first. We talk with you about it."))
        else:
            messages.success(request, _what_happens_next(part))
        return redirect("storybank:may_they_read", page.file.uid)
    words = in_it.words_of(parts[0], media=own_address(page)) if parts else None
    if words is None:
        return redirect("storybank:my_story", page.file.uid)
    row = next(item for item in files.appearances_in(page.file_id) if item.pk == parts[0].appearance_id)
    return show(
        request,
        "in_it/may_they_read",
        page=page,
        part=parts[0],
        words=words,
        seen=in_it.mark_of(parts[0]),
        left_out=in_it.left_out(parts[0], media=own_address(page)),
        who=row.role or (row.person.called if row.person else ""),
    )


def _what_happens_next(part: ShownPart) -> str:
    if part.author_said != "yes":
        return _("Thank you. Nobody reads it. We talk with you about what to do.")
    if in_it.waits_for_check(part):
        return _(
            "Thank you. First we look once more at the words."
            " Then they can read that part and choose, and we ask you once more too."
        )
    return _("Thank you. They can read that part now, and choose.")
