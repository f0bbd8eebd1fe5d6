"""The second pair of eyes from outside: one link, one story as it reads now, one check."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from consent.domain.care import holding
from consent.domain.stop.stopping import stopped_since
from people.domain import links, outbox
from people.enums import LinkPurpose
from people.models import OneUseLink, User
from storybank.domain import checking, sending
from storybank.models import SafetyCheck, StoryPage


@dataclass(frozen=True)
class Invited:
    """What a link opens: the story, and who it was made for."""

    page: StoryPage
    for_whom: str


@transaction.atomic
def invite(page: StoryPage, *, by: User, for_whom: str, email: str = "") -> str:
    """Make the link; send it when an address is given. The address of the link is shown once and kept nowhere."""
    token = links.make(
        purpose=LinkPurpose.SAFETY_CHECK,
        target=f"{page.pk}:{page.latest_revision_id}",
        for_whom=for_whom,
        by=by,
    )
    link = f"{settings.SITE_URL}{reverse('storybank:outside_check', args=[token])}"
    if email:
        outbox.put(event="storybank/outsider_check", address=email, context={"link": link})
    return link


def invited_by(token: str) -> Invited | None:
    """What the link opens now; nothing when it is unknown, used, over, or the words have moved on."""
    link = links.peek(token, purpose=LinkPurpose.SAFETY_CHECK)
    return _invited(link) if link is not None else None


@transaction.atomic
def check_from_outside(
    token: str,
    *,
    answers: dict[str, str],
    reveals: dict[int, int],
    law: str,
    note: str,
    safe: bool,
    words: str,
) -> SafetyCheck | None:
    """Use the link up for one check, both or neither. None when the link opens nothing any more."""
    link = links.use(token, purpose=LinkPurpose.SAFETY_CHECK)
    invited = _invited(link) if link is not None else None
    if invited is None:
        return None
    return checking.check(
        invited.page,
        outsider=invited.for_whom,
        answers=answers,
        reveals=reveals,
        law=law,
        note=note,
        safe=safe,
        words=words,
    )


def _invited(link: OneUseLink) -> Invited | None:
    pk, _, revision = link.target.partition(":")
    page = StoryPage.objects.filter(pk=pk, latest_revision_id=revision).first()
    if page is None or not sending.waits_for_safety(page) or _stays_in_the_house(page, link):
        return None
    return Invited(page=page, for_whom=link.for_whom)


def _stays_in_the_house(page: StoryPage, link: OneUseLink) -> bool:
    """While it rests nobody outside reads it; after a stop only a link that was made since leads anywhere."""
    rests = any(not hold.use_slug for hold in holding.open_holds(page.file_id))
    return rests or stopped_since(page.file_id, link.made_at)
