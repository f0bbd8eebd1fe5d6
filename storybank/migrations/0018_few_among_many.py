"""What few stories are is found without reading the many."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('storybank', '0017_pack_contact'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='storypage',
            index=models.Index(fields=['kind'], name='stories_of_a_kind'),
        ),
        migrations.AddIndex(
            model_name='storypage',
            index=models.Index(fields=['language'], name='stories_in_a_language'),
        ),
    ]
