"""Which uses of the starting catalogue are not for anybody under 18: raising money, and machines."""

from django.db import migrations

NOT_FOR_THE_YOUNG = ("funders", "machine-processing")


def mark(apps, schema_editor):
    _of(apps).update(not_under_18=True)


def unmark(apps, schema_editor):
    _of(apps).update(not_under_18=False)


def _of(apps):
    return apps.get_model("consent", "Use").objects.filter(applies_to="story", slug__in=NOT_FOR_THE_YOUNG)


class Migration(migrations.Migration):
    dependencies = [("consent", "0011_ledger_reads")]
    operations = [migrations.RunPython(mark, unmark)]
