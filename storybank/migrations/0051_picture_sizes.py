"""Pictures of stories in smaller sizes and lighter kinds; an older house makes them as it is kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storybank", "0050_what_stood_beside_it")]

    operations = [
        migrations.AddField(
            model_name="storyedition",
            name="sizes_made",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.CreateModel(
            name="StoryPictureSize",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "crop",
                    models.CharField(help_text="Which piece of the picture, as `Crop.mark` says it.", max_length=15),
                ),
                ("width", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("avif", "AVIF"), ("webp", "WebP"), ("agreed", "The kind it came in")], max_length=6
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("sealed", models.FileField(upload_to="stories/")),
                (
                    "media",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sizes", to="storybank.storymedia"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("media", "crop", "width", "kind"), name="one_size_of_a_picture")
                ],
            },
        ),
    ]
