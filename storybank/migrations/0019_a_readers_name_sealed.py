"""Who reads a card aloud is sealed under the story's own key, so that the name goes with the story."""

from django.db import migrations, models

from people import keyring
from storybank.packs import sealed


def seal_readers(apps, schema_editor):
    """One card at a time. Where a story's key is gone, no new one is made: the name goes too."""
    for card in apps.get_model("storybank", "RoomCard").objects.exclude(reader="").select_related("file"):
        if card.file.uid not in keyring.keys_of([card.file.uid]):
            continue
        card.reader_sealed = sealed.seal(card.file.uid, card.reader.encode())
        card.save(update_fields=["reader_sealed"])


class Migration(migrations.Migration):

    dependencies = [
        ("consent", "0023_recall_letters"),
        ("people", "0008_trusted"),
        ("storybank", "0018_few_among_many"),
    ]

    operations = [
        migrations.AddField(
            model_name="roomcard",
            name="reader_sealed",
            field=models.BinaryField(default=bytes),
        ),
        migrations.RunPython(seal_readers, migrations.RunPython.noop),
    ]
