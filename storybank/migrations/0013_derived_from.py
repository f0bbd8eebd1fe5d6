"""Another form of a story knows which version it was made from."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0015_more_notices'),
        ('storybank', '0012_quotes'),
    ]

    operations = [
        migrations.AddField(
            model_name='storypage',
            name='derived_from',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.edition'),
        ),
    ]
