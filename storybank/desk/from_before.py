"""Words from before: the author says whether we may ask about them. Nothing here is a yes to any use."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.models import Person
from storybank.desk.frame import pen_page, show
from storybank.legacy import asking_again
from storybank.models import StoryPage


@pen_page
def from_before(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Three answers of one tap each. A double tap or a stale tab finds nothing open and changes nothing."""
    row = asking_again.open_row(page.file_id)
    if row is None:
        return redirect("storybank:my_story", page.file.uid)
    said = request.POST.get("said", "")
    if request.method == "POST" and said in asking_again.Answer.values:
        asking_again.answer(row, person=person, said=said)
        return redirect("storybank:my_story", page.file.uid)
    problem = _("Choose one of the three.") if request.method == "POST" else ""
    return show(request, "from_before", page=page, problem=problem, status=422 if problem else 200)
