"""Keeping what a search looks in: put in when a story goes up, taken out when it comes down, brought into line nightly.

Only what every reader of the story meets goes in: title, words, themes as agreed. Never what fills a slot (a name, a
place, a day), never what stands under somebody's face or voice. It narrows; the gate is asked for every search.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import override

from people import clock
from storybank.domain.agreed_labels import theme_name
from storybank.domain.queries import public_stories
from storybank.domain.searching.words import SMALL_WORDS, tokens
from storybank.domain.slot_words import SLOT
from storybank.lock.closure import blocks_of
from storybank.lock.media import held
from storybank.models import Findable, KnownWord, StoryPage
from storybank.models.findable import FTS
from storybank.note_names import NoteCode

MOST_WORDS = 30_000
"""Of one story; far above what anybody writes, far below what a database refuses."""
AT_ONCE = 200
SHORTEST_KNOWN = 3

ON_POSTGRES = """
    UPDATE storybank_findable SET vector =
        setweight(to_tsvector(%s::regconfig, %s), 'A') || setweight(to_tsvector(%s::regconfig, %s), 'D')
    WHERE id = %s
"""
CONFIGURATIONS = {"en": "storybank_english", "cy": "storybank_plain"}
"""There is no stemmer for Welsh: its words are found as they stand, with accents folded."""


def put(pages: Iterable[StoryPage]) -> None:
    """Make these live stories findable by the words they show now; what was there of them before goes."""
    pages = list(pages)
    with transaction.atomic():
        take_out(page.pk for page in pages)
        texts = [(tokens(_title(page)), tokens(_words(page))[:MOST_WORDS]) for page in pages]
        rows = Findable.objects.bulk_create(
            Findable(
                page=page,
                edition_id=page.edition_id,
                words=" ".join(sorted(_known({*title, *body}))),
                heard=_heard(page),
                public_on=page.public_on or clock.today(),
                art_seed=page.art_seed,
            )
            for page, (title, body) in zip(pages, texts, strict=True)
        )
        for row, page, (title, body) in zip(rows, pages, texts, strict=True):
            _write(
                row.pk, CONFIGURATIONS.get(page.language, "storybank_plain"), " ".join(title), " ".join(body)
            )
        _count(Counter(word for row in rows for word in row.words.split()))


def take_out(page_ids: Iterable[int]) -> None:
    """Nothing of these stories is kept here any more, and no word that only they had."""
    with transaction.atomic():
        rows = list(Findable.objects.filter(page__in=list(page_ids)))
        if not rows:
            return
        _uncount(Counter(word for row in rows for word in row.words.split()))
        # On SQLite their words go with them (storybank.guards).
        Findable.objects.filter(pk__in=[row.pk for row in rows]).delete()


def bring_into_line() -> int:
    """What went up or came down by another road, or before there was such a table. Returns how many were put right."""
    shown = public_stories()
    gone = Findable.objects.exclude(page__in=shown.values("pk")).values_list("page_id", flat=True)
    put_right = _in_pieces(list(gone), take_out)
    old = Findable.objects.exclude(edition=F("page__edition")).values_list("page_id", flat=True)
    missing = shown.filter(findable=None).values_list("pk", flat=True)
    return put_right + _in_pieces([*old, *missing], _put_ids)


def _in_pieces(ids: list[int], work: Any) -> int:
    for start in range(0, len(ids), AT_ONCE):
        work(ids[start : start + AT_ONCE])
    return len(ids)


def _put_ids(ids: list[int]) -> None:
    put(StoryPage.objects.filter(pk__in=ids).prefetch_related("themes"))


def _title(page: StoryPage) -> str:
    return SLOT.sub(" ", page.title)


def _words(page: StoryPage) -> str:
    """What every reader meets, whatever was agreed about face and voice."""
    found = []
    for kind, value in blocks_of(page.body):
        if kind == "note":
            found += [_in_english(NoteCode(value["code"])), value["text"]]
        elif kind == "picture":
            found += [value["alt"], value["caption"]] if value["face"] == "False" else []
        elif kind == "sound":
            found.append(value["transcript"])
        else:
            found.append(value)
    themes = [theme_name(page, theme) for theme in page.themes.all()]
    return SLOT.sub(" ", "\n".join([*found, page.closing, *themes]))


def _in_english(code: NoteCode) -> str:
    """One index for all readers, whoever's click happened to fill it."""
    with override("en"):
        return str(code.label)


def _heard(page: StoryPage) -> int:
    """As the page plays it: a recording without a word for word text is not offered."""
    sounds = [value for kind, value in blocks_of(page.body) if kind == "sound"]
    there = [value for value in sounds if held(value["held"]) and value["transcript"].strip()]
    if any(value["voice"] == "False" for value in there):
        return Findable.Heard.ALWAYS
    return Findable.Heard.WITH_A_VOICE if there else Findable.Heard.NOTHING


def _known(words: set[str]) -> set[str]:
    """What somebody might mistype: no numbers, no small words."""
    return {word for word in words if len(word) >= SHORTEST_KNOWN and word.isalpha()} - SMALL_WORDS


def _write(pk: int, configuration: str, title: str, body: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(ON_POSTGRES, [configuration, title, configuration, body, pk])
        else:
            cursor.execute(
                f"INSERT OR REPLACE INTO {FTS}(rowid, title, words) VALUES (%s, %s, %s)",  # noqa: S608 - our own name
                [pk, title, body],
            )


def _count(words: Counter[str]) -> None:
    """By the alphabet, so that two stories that go up at once wait for each other and never in a circle."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO storybank_knownword (word, stories) VALUES (%s, %s) ON CONFLICT (word)"
            " DO UPDATE SET stories = storybank_knownword.stories + excluded.stories",
            sorted(words.items()),
        )


def _uncount(words: Counter[str]) -> None:
    mine = KnownWord.objects.filter(word__in=list(words)).order_by("word")
    known = {row.word: row for row in mine.select_for_update()}
    for word, row in known.items():
        row.stories = max(0, row.stories - words[word])
    KnownWord.objects.bulk_update(
        [row for row in known.values() if row.stories], ["stories"], batch_size=AT_ONCE
    )
    KnownWord.objects.filter(word__in=[word for word, row in known.items() if not row.stories]).delete()
