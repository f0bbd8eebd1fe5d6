"""A pack knows the e-mail address on which we ask for it back."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('storybank', '0016_what_versions_say'),
    ]

    operations = [
        migrations.AddField(
            model_name='pack',
            name='contact_sealed',
            field=models.BinaryField(default=bytes),
        ),
    ]
