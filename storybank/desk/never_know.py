"""Who must never know it is you? Said if the author likes, changed and taken away at any time. Nothing waits for it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.models import Person
from storybank.desk import read_aloud
from storybank.desk.frame import show, story_page
from storybank.domain import never_know as domain
from storybank.models import StoryPage


@story_page
def never_know(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """What cannot be kept stays in the box."""
    said = domain.said_by(page, person)
    ticked, words, problem = [one.value for one in said.whom], said.words, ""
    if request.method == "POST":
        ticked, words = request.POST.getlist("whom"), request.POST.get("words", "")
        try:
            kept = domain.say(page, person, whom=ticked, words=words)
        except domain.TooLong as error:
            problem = _(str(error))
        else:
            messages.success(
                request, _("Thank you. It is kept.") if kept else _("Thank you. Nothing is kept here.")
            )
            return redirect("storybank:my_story", page.file.uid)
    return show(
        request,
        "never_know",
        status=422 if problem else 200,
        page=page,
        ways=[(one.value, _(str(one.label))) for one in domain.Whom],
        ticked=ticked,
        words=words[: domain.LONGEST * 2].replace("\x00", ""),
        problem=problem,
        recording=read_aloud.recording_for(read_aloud.NEVER_KNOW),
    )
