"""How long we keep the words of letters from readers. What an author was given is theirs and is not counted."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from people import clock
from storybank.models import Reply
from storybank.models.reply import ReplyState

UNREAD_FOR = timedelta(days=150)
"""Longer than any decided one: what nobody came to read goes too."""


def old(before: datetime) -> QuerySet[Reply]:
    """Decided before then and worrying nobody, ended before then, or left unread for long."""
    over = Q(decided_at__lt=before) | Q(decided_at=None, ended_at__lt=before)
    unread = Q(decided_at=None, received_at__lt=before - UNREAD_FOR)
    return _with_words().exclude(state=ReplyState.WORRIES).filter(over | unread)


def old_worries(before: datetime) -> QuerySet[Reply]:
    """What a lead has not let go of by then."""
    return _with_words().filter(state=ReplyState.WORRIES, decided_at__lt=before)


def forget(before: datetime) -> int:
    return old(before).update(words_sealed=b"", as_sent_sealed=b"")


def forget_worries(before: datetime) -> int:
    """They count as not passed on."""
    return old_worries(before).update(
        words_sealed=b"", as_sent_sealed=b"", state=ReplyState.KEPT_BACK, decided_at=clock.now()
    )


def _with_words() -> QuerySet[Reply]:
    return Reply.objects.exclude(words_sealed=b"", as_sent_sealed=b"")
