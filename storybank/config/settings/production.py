"""The real thing. Secrets and places come from the environment; what is missing stops the start."""

from storybank.config.settings.environment import (
    a_long_secret,
    database_address,
    demand,
    env,
    fernet_keys,
    host_names,
    mail_address,
    signing_keys,
    when_notify_sends,
)

demand(
    {
        "DATABASE_URL": database_address,
        "SECRET_KEY": a_long_secret,
        "ALLOWED_HOSTS": host_names,
        "FIELD_KEYS": fernet_keys,
        "INDEX_KEY": a_long_secret,
        "STOP_JOURNAL_KEYS": signing_keys,
        "EMAIL_URL": mail_address,
    }
    | when_notify_sends()
)

from storybank.config.settings.base import *  # noqa: E402 - after the demand, so that one message names all

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
FIELD_KEYS = env.list("FIELD_KEYS")  # the first encrypts, all decrypt
INDEX_KEY = env.str("INDEX_KEY")
STOP_JOURNAL_KEYS = env.list("STOP_JOURNAL_KEYS")  # the first signs, all are believed

# --- Where it stands ---------------------------------------------------------------------------------
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SITE_URL = WAGTAILADMIN_BASE_URL = env.str("SITE_URL", f"https://{ALLOWED_HOSTS[0]}").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)  # or all visitors share one rate limit

# --- Mail --------------------------------------------------------------------------------------------
globals().update(env.dj_email_url("EMAIL_URL"))  # EMAIL_BACKEND, EMAIL_HOST and their like
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"storybank@{ALLOWED_HOSTS[0]}")

# --- Machinery ---------------------------------------------------------------------------------------
TASKS["outbox"] = {"BACKEND": "django_tasks_db.DatabaseBackend"}
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
# Rate limits need a cache that all processes share: files on one machine, Redis or Valkey beyond it.
CACHES["default"] = env.dj_cache_url("CACHE_URL", f"file://{VAR_DIR / 'cache'}")

# --- HTTPS only --------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # probes come without TLS and learn nothing
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True
