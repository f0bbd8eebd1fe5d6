"""An answer stands only beside the day and the name that stood there when they let it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storybank", "0049_its_moment")]

    operations = [
        migrations.AddField(
            model_name="tellersaid", name="time", field=models.PositiveSmallIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="tellersaid",
            name="named",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
    ]
