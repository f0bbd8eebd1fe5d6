"""The stories room, as Django sees it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from storybank.guards import install, lift


class StorybankConfig(AppConfig):
    name = "storybank"
    verbose_name = "Stories"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import storybank.receivers  # noqa: F401, PLC0415  # receivers connect when the models are ready

        pre_migrate.connect(lift, sender=self)
        post_migrate.connect(install, sender=self)
