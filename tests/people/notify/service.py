"""A small HTTP server that speaks GOV.UK Notify's API as its documentation has it: keys, JSON, errors. On this machine.

Our client talks to it over a socket, as it would to the real one; nothing of our own code is put aside.
"""

import json
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from notifications_python_client.errors import TokenError

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"storybank-{SERVICE}-{SECRET}"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"


@dataclass
class Service:
    """`answers` are given one by one before it takes a message: (status, body), or "lost" (taken, no answer)."""

    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)


def error(status: int, kind: str, message: str) -> tuple[int, dict[str, Any]]:
    return status, {"status_code": status, "errors": [{"error": kind, "message": message}]}


class Handler(BaseHTTPRequestHandler):
    """One request; what it finds and leaves behind is its server's."""

    @property
    def service(self) -> Service:
        found: Service = self.server.service  # type: ignore[attr-defined]  # the Server below
        return found

    def log_message(self, *_: Any) -> None:
        """Nothing on the screen."""

    def answer(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def refused_key(self) -> bool:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            decode_jwt_token(token, SECRET)
            known = get_token_issuer(token) == SERVICE
        except TokenError:
            known = False
        if not known:
            self.answer(*error(403, "AuthError", "Invalid token: API key not found"))
        return not known

    def do_GET(self) -> None:
        self.service.asked.append(self.path)
        if self.refused_key():
            return
        wanted = parse_qs(urlsplit(self.path).query).get("reference", [""])[0]
        found = [one for one in self.service.taken if one["reference"] == wanted]
        self.answer(200, {"notifications": found, "links": {"current": self.path}})

    def do_POST(self) -> None:
        self.service.asked.append(self.path)
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.refused_key():
            return
        next_answer = self.service.answers.pop(0) if self.service.answers else None
        if isinstance(next_answer, tuple):
            self.answer(*next_answer)
            return
        if given["template_id"] != TEMPLATE:
            self.answer(*error(400, "BadRequestError", "Template not found"))
            return
        if set(given["personalisation"]) != {"text"}:
            self.answer(*error(400, "BadRequestError", "Missing personalisation: text"))
            return
        self.service.taken.append(given | {"id": str(uuid.uuid4())})
        if next_answer == "lost":
            self.connection.close()
            return
        self.answer(201, {"id": self.service.taken[-1]["id"], "reference": given["reference"]})


class Server(ThreadingHTTPServer):
    def __init__(self, service: Service) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.service = service


@contextmanager
def running() -> Iterator[Service]:
    service = Service()
    server = Server(service)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
