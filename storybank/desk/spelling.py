"""My own spelling back: after the author said yes to it tidied, one tap undoes it, and says what it cannot undo."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.models import Person
from people.whole_numbers import whole_number
from storybank.desk.frame import pen_page, show
from storybank.domain import untidying
from storybank.domain.deriving import forms_of
from storybank.models import StoryPage


@pen_page
def put_back(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Looking changes nothing; the one button puts back what still stands there."""
    form = tidied_form(page)
    if form is None:
        return redirect("storybank:my_story", page.file.uid)
    if request.method == "POST":
        return _undo(request, form)
    words = untidying.words_tidied(form)
    return show(
        request,
        "spelling_back",
        page=form,
        can=[word for word in words if word.can],
        cannot=[word for word in words if not word.can],
        why_not=_(why) if (why := untidying.why_not_now(form)) else "",
    )


def tidied_form(page: StoryPage) -> StoryPage | None:
    """The form of the story in which spelling was tidied, the original first; None when none was."""
    return next((form for form in forms_of(page) if untidying.last_tidied(form)), None)


def _undo(request: HttpRequest, form: StoryPage) -> HttpResponseBase:
    try:
        count = untidying.undo(form, seen=whole_number(request.POST.get("seen", "")) or 0)
    except untidying.CannotUndo as error:
        messages.error(request, _(str(error)))
        return redirect("storybank:spelling_back", form.file.uid)
    said = ngettext("%(n)s word is as you wrote it again.", "%(n)s words are as you wrote them again.", count)
    messages.success(request, said % {"n": count} if count else _("Nothing was changed."))
    return redirect("storybank:my_story", form.file.uid)
