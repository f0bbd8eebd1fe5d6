"""What the database itself refuses in this room.

The live guard (PostgreSQL): a story page may only become live while its edition is cleared for the website. A deferred
constraint trigger, so that it looks when the transaction ends. SQLite has no such trigger: there `StoryPage.save()`
and the gate on every request stand alone.

The media guard (both): the bytes of a picture or recording, and of a picture's sizes, never change. A new one is made
instead.

What a search looks in (SQLite): words go with the row that they belong to, by whatever road it goes.
"""

from typing import Any

from django.db import connections

NAME = "storybank_live_only_while_cleared"
TABLES = frozenset({"wagtailcore_page", "storybank_storypage", "consent_clearance"})

FUNCTION = """
CREATE OR REPLACE FUNCTION storybank_live_only_while_cleared() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE story storybank_storypage%ROWTYPE;
BEGIN
  SELECT * INTO story FROM storybank_storypage WHERE page_ptr_id = NEW.id;
  IF NOT FOUND OR NOT EXISTS (SELECT 1 FROM wagtailcore_page p WHERE p.id = NEW.id AND p.live) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM consent_clearance c
                 WHERE c.edition_id = story.edition_id AND c.use_slug = 'website') THEN
    RAISE EXCEPTION 'story page % is not cleared for the website', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$
"""
TRIGGERS = (
    f"""CREATE CONSTRAINT TRIGGER {NAME}_on_update AFTER UPDATE OF live ON wagtailcore_page
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.live AND NOT OLD.live) EXECUTE FUNCTION {NAME}()""",
    f"""CREATE CONSTRAINT TRIGGER {NAME}_on_insert AFTER INSERT ON wagtailcore_page
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.live) EXECUTE FUNCTION {NAME}()""",
)
MEDIA_GUARD = "storybank_media_stands"
FIXED = {
    "storybank_storymedia": "uid, file_id, kind, type, sha256, width, height, sealed",
    "storybank_storypicturesize": "media_id, crop, width, kind, sha256, sealed",
}
"""By table, the columns that never change."""
REFUSAL = "a picture or recording of a story cannot be changed: make a new one"
MEDIA_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {MEDIA_GUARD}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
"""
MEDIA_TRIGGER = {
    "postgresql": f"BEFORE UPDATE OF {{columns}} ON {{table}} FOR EACH ROW EXECUTE FUNCTION {MEDIA_GUARD}()",
    "sqlite": f"BEFORE UPDATE OF {{columns}} ON {{table}} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
}


SEARCHED = {"storybank_findable", "storybank_findable_fts"}
WORDS_GO = """
CREATE TRIGGER IF NOT EXISTS storybank_words_go_with_their_row AFTER DELETE ON storybank_findable
BEGIN DELETE FROM storybank_findable_fts WHERE rowid = OLD.id; END
"""


def install(using: str = "default", **_: Any) -> None:
    """Put the guards in place, once the tables they name exist."""
    target = connections[using]
    tables = set(target.introspection.table_names())
    lift(using)
    with target.cursor() as cursor:
        if target.vendor == "postgresql" and tables >= TABLES:
            cursor.execute(FUNCTION)
            for trigger in TRIGGERS:
                cursor.execute(trigger)
        if target.vendor == "postgresql":
            cursor.execute(MEDIA_FUNCTION)
        if target.vendor == "sqlite" and tables >= SEARCHED:
            cursor.execute(WORDS_GO)
        for table in FIXED.keys() & tables:
            when = MEDIA_TRIGGER[target.vendor].format(table=table, columns=FIXED[table])
            cursor.execute(f"CREATE TRIGGER {_name(table)} {when}")


def lift(using: str = "default", **_: Any) -> None:
    """Take the guards away before tables change."""
    target = connections[using]
    postgres, tables = target.vendor == "postgresql", set(target.introspection.table_names())
    with target.cursor() as cursor:
        if postgres and "wagtailcore_page" in tables:
            for end in ("update", "insert"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}_on_{end} ON wagtailcore_page")
        for table in FIXED.keys() & tables:
            cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table)}{f' ON {table}' if postgres else ''}")


def _name(table: str) -> str:
    """The first was named before there was a second."""
    return MEDIA_GUARD if table == "storybank_storymedia" else f"{MEDIA_GUARD}_of_{table}"
