"""The one workflow: supporter's check, then safety check. Attached to every story index that exists already."""

from django.db import migrations

NAME = "From draft to asking"
TASKS = (("SupporterCheckTask", "Supporter's check"), ("SafetyCheckTask", "Safety check"))


def make(apps, schema_editor):
    content_type = apps.get_model("contenttypes", "ContentType")
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=NAME, active=True)
    for order, (model, name) in enumerate(TASKS):
        kind, _ = content_type.objects.get_or_create(app_label="storybank", model=model.lower())
        task = apps.get_model("storybank", model).objects.create(name=name, active=True, content_type=kind)
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    for index in apps.get_model("storybank", "StoryIndexPage").objects.all():
        apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(
            page_id=index.pk, defaults={"workflow": workflow}
        )


def unmake(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    for model, _ in TASKS:
        apps.get_model("storybank", model).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("storybank", "0004_staff_tasks"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(make, unmake)]
