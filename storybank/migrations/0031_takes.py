"""Voice notes and photographed pages of private stories."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0027_whether_it_goes_on'),
        ('storybank', '0030_population'),
    ]

    operations = [
        migrations.CreateModel(
            name='Take',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('voice', 'A voice note'), ('handwriting', 'A page in handwriting')], max_length=12)),
                ('state', models.CharField(choices=[('coming', 'Coming in'), ('whole', 'Being made ready'), ('ready', 'Ready'), ('refused', 'Could not be used')], default='coming', max_length=8)),
                ('place', models.PositiveIntegerField(default=0)),
                ('held', models.PositiveIntegerField(default=0)),
                ('type', models.CharField(blank=True, default='', max_length=20)),
                ('sha256', models.CharField(blank=True, default='', max_length=64)),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('problem', models.CharField(blank=True, default='', max_length=120)),
                ('begun_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('typed_at', models.DateTimeField(blank=True, null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
            ],
            options={
                'ordering': ['place', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TakePart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('offset', models.PositiveIntegerField()),
                ('length', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('sealed', models.BinaryField()),
                ('take', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='storybank.take')),
            ],
            options={
                'ordering': ['offset'],
                'constraints': [models.UniqueConstraint(fields=('take', 'offset'), name='one_part_at_each_place')],
            },
        ),
    ]
