"""The consent room, as Django sees it: the database guards are lifted for migrations and put back after."""

from importlib import import_module

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate

from consent.guards import install, lift
from consent.journal import memory


class ConsentConfig(AppConfig):
    name = "consent"
    verbose_name = "Consent"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        pre_migrate.connect(lift, sender=self)
        post_migrate.connect(install, sender=self)
        import_module("consent.receivers")
        connection_created.connect(self._look_again, dispatch_uid="consent.journal.memory")

    @staticmethod
    def _look_again(**_: object) -> None:
        """Whoever restores a database cuts the connections to it."""
        memory.forget()
