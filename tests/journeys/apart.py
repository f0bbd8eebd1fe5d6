"""A server that can be killed in the middle of anything: start, kill, start again on the same address."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40


class Apart:
    """Killed as a machine is: at once and without a word."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "storybank.config.settings.test",
            "APART_DATABASE": str(connection.settings_dict["NAME"]),
            "APART_JOURNAL": str(settings.STOP_JOURNAL),
            "TMPDIR": str(folder),
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.journeys.serve_apart", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.env, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.url}/healthz", timeout=5):  # noqa: S310  # our own address
                    return
            except OSError:
                time.sleep(0.2)
        pytest.fail("the server did not come up")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture
def apart(transactional_db: None, tmp_path: Path) -> Iterator[Apart]:
    server = Apart(tmp_path)
    server.start()
    yield server
    server.kill()
