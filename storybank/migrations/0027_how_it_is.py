"""How is it, a day, a week and a month after."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0027_whether_it_goes_on'),
        ('people', '0008_trusted'),
        ('storybank', "0026_thanks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CheckIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('days', models.PositiveSmallIntegerField()),
                ('due_at', models.DateTimeField(db_index=True)),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('said', models.CharField(blank=True, choices=[('fine', 'Fine'), ('call', 'I would like a call'), ('stop', 'Stop it')], max_length=5)),
                ('said_at', models.DateTimeField(blank=True, null=True)),
                ('how', models.CharField(blank=True, choices=[('screen', 'On their own screen'), ('phone', 'On the phone'), ('paper', 'On paper'), ('in_person', 'In person')], max_length=9)),
                ('rung_at', models.DateTimeField(blank=True, null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('rung_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['due_at', 'id'],
                'constraints': [models.UniqueConstraint(fields=('person', 'file', 'days'), name='one_check_in_a_round'), models.CheckConstraint(condition=models.Q(models.Q(('said', ''), ('said_at', None)), models.Q(models.Q(('said', ''), _negated=True), ('said_at__isnull', False)), _connector='OR'), name='what_was_said_has_its_moment')],
            },
        ),
    ]
