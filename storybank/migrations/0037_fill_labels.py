"""Versions frozen before keep the names that their themes and region have on the day of this migration."""

from django.db import migrations

AT_ONCE = 500


def fill(apps, _schema_editor):
    versions = apps.get_model("storybank", "StoryEdition").objects.select_related("region")
    pages = apps.get_model("storybank", "StoryPage").objects
    for version in versions.prefetch_related("themes").iterator(chunk_size=AT_ONCE):
        labels = {
            "themes": {theme.slug: theme.name for theme in version.themes.all()},
            "regions": {version.region.slug: version.region.name} if version.region else {},
        }
        type(version).objects.filter(pk=version.pk).update(labels=labels)
        pages.filter(edition=version.edition_id).update(agreed_labels=labels)


class Migration(migrations.Migration):
    dependencies = [("storybank", "0036_labels_as_agreed")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
