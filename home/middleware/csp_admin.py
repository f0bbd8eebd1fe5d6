"""Loosens the content security policy for Wagtail's admin, and only there.

Wagtail 8 still writes scripts and styles into its editor pages and has no nonces for them.
List it after csp.middleware.CSPMiddleware, which writes the header on the way out.
"""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponseBase

ADMIN = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],  # its preview
}
STAFF_SIGN_IN = {"img-src": [SELF, "data:"]}  # the QR code of an authenticator app


class AdminContentSecurityPolicy:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.get_admin_response = csp_replace(ADMIN)(get_response)
        self.get_staff_response = csp_replace(STAFF_SIGN_IN)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith("/admin/"):
            return self.get_admin_response(request)
        if request.path_info.startswith("/staff/"):
            return self.get_staff_response(request)
        return self.get_response(request)
