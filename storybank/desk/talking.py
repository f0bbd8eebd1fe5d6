"""What I and my supporter wrote to each other about my words; a line about the whole, or about one change."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.models import Person
from people.tongues import knows
from storybank.desk.form_words import form_to_look_at
from storybank.desk.frame import pen_page, show
from storybank.domain import suggestions, writing_back
from storybank.domain.deriving import forms_of
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.models import StoryPage


@pen_page
@knows("about")
def talk(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """All of it on one page. What cannot be kept stays in the box."""
    form, text, problem = form_to_look_at(page), request.POST.get("text", ""), ""
    change = _change(form, request.POST.get("about") or request.GET.get("about", ""))
    if request.method == "POST":
        about = writing_back.about_change(change) if change else writing_back.THE_WHOLE
        try:
            writing_back.write(form, person, text=text, about=about)
        except writing_back.CannotWrite as error:
            problem = _(str(error))
        else:
            messages.success(request, _("Thank you. We read it and write back here."))
            if change is not None:
                return redirect("storybank:change", page.file.uid, change.id)
            return redirect("storybank:talk", page.file.uid)
    return show(
        request,
        "talk",
        status=422 if problem else 200,
        page=page,
        talks=writing_back.talks(forms_of(page)),
        change=change,
        text=text[: writing_back.LONGEST * 2].replace("\x00", ""),
        problem=problem,
    )


def _change(form: StoryPage, name: str) -> suggestions.Change | None:
    """The change they write about, while it is theirs to decide."""
    if not name or waiting_for(form).waiting is not Waiting.AUTHOR_LOOKS:
        return None
    return next((one for one in suggestions.suggested_changes(form) if one.id == name), None)
