"""Reads the environment, and says everything that is missing or malformed at once."""

import os
import re
from collections.abc import Callable

import dj_database_url
import dj_email_url
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from environs import Env

env = Env()

SHORTEST_SECRET = 50
NOTIFY = "people.notify.NotifyBackend"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NOTIFY_KEY = re.compile(rf"^.+-{UUID.pattern}-{UUID.pattern}$", re.IGNORECASE)


def demand(checks: dict[str, Callable[[str], str]]) -> None:
    """Each check answers "" or what is wrong. One message names all that stands in the way of starting."""
    missing = [name for name in checks if not os.environ.get(name, "").strip()]
    wrong = [
        f"{name} {complaint}"
        for name, check in checks.items()
        if name not in missing and (complaint := check(os.environ[name]))
    ]
    if not missing and not wrong:
        return
    sentences = ["Storybank cannot start."]
    if missing:
        sentences.append(f"Missing in the environment: {', '.join(missing)}.")
    sentences += [f"{complaint}." for complaint in wrong]
    sentences.append("README.md, under 'Run it for real', says what each one is.")
    raise ImproperlyConfigured(" ".join(sentences))


def when_notify_sends() -> dict[str, Callable[[str], str]]:
    """What else must be there once any of GOV.UK Notify is; half of it would lose text messages."""
    chosen = os.environ.get("SMS_BACKEND", "") == NOTIFY
    begun = [name for name in os.environ if name.startswith("NOTIFY_") and os.environ[name].strip()]
    if not chosen and not begun:
        return {}
    return {"SMS_BACKEND": notify_backend, "NOTIFY_API_KEY": notify_key, "NOTIFY_TEMPLATE_ID": a_uuid}


def notify_backend(value: str) -> str:
    return "" if value == NOTIFY else f"is not {NOTIFY}, though settings of NOTIFY_ are there"


def notify_key(value: str) -> str:
    """A name, the service's number and the secret, with hyphens between them."""
    fits = NOTIFY_KEY.search(value.strip())
    return "" if fits else "is not a whole key of GOV.UK Notify, name and all"


def a_uuid(value: str) -> str:
    return "" if UUID.fullmatch(value.strip()) else "is not like 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"


def host_names(value: str) -> str:
    return "must name each host, or strangers choose the address in our mails" if "*" in value else ""


def database_address(value: str) -> str:
    try:
        dj_database_url.parse(value)
    except ValueError:
        return "is not like postgres://user:password@host:5432/name"
    return ""


def mail_address(value: str) -> str:
    known = value.partition("://")[0] in dj_email_url.SCHEMES
    return "" if known else "is not like submission://user:password@host:587"


def a_long_secret(value: str) -> str:
    return "" if len(value) >= SHORTEST_SECRET else f"is shorter than {SHORTEST_SECRET} characters"


def fernet_keys(value: str) -> str:
    try:
        [Fernet(key.strip()) for key in value.split(",")]
    except ValueError:
        return "is not a list of Fernet keys with commas between them"
    return ""


def signing_keys(value: str) -> str:
    """The seed of an Ed25519 key is 32 random bytes, which is what a Fernet key is too."""
    return fernet_keys(value).replace("Fernet keys", "keys of 32 bytes in base64")
