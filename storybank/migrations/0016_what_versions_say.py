"""Frozen versions know their themes, their region and their words, so that the finder need not open revisions."""

import json

import django.db.models.deletion
from django.db import migrations, models

NO_WORDS = {"id", "type", "code"}


def leaves(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in NO_WORDS:
                yield from leaves(item)


def read_revisions(apps, schema_editor):
    """Each version's own revision, one at a time; a theme or region that is gone since is left out."""
    themes = set(apps.get_model("people", "Theme").objects.values_list("pk", flat=True))
    regions = set(apps.get_model("people", "Region").objects.values_list("pk", flat=True))
    for frozen in apps.get_model("storybank", "StoryEdition").objects.select_related("revision").iterator(100):
        content = frozen.revision.content
        parts = (content["title"], *leaves(json.loads(content.get("body") or "[]")), content.get("closing") or "")
        frozen.said = "\n".join(parts).casefold()
        frozen.region_id = content.get("region") if content.get("region") in regions else None
        frozen.save(update_fields=["said", "region"])
        frozen.themes.set(themes.intersection(content.get("themes") or ()))


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0008_trusted"),
        ("storybank", "0015_what_words_reveal"),
    ]

    operations = [
        migrations.AddField(
            model_name="storyedition",
            name="region",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.region"),
        ),
        migrations.AddField(
            model_name="storyedition",
            name="said",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="storyedition",
            name="themes",
            field=models.ManyToManyField(blank=True, related_name="+", to="people.theme"),
        ),
        migrations.RunPython(read_revisions, migrations.RunPython.noop),
    ]
