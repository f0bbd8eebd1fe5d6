"""What people are told before they answer: the starting texts. A change of meaning makes a new version."""

import hashlib

from django.db import migrations

from consent.notices import NOTICES


def seed(apps, schema_editor):
    notice_model = apps.get_model("consent", "Notice")
    rendering_model = apps.get_model("consent", "NoticeRendering")
    for words in NOTICES:
        notice, _ = notice_model.objects.get_or_create(key=words.key, version=words.version)
        rendering_model.objects.get_or_create(
            notice=notice,
            language=words.language,
            format=words.format,
            defaults={"text": words.text, "sha256": hashlib.sha256(words.text.encode()).hexdigest()},
        )


def unseed(apps, schema_editor):
    """The guards are down during a migration; what was served stays written in the events."""
    rendering_model = apps.get_model("consent", "NoticeRendering")
    notice_model = apps.get_model("consent", "Notice")
    for words in NOTICES:
        rendering_model.objects.filter(notice__key=words.key, notice__version=words.version).delete()
        notice_model.objects.filter(key=words.key, version=words.version).delete()


class Migration(migrations.Migration):
    dependencies = [("consent", "0002_first_catalogue")]
    operations = [migrations.RunPython(seed, unseed)]
