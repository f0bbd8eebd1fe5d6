"""What people get for being asked, and how that went."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0027_whether_it_goes_on'),
        ('people', '0008_trusted'),
        ('storybank', "0025_paper_packs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Thanks',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('voucher', 'A voucher'), ('payment', 'Money')], max_length=8)),
                ('pence', models.PositiveIntegerField()),
                ('asked_before', models.PositiveBigIntegerField(default=0)),
                ('set_at', models.DateTimeField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consent.consentfile')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'thanks',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ThanksGiven',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('declined_at', models.DateTimeField(blank=True, null=True)),
                ('given_at', models.DateTimeField(blank=True, null=True)),
                ('advice_said', models.BooleanField(default=False)),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('thanks', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='storybank.thanks')),
            ],
            options={
                'verbose_name_plural': 'thanks given',
            },
        ),
        migrations.AddConstraint(
            model_name='thanks',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='thanks_are_worth_something'),
        ),
        migrations.AddConstraint(
            model_name='thanks',
            constraint=models.UniqueConstraint(fields=('file', 'asked_before'), name='one_thanks_an_ask'),
        ),
        migrations.AddConstraint(
            model_name='thanksgiven',
            constraint=models.UniqueConstraint(fields=('thanks', 'person'), name='one_line_a_person_and_thanks'),
        ),
        migrations.AddConstraint(
            model_name='thanksgiven',
            constraint=models.CheckConstraint(condition=models.Q(('declined_at', None), ('given_at', None), _connector='OR'), name='not_given_to_who_said_no_thank_you'),
        ),
    ]
