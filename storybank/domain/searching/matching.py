"""What is asked, in the words of the database: PostgreSQL's text search, or SQLite's FTS5."""

import sqlite3
from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import BooleanField, F, Q
from django.db.models.expressions import Combinable, RawSQL

from storybank.domain.searching.asking import Asked
from storybank.models.findable import FTS

ENGLISH, PLAIN = "storybank_english", "storybank_plain"
WEIGHTS = [0.1, 0.1, 0.1, 1.0]
"""Of words in the text and in the title (PostgreSQL writes them D, C, B, A)."""
TOKENS = "porter unicode61 remove_diacritics 2"
SAME_WORD = """
    SELECT word FROM unnest(%s::text[]) word WHERE EXISTS (
        SELECT 1 FROM unnest(%s::text[]) asked
        WHERE asked = word OR to_tsvector('storybank_english', word) @@ plainto_tsquery('storybank_english', asked)
    )
"""


def meets(asked: Asked) -> Q:
    """For a row of `Findable`: its words meet every term."""
    if connection.vendor == "postgresql":
        return Q(vector=_query(asked))
    found = f"SELECT rowid FROM {FTS} WHERE {FTS} MATCH %s"  # noqa: S608 - our own name
    return Q(pk__in=RawSQL(found, [_match(asked)]))  # noqa: S611 - what was asked is a parameter


def rank(asked: Asked) -> Combinable:
    """For a row of `Findable` that meets it: how well, the title first. SQLite is asked no more than that: its own
    measure is worked out for each row anew (0.8 s among 10,000 stories; this takes 3 ms)."""
    if connection.vendor == "postgresql":
        return SearchRank(F("vector"), _query(asked), weights=WEIGHTS, normalization=1)
    in_title = f"storybank_findable.id IN (SELECT rowid FROM {FTS} WHERE {FTS} MATCH %s)"  # noqa: S608 - our own name
    return RawSQL(in_title, [f"title : ({_match(asked)})"], output_field=BooleanField())  # noqa: S611 - a parameter


def same_words(words: Iterable[str], asked: Asked) -> set[str]:
    """Which of these words a search for what was asked meets: "visits" where "visiting" was asked for."""
    first = {word[0] for word in asked.words}
    some = sorted({word for word in words if word and word[0] in first})
    if not some:
        return set()
    return (
        _same_on_postgres(some, asked) if connection.vendor == "postgresql" else _same_on_sqlite(some, asked)
    )


def _query(asked: Asked) -> Any:
    """In English by stems, in Welsh (for which there is no stemmer) by words; accents are folded in both."""
    return reduce(and_, (_term(" ".join(term)) for term in asked.terms))


def _term(words: str) -> Any:
    return reduce(or_, (SearchQuery(words, config=name, search_type="phrase") for name in (ENGLISH, PLAIN)))


def _match(asked: Asked) -> str:
    """Words are letters and digits only, so nothing of it is read as FTS5's own signs."""
    return " AND ".join(f'"{" ".join(term)}"' for term in asked.terms)


def _same_on_postgres(some: list[str], asked: Asked) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(SAME_WORD, [some, sorted(asked.words)])
        return {word for (word,) in cursor.fetchall()}


def _same_on_sqlite(some: list[str], asked: Asked) -> set[str]:
    """A table in memory, made as the search table is."""
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute(f"CREATE VIRTUAL TABLE met USING fts5(word, tokenize='{TOKENS}')")
        memory.executemany("INSERT INTO met(word) VALUES (?)", [[word] for word in some])
        question = " OR ".join(f'"{word}"' for word in sorted(asked.words))
        return {word for (word,) in memory.execute("SELECT word FROM met WHERE met MATCH ?", [question])}
    finally:
        memory.close()
