"""A link for somebody outside may open sheets that came back, to compare them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0010_contact_rules'),
    ]

    operations = [
        migrations.AlterField(
            model_name='oneuselink',
            name='purpose',
            field=models.CharField(choices=[('safety_check', 'Do one safety check'), ('check_answer', 'Check what was written down of one answer'), ('check_sheets', 'Compare what was typed in with the sheets that came back')], max_length=20),
        ),
    ]
