"""The five roles, as groups. What each may open stands in the admin's allow-list, not here."""

from django.db import migrations

ROLES = ("Supporter", "Safeguarding lead", "Comms officer", "Data-protection officer", "Administrator")


def make(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    for name in ROLES:
        group.objects.get_or_create(name=name)


def unmake(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_organisation_logo"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(make, unmake)]
