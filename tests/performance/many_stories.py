"""A hundred thousand live stories in seconds: a few real ones multiplied inside PostgreSQL, clearance and all.

Only what the gate and the lists read: pages, files, versions, clearances. Nobody's events, so no audit passes here.
"""

import time
from collections.abc import Sequence

from django.db import connection, models

from consent.models import Clearance, ConsentFile, Edition
from people import clock
from storybank.enums import Kind
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.surfaces.stage import rewrite

FIRST = 10_000_000
"""The clones' numbers begin here, far from every counter."""
A_LAYER = 2_000
"""So many are written of all in turn, that they lie mixed on the disk as they would in a house that grew."""
BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
A_WHILE = 120
"""Tries, a second apart."""
END_WHAT_IS_LEFT = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND state LIKE 'idle in transaction%' AND xact_start < now() - interval '1 minute'
"""
AS_AT_NIGHT = "VACUUM (ANALYZE, INDEX_CLEANUP ON)"
"""With its indexes: where few rows are dead PostgreSQL leaves them for later, and their pages are not seen by all."""
SEEN_BY_ALL = "SELECT relallvisible >= relpages FROM pg_class WHERE oid = %s::regclass"
WHO_ELSE = """
    SELECT pid, datname, state, backend_xmin, backend_xid, xact_start, left(query, 200) FROM pg_stat_activity
    WHERE backend_type = 'client backend'
"""


def a_few_of_each() -> list[StoryPage]:
    """Eight live stories of four kinds, four themes (two kinds in each) and four regions."""
    author, made = stories.an_author(), []
    for number, kind in enumerate([*Kind.values, *Kind.values[1:], Kind.values[0]]):
        with clock.at(clock.now() - stories.LONG_AGO):
            page = rewrite(
                stories.a_shared_story(author, title=f"Kettle number {number}"),
                kind=kind,
                themes=[people.a_theme(f"theme-{number % 4}", f"Theme {number % 4}")],
                region=people.a_region(f"part-{number // 2}", f"Part {number // 2}"),
            )
            stories.asked(page, "website")
            stories.answered(page)
        stories.confirmed(page)
        made.append(StoryPage.objects.get(pk=page.pk))
    return made


def multiply(pages: Sequence[StoryPage], *, since: int, upto: int) -> None:
    """Clones number `since`+1 to `upto` of live stories in turn, each with a version and a clearance of its own."""
    for start in range(since, upto, A_LAYER):
        for turn, page in enumerate(pages):
            _multiply(page, start + turn, min(start + A_LAYER, upto), len(pages))
    lie_as_at_night()


def lie_as_at_night() -> None:
    """Vacuumed, with every page known to be visible to all. Whatever an earlier test left in a transaction of this
    database is ended first; it would put that off for ever."""
    for _ in range(A_WHILE):
        with connection.cursor() as cursor:
            cursor.execute(END_WHAT_IS_LEFT)
            cursor.execute(AS_AT_NIGHT)
            cursor.execute(SEEN_BY_ALL, [Clearance._meta.db_table])
            if cursor.fetchone()[0]:
                return
        time.sleep(1)
    with connection.cursor() as cursor:
        cursor.execute(WHO_ELSE)
        raise AssertionError(f"Something holds old rows; the figures would mean nothing: {cursor.fetchall()}")


def _multiply(page: StoryPage, since: int, upto: int, step: int) -> None:
    number, numbers = f"({FIRST} + g)", (since + 1, upto, step)
    cleared = Clearance.objects.get(edition_id=page.edition_id, use_slug="website")
    place = "||".join(
        f"substr('{BASE36}', mod((g + 46656) / {36**power}, 36)::int + 1, 1)" for power in (3, 2, 1, 0)
    )
    own = {"id": number, "uid": "gen_random_uuid()"}
    _clone(ConsentFile, page.file_id, own, numbers)
    _clone(Edition, page.edition_id, own | {"file_id": number}, numbers)
    _clone(Clearance, cleared.pk, {"id": number, "file_id": number, "edition_id": number}, numbers)
    _clone(
        StoryPage._meta.get_parent_list()[0],
        page.pk,
        {
            "id": number,
            "path": f"left(t.path, length(t.path) - 4) || {place}",
            "slug": "'s-clone-' || g",
            "url_path": "t.url_path || g",
            "translation_key": "gen_random_uuid()",
            "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
        },
        numbers,
    )
    clone = {
        "page_ptr_id": number,
        "file_id": number,
        "edition_id": number,
        "code": "'C' || g",
        "art_seed": "md5(g::text)",
        "public_on": "t.public_on - mod(g, 3000)::int",
        "accepted_revision_id": "NULL",
    }
    _clone(StoryPage, page.pk, clone, numbers)
    through = StoryPage.themes.through
    for row in through.objects.filter(storypage=page):
        _clone(
            through, row.pk, {"id": f"{number} * 10 + {row.theme_id % 10}", "storypage_id": number}, numbers
        )


def _clone(model: type[models.Model], pk: int, own: dict[str, str], numbers: tuple[int, int, int]) -> None:
    """`numbers`: first, last and step of those that the new rows are given."""
    table, key = model._meta.db_table, model._meta.pk.column
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [own.get(column, f't."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {', '.join(values)}"
            f" FROM {table} t, generate_series(%s, %s, %s) g WHERE t.{key} = %s",
            [*numbers, pk],
        )
