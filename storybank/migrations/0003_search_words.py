"""PostgreSQL searches English with accents folded: "cafe" finds "Café", "visit" finds "visiting"."""

from django.db import migrations

FORWARD = """
CREATE EXTENSION IF NOT EXISTS unaccent;
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_ts_config WHERE cfgname = 'storybank_english') THEN
    CREATE TEXT SEARCH CONFIGURATION storybank_english (COPY = english);
    ALTER TEXT SEARCH CONFIGURATION storybank_english
      ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
  END IF;
END $$;
"""


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FORWARD)


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TEXT SEARCH CONFIGURATION IF EXISTS storybank_english")


class Migration(migrations.Migration):
    dependencies = [("storybank", "0002_story_form")]
    operations = [migrations.RunPython(make, unmake)]
