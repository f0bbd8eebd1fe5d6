"""The few easy-read stories are found without reading the many."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storybank", "0047_findable")]
    operations = [
        migrations.AddIndex(
            model_name="storypage", index=models.Index(fields=["form"], name="stories_in_a_form")
        ),
    ]
