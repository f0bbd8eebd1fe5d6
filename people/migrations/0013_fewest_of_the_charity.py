"""How few people are few: the number that each charity sets, five or more."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0012_read_aloud'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='fewest',
            field=models.PositiveSmallIntegerField(default=10, help_text='Fewer people than this could be one somebody knows. Never below 5.', validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(1000)], verbose_name='how few people are few'),
        ),
    ]
