"""`manage.py keep_house`: the clock job. Run every few minutes; nothing readers see depends on it."""

from typing import Any

from django.core.management.base import BaseCommand

from people.domain import outbox
from speakers.domain import answering, rechecking
from storybank.domain import reminding, settling


class Command(BaseCommand):
    help = "Finish what is owed after changes of consent, take down what has run out, remind, and send what waits."

    def handle(self, **_: Any) -> None:
        owed, dark = settling.settle_due(), settling.sweep()
        reminded, sent = reminding.remind_of_second_yes(), outbox.deliver_due()
        self.stdout.write(f"{owed} settled, {dark} taken down, {reminded} reminded, {sent} messages handled.")
        again, over = rechecking.recheck_due(), answering.expire_due()
        self.stdout.write(f"{again} speakers' bookings looked at again, {over} invitations ran out.")
