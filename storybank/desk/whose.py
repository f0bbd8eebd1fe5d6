"""Whose words: how many are my own, and whether readers may know it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.models import Person
from storybank.desk.frame import pen_page, show
from storybank.domain import provenance, whose_words
from storybank.models import StoryPage


@pen_page
def whose(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """The count of the words as they are now; two buttons, and the answer can change at any time.

    Where several tell the story there is no question: readers are not told.
    """
    answer = request.POST.get("readers", "")
    several = whose_words.several_tell(page)
    if request.method == "POST" and answer in ("yes", "no") and not several:
        whose_words.tell(page, readers=answer == "yes")
        messages.success(
            request, _("Readers can see it now.") if answer == "yes" else _("Readers do not see it.")
        )
        return redirect("storybank:whose", page.file.uid)
    return show(
        request,
        "whose",
        page=page,
        several=several,
        shares=provenance.shares(page),
        problem=_("Choose yes or no.") if request.method == "POST" else "",
    )
