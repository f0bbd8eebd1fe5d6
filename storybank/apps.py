"""The room's name for Django."""

from django.apps import AppConfig


class StorybankConfig(AppConfig):
    name = "storybank"
    default_auto_field = "django.db.models.BigAutoField"
