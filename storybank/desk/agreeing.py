"""The second yes: one screen for everything whose thinking time is over, and what happened then."""

from math import ceil

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent import policy
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.choices import choices_of, ready_choices
from consent.domain.acts.limits import speaks_with_us
from consent.domain.told import notices
from consent.enums import State
from people.models import Person
from storybank.desk import versions
from storybank.desk.form_words import FORMS
from storybank.desk.frame import show, story_page
from storybank.domain import agreeing
from storybank.models import StoryPage


@story_page
def second(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Each use can be taken away; one button says yes to what is left on the screen, and to nothing else."""
    ready = ready_choices(person, page.file_id)
    if ready and not notices.told_now(page.file, person=person):
        return redirect("consent:told")
    if ready and speaks_with_us(person):
        return _together(request, person, page)
    if request.method == "POST":
        away = request.POST.get("away", "")
        if away:
            agreeing.take_away(page, person, uid=away)
            messages.success(request, _("Taken away. We do not use your words for that."))
            return redirect("storybank:second", page.file.uid)
        try:
            agreeing.give_second(page, person, uids=request.POST.getlist("shown"))
        except CannotAnswer as error:
            messages.error(request, _(str(error)))
            return redirect("storybank:second", page.file.uid)
        return redirect("storybank:up", page.file.uid)
    if not ready:
        return redirect("storybank:up", page.file.uid)
    words = versions.frozen(page, ready[0].edition_id) or versions.accepted(page)
    rows = [(choice, FORMS.get(choice.permission.edition.kind, "")) for choice in ready]
    return show(request, "second", page=page, ready=ready, rows=rows, reading=versions.as_read(words))


def _together(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Under 13 a second yes is heard by somebody here; taking it all away is one tap."""
    if request.method == "POST" and request.POST.get("act") == "no":
        for choice in ready_choices(person, page.file_id):
            agreeing.take_away(page, person, uid=str(choice.uid))
        messages.success(request, _("Taken away. We do not use your words for that."))
        return redirect("storybank:my_story", page.file.uid)
    return show(request, "choice_together", page=page)


@story_page
def up(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """Where it is now, with the address when it is on the website."""
    choices = choices_of(person, page.file_id)
    agreed = [choice for choice in choices if choice.state is State.ACTIVE]
    if not agreed:
        return redirect("storybank:my_story", page.file.uid)
    fresh = StoryPage.objects.get(pk=page.pk)
    websites = [choice for choice in agreed if choice.use.slug == policy.WEBSITE]
    website = next(iter(websites), None)
    waits = any(agreeing.waits_for_its_moment(choice.edition_id) for choice in websites)
    return show(
        request,
        "up",
        page=page,
        agreed=agreed,
        on_website=fresh.live and agreeing.is_up(fresh.edition_id),
        waits=waits,
        days=ceil(settings.PUBLICATION_WINDOW_HOURS / 24),
        soon=website is not None and agreeing.is_up(website.edition_id),
        others=website is not None and not agreeing.is_up(website.edition_id),
    )
