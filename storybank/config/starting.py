"""What a server does before its first request: stop again whatever was stopped since the backup it may run on."""

import logging

from django.core.management import call_command

log = logging.getLogger("storybank")


def replay_stops() -> None:
    """Quick when there is nothing to do. When it fails the site rests until somebody has looked: see StopsFirst."""
    try:
        call_command("replay_stops", verbosity=0)
    except Exception:
        log.exception("the stops made since could not be replayed; the site rests")
