"""The house in a process of its own, on the database of the test run, so that a test can kill it and start it again."""

import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def serve(port: str) -> None:
    settings.DATABASES["default"]["NAME"] = os.environ["APART_DATABASE"]
    settings.STOP_JOURNAL = Path(os.environ["APART_JOURNAL"])
    django.setup()
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, skip_checks=True, verbosity=0)


if __name__ == "__main__":
    serve(sys.argv[1])
