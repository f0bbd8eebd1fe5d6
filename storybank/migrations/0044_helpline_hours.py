"""Hours a page can count with, words in Welsh, and which content notes a helpline answers to."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('storybank', '0043_letters_from_readers'),
    ]

    operations = [
        migrations.AddField(
            model_name='helpline',
            name='about_cy',
            field=models.CharField(blank=True, max_length=160, verbose_name='what it is for, in Welsh'),
        ),
        migrations.AddField(
            model_name='helpline',
            name='notes',
            field=models.JSONField(blank=True, default=list, verbose_name='shown beside stories with one of these notes'),
        ),
        migrations.AddField(
            model_name='helpline',
            name='opening',
            field=models.TextField(blank=True, help_text='One line for each kind of day, like: Monday to Friday 9:00-20:00. Then: Saturday, Sunday 10:00-15:00. Then: Bank holidays closed (or: as usual). Day and night, every day: Always.', max_length=400, verbose_name='when somebody answers'),
        ),
        migrations.AlterField(
            model_name='helpline',
            name='about',
            field=models.CharField(max_length=160, verbose_name='what it is for'),
        ),
        migrations.AlterField(
            model_name='helpline',
            name='hours',
            field=models.CharField(blank=True, help_text='Only where the box above cannot say it. Nobody is then told whether it is open now.', max_length=80, verbose_name='hours in other words'),
        ),
        migrations.AlterField(
            model_name='helpline',
            name='languages',
            field=models.CharField(choices=[('en', 'English'), ('en_cy', 'English and Welsh'), ('cy', 'Welsh'), ('more', 'English, and more if you ask')], default='en', max_length=60),
        ),
        migrations.AlterField(
            model_name='helpline',
            name='nation',
            field=models.CharField(choices=[('uk', 'the whole United Kingdom'), ('great_britain', 'England, Scotland and Wales'), ('england_wales', 'England and Wales'), ('england', 'England'), ('wales', 'Wales'), ('scotland', 'Scotland'), ('northern_ireland', 'Northern Ireland')], default='uk', max_length=40, verbose_name='for people in'),
        ),
        migrations.AlterField(
            model_name='helpline',
            name='phone',
            field=models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^[0-9+][0-9 ]{2,24}$', 'Write the number with figures and spaces, like 01632 960123.')]),
        ),
    ]
