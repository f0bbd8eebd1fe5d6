"""The live guard (PostgreSQL): a story page may only become live while its edition is cleared for the website.

A deferred constraint trigger, so that it looks when the transaction ends. SQLite has no such trigger: there
`StoryPage.save()` and the gate on every request stand alone.
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


def install(using: str = "default", **_: Any) -> None:
    """Put the guard in place on PostgreSQL, once the tables it names exist."""
    target = connections[using]
    if target.vendor != "postgresql" or not set(target.introspection.table_names()) >= TABLES:
        return
    lift(using)
    with target.cursor() as cursor:
        cursor.execute(FUNCTION)
        for trigger in TRIGGERS:
            cursor.execute(trigger)


def lift(using: str = "default", **_: Any) -> None:
    """Take the guard away before tables change."""
    target = connections[using]
    if target.vendor == "postgresql" and "wagtailcore_page" in target.introspection.table_names():
        with target.cursor() as cursor:
            for end in ("update", "insert"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}_on_{end} ON wagtailcore_page")
