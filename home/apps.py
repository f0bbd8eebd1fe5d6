"""The room's name for Django."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from home.access import permissions


class HomeConfig(AppConfig):
    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Permissions after the last app's turn, because only then do all of them exist."""
        last = [app for app in apps.get_app_configs() if app.models_module][-1]
        import_module("home.audits")
        import_module("home.erasures")
        import_module("home.receivers")
        front_page = import_module("home.access.front_page")
        post_migrate.connect(front_page.open_library, sender=last, dispatch_uid="home.access.front_page")
        post_migrate.connect(permissions.grant, sender=last, dispatch_uid="home.access.permissions")
