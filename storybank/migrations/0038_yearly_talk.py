"""Once a year: is all of it still right?"""

import django.db.models.deletion
import people.fields
import storybank.models.yearly
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0010_contact_rules'),
        ('storybank', "0037_fill_labels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='YearlyTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.CharField(default=storybank.models.yearly.letter_code, editable=False, max_length=8, unique=True)),
                ('way', models.CharField(choices=[('talk', 'A conversation'), ('letter', 'A letter with boxes to tick'), ('alone', 'They looked by themselves'), ('not_now', 'Not this year')], max_length=8)),
                ('begun_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                ('reach_ok', models.BooleanField(blank=True, null=True)),
                ('wrong', people.fields.EncryptedTextField(blank=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['-begun_at', '-id'],
            },
        ),
    ]
