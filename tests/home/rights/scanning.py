"""Looking for words in every column of every table and in every file, sealed or not."""

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from people.encryption import master
from people.models import DataKey

TOKEN = re.compile(r"gAAAA[\w\-]{60,}={0,2}")
"""What is sealed is looked at through its key; in its own letters any short word comes up by chance."""
IN_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4}){30,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
FTS = ("wagtailsearch_indexentry_fts", "storybank_findable_fts")


def where(words: dict[str, str]) -> dict[str, set[str]]:
    """Name of each word → the places (table.column or file) where it stands, in the clear or behind a key there is."""
    found: dict[str, set[str]] = {name: set() for name in words}
    keys = [master(), *(Fernet(master().decrypt(bytes(row.wrapped))) for row in DataKey.objects.all())]
    for place, text in (*_cells(), *_terms(), *_files()):
        everything = "\n".join([TOKEN.sub(" ", text), *_opened(text, keys)]).casefold()
        for name, word in words.items():
            if word.casefold() in everything:
                found[name].add(place)
    return found


def on_disk(words: dict[str, str]) -> set[str]:
    """The words that stand in the run's files, and on SQLite anywhere in the database's own file, free pages too."""
    raw = [path.read_bytes() for path in Path(settings.VAR_DIR).rglob("*") if path.is_file()]
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        raw += [path.read_bytes() for path in name.parent.glob(f"{name.name}*")]
    return {name for name, word in words.items() if any(word.encode() in piece for piece in raw)}


def _cells() -> Iterator[tuple[str, str]]:
    """Every value of every table the database has, Django's or not."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {quote(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    yield f"{table}.{name}", _text(value)
                if table == "django_session":
                    yield f"{table}.*", str(SessionStore().decode(row[names.index("session_data")]))


def _terms() -> Iterator[tuple[str, str]]:
    """SQLite keeps the words of its search index in compressed pages; asked this way it lists them."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for table in FTS:
            cursor.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.of_{table} USING fts5vocab(main, {table}, row)"
            )
            cursor.execute(f"SELECT term FROM temp.of_{table}")
            for (term,) in cursor.fetchall():
                yield f"{table} (terms)", str(term)


def _files() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(settings.VAR_DIR).rglob("*")):
        if path.is_file() and path.suffix not in {".sqlite3", ".sqlite3-wal", ".sqlite3-shm"}:
            yield f"file {path.relative_to(settings.VAR_DIR)}", f"{path.name}\n{_text(path.read_bytes())}"


def _text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("utf-8", errors="replace")
    return str(value)


def _opened(text: str, keys: list) -> Iterator[str]:
    for token in TOKEN.findall(text):
        for key in keys:
            try:
                yield _plain(key.decrypt(token.encode()).decode(errors="replace"))
            except InvalidToken:
                continue
            break


def _plain(opened: str) -> str:
    """Pictures and recordings are sealed as base64, in which any few letters stand together by chance."""
    return _text(b64decode(opened)) if IN_BASE64.fullmatch(opened) else opened
