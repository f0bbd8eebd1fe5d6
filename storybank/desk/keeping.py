"""My choices: what I said for each use, and letting one rest, go on, or stop."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.acts import answering
from consent.domain.acts.choices import choices_of
from consent.enums import State
from people.models import Person
from storybank.desk.form_words import FORMS
from storybank.desk.frame import show, story_page
from storybank.models import StoryPage


@story_page
def my_choices(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """POST lets one use rest (`rest`) or go on (`go_on`); stopping has a page of its own."""
    choices = choices_of(person, page.file_id)
    if request.method == "POST":
        uid = request.POST.get("rest") or request.POST.get("go_on")
        choice = next((item for item in choices if str(item.uid) == uid and item.standing), None)
        if choice is None or choice.standing is None:
            raise Http404
        act, told = (
            (answering.pause, _("It rests. Nobody can read it there until you say go on."))
            if request.POST.get("rest")
            else (answering.resume, _("It goes on."))
        )
        try:
            act(choice.standing, person=person)
            messages.success(request, told)
        except answering.CannotAnswer as error:
            messages.error(request, _(str(error)))
        return redirect("storybank:my_choices", page.file.uid)
    rows = [
        {
            "choice": choice,
            "form": FORMS.get(choice.permission.edition.kind, ""),
            "resting": choice.standing is not None and choice.standing.paused_at is not None,
            "newer": choice.standing is not None and choice.standing != choice.permission,
            "state": State(choice.state),
        }
        for choice in choices
    ]
    return show(request, "my_choices", page=page, rows=rows)
