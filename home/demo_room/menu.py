"""The way back from the admin to the demo's room, for visitors who are staff just now."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem


def add_the_way_back(_request: HttpRequest, items: list[MenuItem]) -> None:
    items.append(MenuItem("What to try", reverse("home:demo"), icon_name="pick", order=10_000))
