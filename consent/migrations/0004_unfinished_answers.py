"""What a person has begun to answer, kept sealed so that they can stop and come back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0003_first_notices'),
        ('people', '0003_roles'),
    ]

    operations = [
        migrations.CreateModel(
            name='Unfinished',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=20)),
                ('sealed', models.BinaryField(default=bytes)),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='consent.consentfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('file', 'person', 'what'), name='one_unfinished_errand_a_person_and_file')],
            },
        ),
    ]
