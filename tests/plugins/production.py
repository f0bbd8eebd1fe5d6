"""Production settings with an environment that opens nothing, for checks that must see them as they are.

`python -m tests.plugins.production check --deploy` runs a management command under them.
"""

import base64
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPENS_NOTHING = {
    "DATABASE_URL": "postgres://nobody@db.example:5432/storybank",
    "SECRET_KEY": base64.b64encode(bytes(range(60))).decode(),
    "ALLOWED_HOSTS": "stories.charity.example",
    "FIELD_KEYS": base64.urlsafe_b64encode(b"only-for-checks-" * 2).decode(),
    "INDEX_KEY": base64.b64encode(bytes(range(60, 120))).decode(),
    "STOP_JOURNAL_KEYS": base64.urlsafe_b64encode(b"only-for-checks!" * 2).decode(),
    "EMAIL_URL": "submission://user:password@mail.example:587",
}
UNDER_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "storybank.config.settings.production",
    "DJANGO_ALLOW_ASYNC_UNSAFE": None,  # only the test run itself may have it
}


def environment(**changes: str | None) -> dict[str, str]:
    """This machine's environment under production settings; None takes a variable away."""
    merged = os.environ | OPENS_NOTHING | UNDER_PRODUCTION | changes
    return {name: value for name, value in merged.items() if value is not None}


def run_python(*arguments: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(**changes),
        capture_output=True,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    command = [sys.executable, str(ROOT / "manage.py"), *sys.argv[1:]]
    os.execve(sys.executable, command, environment())  # noqa: S606 - Python itself, with our own arguments
