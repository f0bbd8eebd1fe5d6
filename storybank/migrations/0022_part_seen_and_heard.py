"""Whether the author's yes to showing a part was to the pictures of people and the voices in it too."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("storybank", "0021_what_an_issue_holds"),
    ]

    operations = [
        migrations.AddField(
            model_name="shownpart",
            name="seen_and_heard",
            field=models.BooleanField(default=False),
        ),
    ]
