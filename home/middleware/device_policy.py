"""No page may use a camera, a microphone or a place, but the one that says so in its own answer.

Nor anything else by which a browser could be known again, or be made to do what nobody here needs. Passkeys (staff),
full screen and sharing keep what browsers give them by themselves: our own pages only.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

# Only names that the browsers of the tests know: of any other they complain on every page.
NOBODY_NEEDS = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)


class DevicePolicy:
    """What an answer allows its own page stays allowed; everything else is added as refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        said = response.get("Permissions-Policy", "")
        named = {part.partition("=")[0].strip() for part in said.split(",")}
        refused = [f"{name}=()" for name in NOBODY_NEEDS if name not in named]
        response["Permissions-Policy"] = ", ".join(filter(None, [said, *refused]))
        return response
