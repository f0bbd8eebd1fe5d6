"""`manage.py load_demo`: the fictional charity, curated and, if wanted, a crowd beside it. Local settings only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo_loading.bulk import Crowd, load_crowd
from home.demo_loading.load import SomebodyElseIsHere, load_curated
from home.demo_loading.start import CannotStartAgain


class Command(BaseCommand):
    help = "Load the fictional charity of the demonstration. Repeating it changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        for name in ("stories", "people", "speakers", "requests"):
            parser.add_argument(
                f"--{name}",
                type=int,
                default=0,
                metavar="N",
                help=f"see to it that a crowd of N {name} is there",
            )
        parser.add_argument(
            "--seed", type=int, default=1, metavar="S", help="the same seed makes the same crowd"
        )

    def handle(self, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is for local settings only. Nothing was loaded.")
        numbers = {name: options[name] for name in ("stories", "people", "speakers", "requests", "seed")}
        if min(numbers.values()) < 0:
            raise CommandError("Numbers from 0 upwards, please. Nothing was loaded.")
        try:
            load_curated(say=self._say)
        except (CannotStartAgain, SomebodyElseIsHere) as refusal:
            raise CommandError(str(refusal)) from refusal
        load_crowd(Crowd(**numbers))

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
