"""/my/: what waits for me, my stories, writing something, stopping everything; for speakers the door to theirs."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from consent.domain.acts.ending_letters import ended_by_us
from consent.domain.acts.renewing import to_renew
from consent.domain.care import files
from consent.domain.record.standing_choices import in_use
from consent.domain.told import renotifying
from consent.enums import Subject
from people.desk.access import member_required, person_of
from storybank.after.links import links_for
from storybank.desk.standing import stories_of


@member_required
@require_safe
def my(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    stories = stories_of(person)
    context = {
        "person": person,
        "waiting": [story for story in stories if story.waits],
        "in_it": files.in_it_appearances(person),
        "stories": [story for story in stories if not story.waits],
        "speaks": files.file_of_kind(person, Subject.SPEAKING) is not None,
        "read_again": bool(renotifying.to_read_again(person)),
        "ends_soon": bool(to_renew(person)),
        "we_ended": bool(ended_by_us(person)),
        "can_stop": bool(in_use(person)),
        "after": links_for(person),
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, "home/my.html", context)
