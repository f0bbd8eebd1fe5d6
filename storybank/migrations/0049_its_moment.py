"""The moment of chance at which a version that names nobody first goes up."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storybank", "0048_stories_in_a_form")]

    operations = [
        migrations.AddField(
            model_name="storyedition",
            name="goes_up_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="storyedition",
            index=models.Index(
                fields=["goes_up_at"],
                name="wait_for_their_moment",
                condition=models.Q(("goes_up_at", None), _negated=True),
            ),
        ),
    ]
