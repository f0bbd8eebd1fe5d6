"""What a search looks in: one row a story that is up, and the words that stand in them."""

import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

PLAIN = """
CREATE EXTENSION IF NOT EXISTS unaccent;
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_ts_config WHERE cfgname = 'storybank_plain') THEN
    CREATE TEXT SEARCH CONFIGURATION storybank_plain (COPY = simple);
    ALTER TEXT SEARCH CONFIGURATION storybank_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
  END IF;
END $$;
CREATE INDEX stories_by_their_words ON storybank_findable USING gin (vector);
"""
FTS = """
CREATE VIRTUAL TABLE storybank_findable_fts USING fts5(
    title, words, tokenize='porter unicode61 remove_diacritics 2'
)
"""


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(PLAIN)
    else:
        schema_editor.execute(FTS)


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX stories_by_their_words")
        schema_editor.execute("DROP TEXT SEARCH CONFIGURATION IF EXISTS storybank_plain")
    else:
        schema_editor.execute("DROP TABLE storybank_findable_fts")


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0030_age_after_a_restore"),
        ("storybank", "0046_answers_and_promises"),
    ]
    operations = [
        migrations.CreateModel(
            name="KnownWord",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("stories", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Findable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField()),
                (
                    "heard",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Nothing"), (1, "Only with a yes to the voice"), (2, "By everybody")], default=0
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
                ("public_on", models.DateField()),
                ("art_seed", models.CharField(max_length=32)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="consent.edition"
                    ),
                ),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findable",
                        to="storybank.storypage",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-public_on", "art_seed"], name="findable_newest_first"),
                    models.Index(
                        condition=models.Q(("heard__gt", 0)), fields=["page"], name="stories_to_listen_to"
                    )
                ],
            },
        ),
        migrations.RunPython(make, unmake),
    ]
