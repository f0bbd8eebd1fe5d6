"""The list of what somebody learned and gave."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0011_check_sheets'),
        ('storybank', '0039_from_elsewhere'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('training', 'Training'), ('talk', 'A talk'), ('together', 'Writing together'), ('reading', 'Reading a draft for somebody'), ('other', 'Something else')], max_length=8)),
                ('words_sealed', models.BinaryField(default=bytes)),
                ('on', models.DateField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('said', models.CharField(blank=True, choices=[('', 'They have not said yet'), ('kept', 'On their list'), ('declined', 'They do not want it on their list')], max_length=8)),
                ('said_at', models.DateTimeField(blank=True, null=True)),
                ('how', models.CharField(blank=True, choices=[('screen', 'On their own screen'), ('phone', 'On the phone'), ('paper', 'On paper'), ('in_person', 'In person')], max_length=9)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('proposed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['made_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('said', 'declined'), _negated=True), ('words_sealed', b''), _connector='OR'), name='a_skill_unwanted_has_no_words'), models.CheckConstraint(condition=models.Q(models.Q(('said', ''), ('said_at', None)), models.Q(models.Q(('said', ''), _negated=True), ('said_at__isnull', False)), _connector='OR'), name='a_skill_said_has_its_moment'), models.CheckConstraint(condition=models.Q(('proposed_by__isnull', False), ('said', 'kept'), _connector='OR'), name='ones_own_skill_is_kept')],
            },
        ),
    ]
