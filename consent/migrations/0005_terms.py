"""What a yes says beside its name: place and time, what to ask about first, until what; and what the words reveal."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0004_unfinished_answers'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='permission',
            name='one_standing_permission',
        ),
        migrations.AddField(
            model_name='clearance',
            name='place',
            field=models.PositiveSmallIntegerField(choices=[(0, 'no place'), (1, 'the United Kingdom'), (2, 'the nation'), (3, 'the region'), (4, 'the town'), (5, 'the exact place')], default=0),
        ),
        migrations.AddField(
            model_name='clearance',
            name='time',
            field=models.PositiveSmallIntegerField(choices=[(0, 'no time'), (1, 'the decade'), (2, 'the year'), (3, 'the season'), (4, 'the month'), (5, 'the day')], default=0),
        ),
        migrations.AddField(
            model_name='edition',
            name='reveals',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name='permission',
            name='check_first',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='permission',
            name='notice_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='permission',
            name='place',
            field=models.PositiveSmallIntegerField(choices=[(0, 'no place'), (1, 'the United Kingdom'), (2, 'the nation'), (3, 'the region'), (4, 'the town'), (5, 'the exact place')], default=0),
        ),
        migrations.AddField(
            model_name='permission',
            name='renewed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='permission',
            name='replaces',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='consent.permission'),
        ),
        migrations.AddField(
            model_name='permission',
            name='time',
            field=models.PositiveSmallIntegerField(choices=[(0, 'no time'), (1, 'the decade'), (2, 'the year'), (3, 'the season'), (4, 'the month'), (5, 'the day')], default=0),
        ),
        migrations.AddField(
            model_name='permission',
            name='until_event',
            field=models.CharField(blank=True, choices=[('release', 'Coming out'), ('hearing', 'A hearing'), ('turning_18', 'Turning 18'), ('bereavement', 'Somebody close dies'), ('new_job', 'A new job')], max_length=12),
        ),
        migrations.AddField(
            model_name='use',
            name='not_under_18',
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name='consentevent',
            name='kind',
            field=models.CharField(choices=[('opened', 'File opened'), ('appears', 'Someone is in it'), ('decided', 'Decided about someone in it'), ('frozen', 'Version frozen'), ('notice_served', 'Notice shown'), ('asked', 'Asked'), ('imported', 'Taken over from older records'), ('answered', 'Answered'), ('confirmed', 'Second yes'), ('paused', 'Paused by the person'), ('resumed', 'Resumed by the person'), ('narrowed', 'Narrowed by the person'), ('renewed', 'Renewed by the person'), ('triggered', 'Something they want to be asked about first'), ('told', 'What it was agreed until has happened'), ('used', 'Used once'), ('stopped', 'Stopped'), ('superseded', 'Replaced by a newer version'), ('invalidated', 'Found not to count'), ('revoked', 'No longer relied on'), ('reviewed', 'Safety check recorded'), ('held', 'Hold opened'), ('released', 'Hold released')], max_length=16),
        ),
        migrations.AlterField(
            model_name='permission',
            name='ended_why',
            field=models.CharField(blank=True, choices=[('withdrawn', 'Stopped by the person'), ('superseded', 'Replaced by a newer version'), ('invalidated', 'Did not count'), ('revoked', 'No longer relied on by us'), ('expired', 'What it was agreed until has happened')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='permission',
            constraint=models.UniqueConstraint(condition=models.Q(('confirmed_at__isnull', False), ('ended_at__isnull', True)), fields=('appearance', 'edition', 'use'), name='one_standing_permission'),
        ),
        migrations.AddConstraint(
            model_name='permission',
            constraint=models.UniqueConstraint(condition=models.Q(('confirmed_at__isnull', True), ('ended_at__isnull', True), models.Q(('answer__in', ['no', 'later']), _negated=True)), fields=('appearance', 'edition', 'use'), name='one_open_ask'),
        ),
    ]
