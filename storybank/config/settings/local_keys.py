"""Keys for a machine without secrets: made once, kept in `var/keys.env`, readable by its owner only.

Production never comes here; it takes its keys from the environment.
"""

import os
import secrets
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet
from dotenv import dotenv_values


def keys_of_this_machine(path: Path) -> dict[str, str]:
    """The same keys at every start. Losing the file means losing what was encrypted with it."""
    if not path.exists():
        _write_once(path)
    return {name: value or "" for name, value in dotenv_values(path).items()}


def _write_once(path: Path) -> None:
    """Linked into place whole: of two first starts at once, the later takes the earlier one's keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_KEYS": Fernet.generate_key().decode(),
        "INDEX_KEY": secrets.token_urlsafe(50),
    }
    handle, draft = tempfile.mkstemp(dir=path.parent)  # 0600 from the start
    with os.fdopen(handle, "w") as file:
        file.writelines(f"{name}={value}\n" for name, value in keys.items())
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        Path(draft).unlink()
