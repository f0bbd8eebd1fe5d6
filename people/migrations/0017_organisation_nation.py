"""Where a charity works: helplines for these people stand first."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0016_surroundings'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='nation',
            field=models.CharField(choices=[('uk', 'the whole United Kingdom'), ('great_britain', 'England, Scotland and Wales'), ('england_wales', 'England and Wales'), ('england', 'England'), ('wales', 'Wales'), ('scotland', 'Scotland'), ('northern_ireland', 'Northern Ireland')], default='england_wales', help_text='Helplines for these people stand first; others say for whom they are.', max_length=20, verbose_name='where you work'),
        ),
    ]
