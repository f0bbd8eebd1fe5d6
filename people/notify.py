"""Text messages through GOV.UK Notify, by its own client. One template with one field, "text", carries every message.

The template at Notify reads `((text))` and nothing else; people/README.md says how to set it up. Errors follow
https://docs.notifications.service.gov.uk/python.html#error-codes.
"""

from typing import Any

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from people.sms import Sms, SmsNotSent, SmsRefused

SECONDS = 10
REFUSED = 400
OF_THE_NUMBER = ("phone_number", "international mobile")
"""What a 400 says when this number will never do. Any other is a fault of our settings or account (a wrong template, a
key for the team only, trial mode): the message is right and waits for us."""


class NotifyBackend:
    """Hands each message over once: before a second try it asks Notify whether the first one had arrived."""

    def __init__(self) -> None:
        client: Any = NotificationsAPIClient  # it ships no types
        self.client = client(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=SECONDS)

    def send(self, sms: Sms) -> None:
        try:
            if sms.again and sms.reference and self._has(sms.reference):
                return
            self.client.send_sms_notification(
                phone_number=sms.to,
                template_id=settings.NOTIFY_TEMPLATE_ID,
                personalisation={"text": sms.text},
                reference=sms.reference or None,
                sms_sender_id=settings.NOTIFY_SENDER_ID or None,
            )
        except APIError as error:
            raise _kind(error)(f"Notify answered {error.status_code}") from None

    def _has(self, reference: str) -> bool:
        found = self.client.get_all_notifications(template_type="sms", reference=reference)
        return bool(found and found.get("notifications"))


def _kind(error: APIError) -> type[SmsNotSent]:
    """The text of an error is read and never kept: it can repeat the number."""
    said = str(error.message).lower()
    for_good = error.status_code == REFUSED and any(word in said for word in OF_THE_NUMBER)
    return SmsRefused if for_good else SmsNotSent
