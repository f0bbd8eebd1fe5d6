"""The name of who reads a card stands nowhere else any more."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("storybank", "0019_a_readers_name_sealed"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="roomcard",
            name="reader",
        ),
    ]
