"""The notices in their other forms and in Welsh, and how old one has to be to read each of the English ones."""

import hashlib

from django.db import migrations

from consent.notices_cy import WELSH_NOTICES
from consent.notices_spoken import SPOKEN_NOTICES
from people.domain.reading_age import reading_age

MORE = (*SPOKEN_NOTICES, *WELSH_NOTICES)


def seed(apps, schema_editor):
    notice_model = apps.get_model("consent", "Notice")
    rendering_model = apps.get_model("consent", "NoticeRendering")
    for words in MORE:
        notice, _ = notice_model.objects.get_or_create(key=words.key, version=words.version)
        rendering_model.objects.get_or_create(
            notice=notice,
            language=words.language,
            format=words.format,
            defaults={"text": words.text, "sha256": hashlib.sha256(words.text.encode()).hexdigest()},
        )
    for rendering in rendering_model.objects.filter(language="en"):
        rendering.reading_age = reading_age(rendering.text)
        rendering.save(update_fields=["reading_age"])


def unseed(apps, schema_editor):
    """The guards are down during a migration; what was served stays written in the events."""
    rendering_model = apps.get_model("consent", "NoticeRendering")
    for words in MORE:
        rendering_model.objects.filter(
            notice__key=words.key,
            notice__version=words.version,
            language=words.language,
            format=words.format,
        ).delete()


class Migration(migrations.Migration):
    dependencies = [("consent", "0014_told_and_written_down")]
    operations = [migrations.RunPython(seed, unseed)]
