"""The speakers room, as Django sees it."""

from django.apps import AppConfig


class SpeakersConfig(AppConfig):
    name = "speakers"
    verbose_name = "Speakers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import speakers.receivers  # noqa: F401, PLC0415  # receivers connect when the models are ready
