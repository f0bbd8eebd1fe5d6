"""Whose turn it is, as the one link or button that a row of the queue offers."""

from dataclasses import dataclass

from django.urls import reverse

from people.models import User
from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.domain.standing import Standing
from storybank.enums import Waiting
from storybank.models import StoryPage


@dataclass(frozen=True)
class NextAct:
    """`post` acts at once; otherwise it is a link. `mine` is false when somebody else has to move."""

    label: str
    url: str
    post: bool = False
    mine: bool = True


def next_act(page: StoryPage, standing: Standing, user: User) -> NextAct:
    """Reading costs nothing: when it is nobody's turn here, the link opens the sheet."""
    sheet = reverse("work:story", args=[page.pk])
    if standing.waiting is Waiting.SUPPORTER and has_role(user, SUPPORTER):
        if "what we plan" in standing.sentence:
            return NextAct("Say what we plan to ask for", f"{sheet}#plan")
        return NextAct("Send for checks", reverse("work:send", args=[page.pk]), post=True)
    if standing.waiting is Waiting.SAFETY and has_role(user, SAFEGUARDING):
        return NextAct("Do the safety check", f"{sheet}#safety")
    return NextAct("Open", sheet, mine=False)
