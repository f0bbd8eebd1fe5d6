"""`manage.py audit_consent`: exit 1 with a clear list when anything differs from the events."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consent.domain.proof.audit import stages
from consent.domain.proof.audit_journal import restores
from consent.management.progress import Bar


class Command(BaseCommand):
    help = "Recompute every clearance from the events, walk every chain, and list what does not agree."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on the standard output")
        parser.add_argument("--progress", action="store_true", help="draw the progress bar also into a file")
        parser.add_argument(
            "--ledger-only", action="store_true", help="leave out the crawl of what readers see"
        )

    def handle(self, *, json: bool, progress: bool, ledger_only: bool, **_: Any) -> None:
        bar = Bar(self.stderr, shown=progress or self.stderr.isatty())
        found, seconds = [], {}
        for name, stage in stages(only_ours=ledger_only).items():
            bar.start(name)
            began = time.monotonic()
            for drift in stage(bar):
                found.append({"where": drift.where, "what": drift.what})
                if not json:
                    self.stderr.write(str(drift))
            seconds[name] = round(time.monotonic() - began, 3)
        if json:
            self._as_json(found, seconds)
        else:
            self._tell_restores()
        if found:
            raise CommandError(f"{len(found)} things are not as the events say.")
        if not json:
            self.stdout.write("Every clearance is what the events say, and every chain is whole.")

    def _tell_restores(self) -> None:
        for told in restores():
            self.stdout.write(told)

    def _as_json(self, found: list[dict[str, str]], seconds: dict[str, float]) -> None:
        self.stdout.write(
            json.dumps(
                {"well": not found, "drifts": found, "restores": list(restores()), "seconds": seconds},
                indent=2,
            )
        )
