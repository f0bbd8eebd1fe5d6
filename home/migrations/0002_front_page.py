"""The front page in place of Wagtail's welcome page, at the root of the one site."""

from django.db import migrations


def make(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        model="homepage", app_label="home"
    )
    page_model = apps.get_model("wagtailcore", "Page")
    locale = apps.get_model("wagtailcore", "Locale").objects.first()
    page_model.objects.filter(slug="home", depth=2).delete()
    page = apps.get_model("home", "HomePage").objects.create(
        title="Front page",
        draft_title="Front page",
        slug="home",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale,
    )
    page_model.objects.filter(depth=1).update(numchild=1)
    apps.get_model("wagtailcore", "Site").objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page_id": page.pk}
    )


def unmake(apps, schema_editor):
    apps.get_model("home", "HomePage").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(make, unmake)]
