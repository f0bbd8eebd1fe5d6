"""The purpose line and what changed move into the blocks, on the page and in every version of it; and back."""

import json
import uuid

from django.db import migrations

PURPOSE = "People tell their own stories here, in their own words."


def carry(apps, schema_editor):
    for page in apps.get_model("home", "HomePage").objects.all():
        page.body = blocks(page.purpose, page.changed.get_prep_value())
        page.save(update_fields=["body"])
        for revision in revisions(apps, page):
            old = revision.content
            changed = loaded(old.get("changed"))
            old["body"] = json.dumps(blocks(old.get("purpose") or page.purpose, changed))
            revision.save(update_fields=["content"])


def carry_back(apps, schema_editor):
    for page in apps.get_model("home", "HomePage").objects.all():
        page.purpose, page.changed = fields(page.body.get_prep_value())
        page.save(update_fields=["purpose", "changed"])
        for revision in revisions(apps, page):
            purpose, changed = fields(loaded(revision.content.get("body")))
            revision.content |= {"purpose": purpose, "changed": json.dumps(changed)}
            revision.save(update_fields=["content"])


def blocks(purpose, changed):
    own = [block["value"] | {"what_cy": ""} for block in changed]
    return [
        {"type": "purpose", "value": {"words": purpose, "words_cy": ""}},
        {"type": "begin", "value": {"story": ""}},
        {"type": "themes", "value": None},
        {
            "type": "changed",
            "value": {"numbers": True, "kept": 3, "own": [item(one) for one in own]},
        },
        {"type": "tell", "value": {"words": "", "words_cy": ""}},
        {"type": "speaker", "value": {"words": "", "words_cy": ""}},
        {"type": "help", "value": None},
    ]


def item(value):
    """With a number of its own: by that a list knows its items from values of before."""
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}


def fields(body):
    said = [block["value"]["words"] for block in body if block["type"] == "purpose"]
    lists = [block["value"]["own"] for block in body if block["type"] == "changed"]
    changed = [
        {"type": "changed", "value": {name: item["value"][name] for name in ("on", "what")}}
        for own in lists
        for item in own
    ]
    return (said or [PURPOSE])[0], changed


def revisions(apps, page):
    return apps.get_model("wagtailcore", "Revision").objects.filter(
        base_content_type__app_label="wagtailcore", base_content_type__model="page", object_id=str(page.pk)
    )


def loaded(value):
    return json.loads(value) if isinstance(value, str) else value or []


class Migration(migrations.Migration):
    dependencies = [("home", "0005_front_page_of_blocks"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(carry, carry_back)]
