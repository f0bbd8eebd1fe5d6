"""`manage.py maintenance on [--minutes 30]`, `off`, or nothing: what stands."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home import maintenance
from people.clock import LONDON


class Command(BaseCommand):
    help = "Close the site while something is mended. Stopping, and staff's own doors, stay open."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", nargs="?", choices=["on", "off"])
        parser.add_argument("--minutes", type=int, help="how long you think that it takes")

    def handle(self, *, act: str | None, minutes: int | None, **_: Any) -> None:
        if act == "on":
            try:
                maintenance.begin(minutes=minutes)
            except maintenance.TooLong as complaint:
                raise CommandError(str(complaint)) from complaint
        elif act == "off":
            maintenance.end()
        self.stdout.write(_said())


def _said() -> str:
    mending = maintenance.going_on()
    if mending is None:
        return "Open: everybody comes in."
    until = f", until {mending.until.astimezone(LONDON):%H:%M on %-d %B}" if mending.until else ""
    return f"Closed while something is mended{until}. Open again with: manage.py maintenance off"
