"""What people are told who are in a story without having written it: the starting texts."""

import hashlib

from django.db import migrations

from consent.notices_in_it import NOTICES_IN_IT


def seed(apps, schema_editor):
    notice_model = apps.get_model("consent", "Notice")
    rendering_model = apps.get_model("consent", "NoticeRendering")
    for words in NOTICES_IN_IT:
        notice, _ = notice_model.objects.get_or_create(key=words.key, version=words.version)
        rendering_model.objects.get_or_create(
            notice=notice,
            language=words.language,
            format=words.format,
            defaults={"text": words.text, "sha256": hashlib.sha256(words.text.encode()).hexdigest()},
        )


def unseed(apps, schema_editor):
    """The guards are down during a migration; what was served stays written in the events."""
    keys = [words.key for words in NOTICES_IN_IT]
    apps.get_model("consent", "NoticeRendering").objects.filter(notice__key__in=keys).delete()
    apps.get_model("consent", "Notice").objects.filter(key__in=keys).delete()


class Migration(migrations.Migration):
    dependencies = [("consent", "0015_more_notices")]
    operations = [migrations.RunPython(seed, unseed)]
