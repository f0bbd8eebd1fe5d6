"""The stories room, as Django sees it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from consent.domain.clearance import naming
from storybank.guards import install, lift


class StorybankConfig(AppConfig):
    name = "storybank"
    verbose_name = "Stories"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import storybank.receivers  # noqa: F401, PLC0415  # receivers connect when the models are ready
        from storybank.domain import codes  # noqa: PLC0415  # it opens the models, which are ready now

        naming.register("storybank", codes_of=codes.codes_of, files_with=codes.files_with)
        pre_migrate.connect(lift, sender=self)
        post_migrate.connect(install, sender=self)
