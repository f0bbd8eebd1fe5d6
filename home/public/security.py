"""Whom to tell of a weakness: /.well-known/security.txt for whoever looks for it there (RFC 9116), and a page.

The address that mails come from does not stand here: it would say whose ordinary-looking mails they are.
"""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people import clock
from people.models import Organisation

MONTHS_AHEAD = 6


@require_safe
@cache_control(no_cache=True)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Believed for half a year; as long as somebody runs the site, the day moves on by itself."""
    with override(settings.LANGUAGE_CODE):
        ours = {
            name: f"{settings.SITE_URL}{reverse(f'home:{name}')}" for name in ("security", "security_txt")
        }
        form = f"{settings.SITE_URL}{reverse('consent:complain')}"
    phone = Organisation.load().phone.replace(" ", "")
    contacts = [settings.SECURITY_CONTACT, form, f"tel:{phone}" if phone else ""]
    lines = [f"Contact: {contact}" for contact in contacts if contact]
    lines += [
        f"Expires: {_believed_until(clock.today()).isoformat()}T00:00:00Z",
        "Preferred-Languages: en, cy",
        f"Canonical: {ours['security_txt']}",
        f"Policy: {ours['security']}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(no_cache=True)
def security(request: HttpRequest) -> HttpResponse:
    return render(request, "home/security.html")


def _believed_until(today: date) -> date:
    """The first of a month, so that the file changes twelve times a year and not every day."""
    years, month = divmod(today.month - 1 + MONTHS_AHEAD, 12)
    return date(today.year + years, month + 1, 1)
