"""What of the people room is old: messages long delivered, codes that open nothing, looks that were long ago."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from people.enums import MessageState
from people.models import AccessCode, OutboxMessage, Person, SignInCode
from people.models.identity import IdentityView

OVER = (MessageState.SENT, MessageState.DONE, MessageState.CANCELLED, MessageState.FAILED)


@dataclass(frozen=True, slots=True)
class Old:
    """One thing that has not been touched: its random number, its last sign of life, whom to warn."""

    key: str
    last: datetime
    person: Person | None


def old_messages(before: datetime) -> QuerySet[OutboxMessage]:
    """Delivered or given up; never one that still waits to go out or to be done."""
    return OutboxMessage.objects.filter(state__in=OVER, written_at__lt=before)


def old_sign_in_codes(before: datetime) -> QuerySet[SignInCode]:
    return SignInCode.objects.filter(expires_at__lt=before)


def old_paper_codes(before: datetime) -> QuerySet[AccessCode]:
    """Only codes that have been ended; a card that works is never old."""
    return AccessCode.objects.filter(Q(ended_at__lt=before))


def old_looks(before: datetime) -> QuerySet[IdentityView]:
    return IdentityView.objects.filter(at__lt=before)
