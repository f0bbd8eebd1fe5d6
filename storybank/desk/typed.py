"""What the supporter typed of what I said or wrote by hand: I read it, change it, and say that these are my words."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.models import Person
from people.whole_numbers import whole_number
from storybank.desk import versions
from storybank.desk.frame import pen_page, show
from storybank.domain import drafts, takes, typing_up
from storybank.models import StoryPage

UNPROCESSABLE = 422


@pen_page
def typed(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Nothing is mine until I say so. What I changed stays on the screen whatever is refused."""
    if not typing_up.waits_to_be_read([page]):
        return redirect("storybank:my_story", page.file.uid)
    text, problem = typing_up.typed_text(page), ""
    if request.method == "POST":
        text = drafts.tidy(request.POST.get("text", ""))
        seen = whole_number(request.POST.get("seen", ""), digits=18)
        try:
            typing_up.accept(page, text=text, seen=-1 if seen is None else seen)
        except typing_up.CannotType as refused:
            problem = _(str(refused))
        else:
            messages.success(request, _("Thank you. These are your words now."))
            return redirect("storybank:my_story", page.file.uid)
    return show(
        request,
        "typed",
        page=page,
        own=versions.as_read(versions.accepted(page)),
        takes=takes.numbered(takes.shared(page)),
        text=text,
        seen=page.latest_revision_id,
        problem=problem,
        status=UNPROCESSABLE if problem else 200,
    )
