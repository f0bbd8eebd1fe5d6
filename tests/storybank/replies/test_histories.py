"""Any order of yes, letter, passing on, no, stop, rest and restore: nothing is given without a yes at that moment.

The model remembers only what people did: since when the author wants letters, whether the story is up, when each
letter came. A letter may be given exactly while it is up, to somebody who wants it now and did when it came.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consent.domain.care import holding
from consent.domain.stop import stopping
from consent.enums import HoldReason
from people import clock
from people.models import OutboxMessage
from storybank.domain.replies import giving, moderating, receiving, wishing
from storybank.models import Reply, ReplyGiven, ReplyWish
from tests.factories import people, stories
from tests.storybank.replies.letters import KIND, author_of, supporter_of

pytestmark = pytest.mark.django_db
ACTS = ("yes", "no", "letter", "pass on", "stop", "sweep", "rest", "wake", "backup", "restore")
OFTEN = ("yes", "letter", "pass on")
TABLES = (ReplyWish, Reply, ReplyGiven)


@dataclass
class History:
    """The house on one side, what people did on the other."""

    page: Any
    lead: Any
    now: datetime
    since: datetime | None = None
    stopped: bool = False
    hold: Any = None
    came: dict[int, datetime] = field(default_factory=dict)
    backup: tuple[list[list[Any]], datetime | None, bool] | None = None

    @property
    def up(self) -> bool:
        return not self.stopped and self.hold is None

    def may_have(self, letter: int) -> bool:
        return self.up and self.since is not None and self.since <= self.came[letter]

    def do(self, act: str) -> None:
        self.now += timedelta(minutes=1)
        with clock.at(self.now):
            getattr(self, f"_{act.replace(' ', '_')}")()
            self._agrees()

    def _yes(self) -> None:
        try:
            wishing.wish(author_of(self.page), self.page.file_id, wants=True)
        except wishing.CannotWish:
            assert self.stopped
        else:
            assert not self.stopped or self.since is not None
            self.since = self.since or self.now

    def _no(self) -> None:
        wishing.wish(author_of(self.page), self.page.file_id, wants=False)
        self.since = None
        if self.backup:
            self.backup = (self.backup[0], None, True)

    def _letter(self) -> None:
        try:
            reply = receiving.receive(self.page, text=KIND, once=token_hex(8)).reply
        except receiving.Closed:
            assert not (self.up and self.since)
        else:
            assert self.up
            assert self.since
            self.came[reply.pk] = self.now

    def _pass_on(self) -> None:
        for reply in Reply.objects.filter(decided_at=None):
            allowed, before = self.may_have(reply.pk), ReplyGiven.objects.count()
            try:
                moderating.pass_on(reply, by=supporter_of(self.page))
            except moderating.CannotDecide:
                assert not allowed
            else:
                assert allowed
            assert ReplyGiven.objects.count() - before == int(allowed)

    def _stop(self) -> None:
        stopping.stop(author_of(self.page))
        self.stopped = True

    def _sweep(self) -> None:
        wishing.end_due()
        giving.tell_due()
        self.since = None if self.stopped else self.since

    def _rest(self) -> None:
        if self.up:
            self.hold = holding.hold(self.page.file, reason=HoldReason.SAFETY, by=self.lead)

    def _wake(self) -> None:
        if self.hold:
            holding.release(self.hold, by=self.lead)
            self.hold = None

    def _backup(self) -> None:
        self.backup = ([list(table.objects.all()) for table in TABLES], self.since, False)

    def _restore(self) -> None:
        """The three tables as they were; then the journal says again the noes that were said since."""
        if self.backup is None:
            return
        rows, self.since, no_since = self.backup
        for table, kept in zip(TABLES, rows, strict=True):
            table.objects.all().delete()
            table.objects.bulk_create(kept)
        if no_since:
            wishing.want_none_again(file=self.page.file.uid, person=author_of(self.page).uid)

    def _agrees(self) -> None:
        assert wishing.readers_may_write(self.page) == (self.up and self.since is not None)
        assert wishing.wants(author_of(self.page), self.page.file_id) == (self.since is not None)
        unsent = OutboxMessage.objects.filter(event="storybank/something_for_you", sent_at=None)
        if self.since is None and self.backup is None:
            assert not unsent.exclude(state="cancelled").exists()


@contextmanager
def undone_afterwards():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def page():
    return stories.a_live_story(stories.an_author("Dee", supporter=people.a_supporter()))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, *HealthCheck]
)
@given(acts=st.lists(st.sampled_from((*ACTS, *OFTEN)), max_size=14))
def test_in_any_order_nothing_is_given_without_a_yes_at_that_moment(page, acts):
    with undone_afterwards():
        history = History(page, people.a_member_of_staff("Safeguarding lead"), clock.now())

        for act in acts:
            history.do(act)


def test_the_walk_meets_letters_that_are_given_and_letters_that_are_not(page):
    """So that the histories above are not empty ones."""
    with undone_afterwards():
        history = History(page, people.a_member_of_staff("Safeguarding lead"), clock.now())

        for act in (
            "yes",
            "letter",
            "pass on",
            "backup",
            "letter",
            "no",
            "yes",
            "pass on",
            "letter",
            "pass on",
        ):
            history.do(act)

        assert (Reply.objects.filter(decided_at=None).count(), ReplyGiven.objects.count()) == (1, 2)
        history.do("restore")
        assert (ReplyGiven.objects.count(), wishing.wants(author_of(page), page.file_id)) == (1, False)
