"""How a story is told: to be read, to be listened to, in easy read. One story may be more than one of them."""

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from consent import policy
from consent.enums import EditionKind
from storybank.models import Findable, StoryPage

FORMATS = {"read": _("To read"), "listen": _("To listen to"), "easy": _("Easy read")}


def by_format(
    stories: QuerySet[StoryPage], form: str, at: datetime, *, of_few: bool = False
) -> QuerySet[StoryPage]:
    """To listen to are only those that play a recording to readers: by a voice, only with a yes to the voice.

    `of_few`: the stories are few, and each is looked at; the database would find them anew for each recording.
    """
    if form == "listen" and of_few:
        there = Subquery(_heard(at).filter(page=OuterRef("pk"))[:1])
        found: QuerySet[StoryPage] = stories.annotate(plays=there).filter(plays__isnull=False)
        return found
    if form == "listen":
        return stories.filter(pk__in=_heard(at))
    if form == "easy":
        return stories.filter(form=EditionKind.EASY_READ)
    return stories.exclude(form__in=[EditionKind.EASY_READ, EditionKind.AUDIO])


def _heard(at: datetime) -> QuerySet[Findable, Any]:
    own_voice = Q(heard=Findable.Heard.WITH_A_VOICE) & policy.cleared_row_by_row(
        policy.WEBSITE, at, voice=True
    )
    found = Findable.objects.filter(Q(heard=Findable.Heard.ALWAYS) | own_voice, heard__gt=0)
    return found.filter(edition=F("page__edition")).values("page")
