"""What a search looks in, for stories that were multiplied: 120 words each, some of them rare, one in all."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from storybank.models import StoryPage
from tests.performance.many_stories import FIRST, lie_as_at_night

WORDS = """
    INSERT INTO storybank_findable (page_id, edition_id, words, heard, public_on, art_seed, vector)
    SELECT s.page_ptr_id, s.edition_id, '', 0, s.public_on, s.art_seed,
        setweight(to_tsvector('storybank_english', 'kettle number'), 'A')
        || setweight(to_tsvector('storybank_english', t.words), 'D')
    FROM storybank_storypage s, LATERAL (
        SELECT string_agg('w' || translate((6000 * random() * random())::int::text, '0123456789', 'abcdfghkmn'), ' ')
            || ' everywhere' || CASE WHEN mod(s.page_ptr_id, 10) = 0 THEN ' sometimes' ELSE '' END
            || CASE WHEN mod(s.page_ptr_id, 10000) = 7 THEN ' hardly' ELSE '' END AS words
        FROM generate_series(1, 120 + (s.page_ptr_id - s.page_ptr_id)::int)
    ) t WHERE s.page_ptr_id > %s
"""
STOCK = """
    INSERT INTO wagtailsearch_indexentry (object_id, content_type_id, title, title_norm, body, autocomplete,
        title_text, body_text)
    SELECT page_id::text, %s, ts_filter(vector, '{a}'), 1, ts_filter(vector, '{d}'), '', '', ''
    FROM storybank_findable WHERE page_id > %s
"""


def fill() -> None:
    """Every clone's words, for our search and for Wagtail's own beside it."""
    kind = ContentType.objects.get_for_model(StoryPage)
    with connection.cursor() as cursor:
        cursor.execute(WORDS, [FIRST])
        cursor.execute(STOCK, [kind.pk, FIRST])
    lie_as_at_night()
