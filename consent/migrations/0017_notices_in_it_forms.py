"""The notices for those in a story and for guardians: every form, and Welsh, with their reading ages."""

import hashlib

from django.db import migrations

from consent.notices_in_it_forms import FORMS_IN_IT
from people.domain.reading_age import reading_age

MORE = FORMS_IN_IT


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
    dependencies = [("consent", "0016_notices_in_it")]
    operations = [migrations.RunPython(seed, unseed)]
