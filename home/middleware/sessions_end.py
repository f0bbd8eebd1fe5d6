"""A sign-in that is over stays over: whoever still brings its cookie is asked to forget it, and gets no other one.

Django looks into a session only when somebody asks it something, and saves it at the end of every request all the same:
an old cookie became a new session, a new row and a new cookie on every page a former visitor read.
"""

from typing import Any

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseBase

BROKEN = 500
"""From here on nothing is asked: the database may be what broke."""


class SessionsEnd(SessionMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        session = getattr(request, "session", None)
        if session is not None and session.session_key and response.status_code < BROKEN:
            session.keys()  # looks into it; one that is over forgets its own key
        return super().process_response(request, response)
