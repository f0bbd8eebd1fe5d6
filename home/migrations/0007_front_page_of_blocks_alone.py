"""What the front page said in two fields stands in its blocks now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("home", "0006_front_page_carried_over")]
    operations = [
        migrations.RemoveField(model_name="homepage", name="changed"),
        migrations.RemoveField(model_name="homepage", name="purpose"),
    ]
