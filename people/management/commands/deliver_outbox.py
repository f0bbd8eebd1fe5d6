"""Send what waits: run it every few minutes, it takes up what a mail server's bad hour left behind."""

from typing import Any

from django.core.management.base import BaseCommand

from people.domain import delivering


class Command(BaseCommand):
    help = "Send the mails and text messages that are due."

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(f"Sent: {delivering.deliver_due()}")
