"""Voice notes that came by another road."""

import django.db.models.deletion
import people.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0027_whether_it_goes_on'),
        ('people', '0010_contact_rules'),
        ('storybank', "0038_yearly_talk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FromElsewhere',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('road', models.CharField(choices=[('whatsapp', 'WhatsApp or another messenger'), ('phone', 'Recorded on a phone'), ('recorder', 'A recorder'), ('other', 'Another way')], max_length=8)),
                ('said_on', models.DateField()),
                ('agreed_on', models.DateField()),
                ('agreed', people.fields.EncryptedTextField()),
                ('brought_at', models.DateTimeField()),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('problem', models.CharField(blank=True, max_length=160)),
                ('brought_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['-brought_at', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('agreed_on__gte', models.F('said_on'))), name='agreed_on_or_after_it_was_said')],
            },
        ),
    ]
