"""Letters from readers: who wants them, what came, what each author was given."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0030_age_after_a_restore'),
        ('people', '0015_changed_way'),
        ('storybank', '0042_never_know'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('once', models.CharField(max_length=64, unique=True)),
                ('language', models.CharField(max_length=2)),
                ('words_sealed', models.BinaryField(default=bytes)),
                ('as_sent_sealed', models.BinaryField(default=bytes)),
                ('marks', models.CharField(blank=True, max_length=80)),
                ('received_at', models.DateTimeField(db_index=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(blank=True, choices=[('', 'Nobody has read it yet'), ('given', 'Passed on'), ('kept_back', 'Not passed on'), ('worries', 'With the safeguarding lead')], max_length=9)),
                ('why', models.CharField(blank=True, choices=[('', '–'), ('unkind', 'It would hurt to read'), ('reaches', 'It wants to reach, meet or find them'), ('about_others', 'It tells of somebody else'), ('sells', 'It sells something, or is nonsense'), ('not_about', 'It is not about their words'), ('knows', 'It may know who they are'), ('threatens', 'It threatens'), ('in_danger', 'Whoever wrote it may be in danger'), ('other', 'Something else')], max_length=12)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
            ],
            options={
                'verbose_name_plural': 'replies',
                'ordering': ['received_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReplyGiven',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words_sealed', models.BinaryField()),
                ('language', models.CharField(max_length=2)),
                ('hard', models.BooleanField(default=False)),
                ('given_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('put_away_at', models.DateTimeField(blank=True, null=True)),
                ('printed_at', models.DateTimeField(blank=True, null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('printed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'replies given',
                'ordering': ['-given_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ReplyLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='storybank.reply')),
                ('viewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ReplyWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wants', models.BooleanField(default=False)),
                ('said_at', models.DateTimeField()),
                ('how', models.CharField(blank=True, choices=[('screen', 'On their own screen'), ('phone', 'On the phone'), ('paper', 'On paper'), ('in_person', 'In person')], max_length=9)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'reply wishes',
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('state', '')), models.Q(models.Q(('state', ''), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='a_decided_reply_has_its_moment'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'given'), _negated=True), ('words_sealed', b''), _connector='OR'), name='a_reply_passed_on_lies_with_the_author_alone'),
        ),
        migrations.AddConstraint(
            model_name='replywish',
            constraint=models.UniqueConstraint(fields=('file', 'person'), name='reply_wish_once_a_person_and_story'),
        ),
    ]
