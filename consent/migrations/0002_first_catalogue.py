"""The starting catalogue of uses. The data-protection officer may change it afterwards."""

from django.db import migrations

from consent.catalogue import USES

SINGLE_USE = {"ministers"}
USUAL_THINKING_DAYS = 7


def seed(apps, schema_editor):
    use = apps.get_model("consent", "Use")
    for order, words in enumerate(USES):
        use.objects.get_or_create(
            slug=words.slug,
            applies_to=words.applies_to,
            version=words.version,
            defaults={
                "order": order,
                "label": words.label,
                "explanation": words.explanation,
                "example": words.example,
                "could_happen": words.could_happen,
                "who_decides": words.who_decides,
                "taking_back": words.taking_back,
                "channel": words.channel,
                "audience": words.audience,
                "recall_class": words.recall_class,
                "max_days": words.max_days,
                "thinking_days": None
                if words.thinking_days == USUAL_THINKING_DAYS
                else words.thinking_days,
                "single_use": words.applies_to == "story" and words.slug in SINGLE_USE,
                "public": words.public,
                "dpv_purpose": words.dpv_purpose,
            },
        )


def unseed(apps, schema_editor):
    apps.get_model("consent", "Use").objects.filter(permissions=None).delete()


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_ledger")]
    operations = [migrations.RunPython(seed, unseed)]
