"""`manage.py keep_house`: the clock job. Run every few minutes; nothing readers see depends on it."""

from typing import Any

from django.core.management.base import BaseCommand

from home.domain.keeping import keep_house


class Command(BaseCommand):
    help = "Finish what is owed after changes of consent, take down what has run out, remind, and send what waits."

    def handle(self, **_: Any) -> None:
        kept = keep_house()
        self.stdout.write(
            f"{kept.journaled} lines written into the stop journal, {kept.settled} settled,"
            f" {kept.taken_down} taken down, {kept.called_back} stops followed up,"
            f" {kept.told_of_ends} told of what we ended, {kept.ends_soon} told of what ends soon,"
            f" {kept.reminded} reminded, {kept.told_of_looks} told who looked,"
            f" {kept.grown_up} rest since an 18th birthday,"
            f" {kept.rechecked} speakers' bookings looked at again, {kept.expired} invitations ran out,"
            f" {kept.complaints_due} reminded of complaints, {kept.gone} old things gone, {kept.sent} messages handled,"
            f" {kept.sized} versions looked through for sizes of pictures."
        )
