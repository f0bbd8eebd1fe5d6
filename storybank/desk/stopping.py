"""Stop one story, wholly or for one use: a link and a button, no reason asked."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from consent.desk.remembering import last_stop, remember
from consent.domain.out.where_been import came_of
from consent.domain.record.standing_choices import in_use
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import would_stop_something
from people.models import Person
from storybank.desk import read_aloud
from storybank.desk.frame import show, story_page
from storybank.models import StoryPage


@story_page
def stop_story(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Every button here stops something; a double tap leads to the same page with the same code."""
    standing = in_use(person, page.file)
    if request.method == "POST":
        use = request.POST.get("use", "")
        ends = [item for item in standing if use in ("", item.slug)]
        stopped_before = last_stop(request, of=str(page.file.uid), by=person) is not None
        if use and not ends and not stopped_before:
            return redirect("storybank:stop_story", page.file.uid)
        if ends or not stopped_before or (not use and would_stop_something(person, within=page.file)):
            done = stop_and_tell(person, files=[page.file], use=use)
            remember(request, done, person=person, of=str(page.file.uid), uses=ends)
        return redirect("storybank:stop_story_done", page.file.uid)
    recording = read_aloud.recording_for(read_aloud.STOP)
    return show(request, "stop_story", page=page, standing=standing, recording=recording)


@story_page
def stop_story_done(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    stopped = last_stop(request, of=str(page.file.uid))
    if stopped is None:
        return redirect("storybank:stop_story", page.file.uid)
    left = in_use(person, page.file)
    places = came_of(stopped["code"], person, names=True)
    return show(request, "stop_story_done", page=page, stopped=stopped, left=left, places=places)
