"""The second pair of eyes from outside: one link, one story as it reads now, one check."""

from dataclasses import dataclass

from django.db import transaction

from consent.domain.care import files, holding
from consent.domain.stop.stopping import stopped_since
from people.domain import links
from people.domain.from_outside import send_or_show
from people.enums import LinkPurpose
from people.models import OneUseLink, User
from storybank.domain import checking, sending
from storybank.models import SafetyCheck, StoryPage

STRAIGHT_TO_THEM = (
    "You worked on these words, so the link goes straight to whoever checks them. Write their e-mail address."
)
ONE_OF_OURS = "This address belongs to somebody who works here. The check has to come from outside."


@dataclass(frozen=True)
class Invited:
    """What a link opens: the story, and who it was made for."""

    page: StoryPage
    for_whom: str


@transaction.atomic
def invite(page: StoryPage, *, by: User, for_whom: str, email: str = "") -> str:
    """Make the link; send it when an address is given. The address of the link is shown once and kept nowhere.

    Whoever may not make the check themselves never holds the link: it goes straight to the one outside, and nothing is
    given back. Raises `NotFromOutside`.
    """
    too_near = checking.why_not_by(page, by)
    return send_or_show(
        purpose=LinkPurpose.SAFETY_CHECK,
        target=f"{page.pk}:{page.latest_revision_id}",
        view="storybank:outside_check",
        event="storybank/outsider_check",
        for_whom=for_whom,
        by=by,
        email=email,
        straight_to_them=STRAIGHT_TO_THEM if too_near else "",
        one_of_ours=ONE_OF_OURS,
        about=files.people_of(page.file_id),
    )


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
    private: str = "",
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
        private=private,
        private_by=link.made_by if link else None,
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
