"""Today's notices as words that somebody can read out: each language and form, and the same words only once."""

from collections.abc import Iterator

from consent.models import NoticeRendering
from people.domain.reading_aloud import Words

TITLES = {
    "story-choices": "Before choices about a story",
    "in-it-choices": "Before choices of somebody who is in it",
    "guardian-choices": "Before choices of whoever looks after a young person",
    "speaking-choices": "Before choices about speaking",
}


def words() -> Iterator[Words]:
    """Large print has the letters of the plain words: one recording is for both."""
    rows = NoticeRendering.objects.filter(notice__current=True).select_related("notice")
    forms: dict[tuple[str, str, str], list[NoticeRendering]] = {}
    for row in rows.order_by("notice__key", "-language", "id"):
        forms.setdefault((row.notice.key, row.language, row.text), []).append(row)
    for (key, language, text), same in forms.items():
        named = ", ".join(str(row.get_format_display()).lower() for row in same)
        yield Words(
            key=f"notice/{key}/{same[0].format}",
            title=f"{TITLES.get(key, key)}: {named}",
            language=language,
            text=text,
        )
