"""How a story is told: to be read, to be listened to, in easy read. One story may be more than one of them."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from consent import policy
from consent.enums import EditionKind
from storybank.models import Findable, StoryPage

FORMATS = {"read": _("To read"), "listen": _("To listen to"), "easy": _("Easy read")}


def by_format(stories: QuerySet[StoryPage], form: str, at: datetime) -> QuerySet[StoryPage]:
    """To listen to are only those that play a recording to readers: by a voice, only with a yes to the voice."""
    if form == "listen":
        return stories.filter(pk__in=_heard(at))
    if form == "easy":
        return stories.filter(form=EditionKind.EASY_READ)
    return stories.exclude(form__in=[EditionKind.EASY_READ, EditionKind.AUDIO])


def _heard(at: datetime) -> QuerySet[Findable, Any]:
    own_voice = Q(heard=Findable.Heard.WITH_A_VOICE) & policy.cleared_q(policy.WEBSITE, at, voice=True)
    found = Findable.objects.filter(Q(heard=Findable.Heard.ALWAYS) | own_voice, heard__gt=0)
    return found.filter(edition=F("page__edition")).values("page")
