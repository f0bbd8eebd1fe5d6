"""When each step of a demo story happened, counted back from the demo's today."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from home.demo.shapes import DemoStory
from people import clock

FIRST_YES_DAYS_AGO = {"cooling_day_3": 3}
ASKED_DAYS_AGO = {"waiting_choices": 1, "legacy_unknown": 400}
EDITED_DAYS_AGO = {"waiting_safety_check": 2, "shared_with_suggestions": 1, "draft_private": 1}


@dataclass(frozen=True)
class Timeline:
    """Moments in order; a story that has not come that far simply stops earlier."""

    started: datetime
    shared: datetime
    edited: datetime
    checked: datetime
    first_yes: datetime
    up: datetime


def timeline_of(story: DemoStory) -> Timeline:
    """Nine days from first to second yes for what is up; the rest counts back from what is being waited for."""
    edited = clock.now() - timedelta(days=_edited_days_ago(story))
    checked = edited + timedelta(days=3)
    first_yes = checked + timedelta(days=2)
    return Timeline(
        started=edited - timedelta(days=6),
        shared=edited - timedelta(days=3),
        edited=edited,
        checked=checked,
        first_yes=first_yes,
        up=first_yes + timedelta(days=9),
    )


def _edited_days_ago(story: DemoStory) -> int:
    if story.published_days_ago is not None:
        return story.published_days_ago + 14
    if story.state in FIRST_YES_DAYS_AGO:
        return FIRST_YES_DAYS_AGO[story.state] + 5
    if story.state in ASKED_DAYS_AGO:
        return ASKED_DAYS_AGO[story.state] + 3
    return EDITED_DAYS_AGO[story.state]
