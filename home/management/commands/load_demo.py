"""`manage.py load_demo`: the fictional charity, curated and, if wanted, a crowd beside it. Local settings only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo_loading.load import load_curated


class Command(BaseCommand):
    help = "Load the fictional charity of the demonstration. Repeating it changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same crowd")

    def handle(self, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is for local settings only. Nothing was loaded.")
        load_curated(say=self.stdout.write)
