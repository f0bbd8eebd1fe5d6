"""A hundred thousand live stories in seconds: one real story multiplied inside PostgreSQL, clearance and all.

Only what the gate and the lists read: pages, files, versions, clearances. Nobody's events, so no audit passes here.
"""

from django.db import connection, models

from consent.models import Clearance, ConsentFile, Edition
from storybank.models import StoryPage

FIRST = 10_000_000
"""The clones' numbers begin here, far from every counter."""
BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def multiply(page: StoryPage, *, since: int, upto: int) -> None:
    """Clones number `since`+1 to `upto` of a live story, each with a version and a clearance of its own."""
    number = f"({FIRST} + g)"
    cleared = Clearance.objects.get(edition_id=page.edition_id, use_slug="website")
    step = "||".join(
        f"substr('{BASE36}', mod((g + 46656) / {36**power}, 36)::int + 1, 1)" for power in (3, 2, 1, 0)
    )
    own = {"id": number, "uid": "gen_random_uuid()"}
    _clone(ConsentFile, page.file_id, own, since, upto)
    _clone(Edition, page.edition_id, own | {"file_id": number}, since, upto)
    _clone(Clearance, cleared.pk, {"id": number, "file_id": number, "edition_id": number}, since, upto)
    _clone(
        StoryPage._meta.get_parent_list()[0],
        page.pk,
        {
            "id": number,
            "path": f"left(t.path, length(t.path) - 4) || {step}",
            "slug": "'s-clone-' || g",
            "url_path": "t.url_path || g",
            "translation_key": "gen_random_uuid()",
            "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
        },
        since,
        upto,
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
    _clone(StoryPage, page.pk, clone, since, upto)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _clone(model: type[models.Model], pk: int, own: dict[str, str], since: int, upto: int) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [own.get(column, f't."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {', '.join(values)}"
            f" FROM {table} t, generate_series(%s, %s) g WHERE t.{key} = %s",
            [since + 1, upto, pk],
        )
