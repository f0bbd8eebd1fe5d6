"""gunicorn as it serves for real: no banner, no line for a reader, and HTTPS that browsers remember."""

import http.client
import socket
import subprocess
import sys
import time

import pytest

from tests.plugins.production import ROOT, environment

HOST, SEARCHED, READER = "stories.charity.example", "my-mothers-name", "127.0.0.77"
NO_DATABASE = "postgres://nobody@127.0.0.1:9/storybank"
SECONDS_TO_START = 120


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The port, and the file that it writes into."""
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = ["--config", "python:storybank.config.serving", "--workers=1", f"--bind=127.0.0.1:{port}"]
    with (folder / "log.txt").open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "storybank.config.wsgi", *ours],
            cwd=ROOT,
            env=environment(DATABASE_URL=NO_DATABASE, VAR_DIR=str(folder)),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and not answers(port):
            time.sleep(0.3)
        yield port, folder / "log.txt"
    finally:
        server.terminate()
        server.wait(30)


def answers(port) -> bool:
    try:
        return asked(port, "/healthz").status == 200
    except OSError:
        return False


def asked(port, where, *, by="127.0.0.1") -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=(by, 0))
    line.request("GET", where, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
    answer = line.getresponse()
    answer.read()
    return answer


def test_it_does_not_say_what_it_is_and_asks_for_https_for_a_year(served):
    port, _ = served
    for where in ("/healthz", f"/search/?q={SEARCHED}"):
        answer = asked(port, where)

        assert answer.headers.get_all("Server") == ["web"]
        assert answer.headers["X-Powered-By"] is answer.headers["Set-Cookie"] is None
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
        assert "upgrade-insecure-requests" in answer.headers["Content-Security-Policy"]


def test_nobody_who_reads_is_written_down(served):
    port, log = served
    asked(port, f"/search/?q={SEARCHED}", by=READER)
    with socket.create_connection(("127.0.0.1", port), timeout=30, source_address=(READER, 0)) as line:
        line.sendall(f"NO SUCH /search/?q={SEARCHED} LINE\r\n\r\n".encode())
        line.recv(1000)

    written = log.read_text()

    assert "Invalid request from ip=…" in written
    assert (SEARCHED in written, READER in written) == (False, False)
