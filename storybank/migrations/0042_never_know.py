"""Who must never know that it is the author, sealed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0029_end_of_trust'),
        ('people', '0012_read_aloud'),
        ('storybank', '0041_left_as_it_is'),
    ]

    operations = [
        migrations.CreateModel(
            name='NeverKnow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed', models.BinaryField()),
                ('said_at', models.DateTimeField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('file', 'person'), name='never_know_once_a_person_and_story')],
            },
        ),
    ]
