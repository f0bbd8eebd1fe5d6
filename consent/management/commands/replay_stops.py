"""`manage.py replay_stops`: after restoring a backup, stop and erase again what was since. Harmless when repeated."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from consent.domain.journal import replaying
from consent.journal.lines import Broken
from consent.management.progress import Bar


class Command(BaseCommand):
    help = "Do again whatever narrowed consent, or was erased, since the backup that this database was restored from."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--begin-again",
            action="store_true",
            help="put a lost or broken journal aside and begin a new one: what only the old one knew is lost",
        )

    def handle(self, *, begin_again: bool, verbosity: int, **_: Any) -> None:
        if begin_again:
            replaying.begin_again()
        bar = Bar(self.stderr, shown=self.stderr.isatty())
        bar.start("journal")
        try:
            done = replaying.replay(progress=bar)
        except Broken as error:
            raise CommandError(
                f"{error}. Nothing is served until this is mended: put the right file back, or, when it is lost"
                " for good, look at `manage.py audit_consent` and then run this with --begin-again."
            ) from error
        if verbosity:
            self._tell(done)

    def _tell(self, done: replaying.Replayed) -> None:
        did = done.did
        self.stdout.write(
            f"{did['stopped']} stopped again, {did['held']} held until somebody has looked,"
            f" {did['known']} known already, {did['gone']} about files that this database never had."
        )
        if done.restored:
            self.stdout.write(str(done.restored))
        if done.erased:
            self.stdout.write(f"{done.erased} erased again: people and things erased since the backup.")
