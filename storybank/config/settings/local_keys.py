"""Keys for a machine without secrets: made once, kept in `var/keys.env`, readable by its owner only.

Production never comes here; it takes its keys from the environment.
"""

import fcntl
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet
from dotenv import dotenv_values


def keys_of_this_machine(path: Path) -> dict[str, str]:
    """The same keys at every start. Losing the file means losing what was encrypted with it."""
    if not path.exists():
        _write_once(path)
    found = _read(path)
    if set(NEW) - set(found):
        _add(path, found)
        found = _read(path)
    return found


NEW: dict[str, Callable[[], str]] = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(50),
    "FIELD_KEYS": lambda: Fernet.generate_key().decode(),
    "INDEX_KEY": lambda: secrets.token_urlsafe(50),
    "STOP_JOURNAL_KEYS": lambda: Fernet.generate_key().decode(),  # 32 random bytes, the seed of a signing key
}


def _read(path: Path) -> dict[str, str]:
    return {name: value or "" for name, value in dotenv_values(path).items()}


def _add(path: Path, found: dict[str, str]) -> None:
    """A key that the file's day did not know yet. Of two starts at once the later takes the earlier one's."""
    with path.open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        found |= _read(path)
        file.seek(0, os.SEEK_END)
        file.writelines(f"{name}={make()}\n" for name, make in NEW.items() if name not in found)


def _write_once(path: Path) -> None:
    """Linked into place whole: of two first starts at once, the later takes the earlier one's keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent)  # 0600 from the start
    with os.fdopen(handle, "w") as file:
        file.writelines(f"{name}={make()}\n" for name, make in NEW.items())
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        Path(draft).unlink()
