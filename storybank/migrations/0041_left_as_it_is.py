"""What somebody looked at in the words and left as it is: a fingerprint and no word."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0029_end_of_trust'),
        ('storybank', '0040_skills'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LeftAsItIs',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='consent.consentfile')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('by', None), ('undone_at', None)), fields=('file', 'mark'), name='an_author_leaves_a_clue_once'), models.UniqueConstraint(condition=models.Q(('by__isnull', False), ('undone_at', None)), fields=('file', 'mark'), name='the_check_leaves_a_clue_once')],
            },
        ),
    ]
