"""`manage.py audit_consent`: exit 1 with a clear list when anything differs from the events."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consent.domain.audit import audit


class Command(BaseCommand):
    help = "Recompute every clearance from the events, walk every chain, and list what does not agree."

    def handle(self, **_: Any) -> None:
        found = 0
        for drift in audit():
            found += 1
            self.stderr.write(str(drift))
        if found:
            raise CommandError(f"{found} things are not as the events say.")
        self.stdout.write("Every clearance is what the events say, and every chain is whole.")
