"""When a day of birth was last written down: after a restore a rest ends no earlier."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0018_names_in_welsh")]

    operations = [
        migrations.AddField(
            model_name="identity",
            name="born_written_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
