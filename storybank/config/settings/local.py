"""The demo and a developer's machine: SQLite, mail and text messages as files, a clock that moves."""

from storybank.config.settings.base import *
from storybank.config.settings.environment import env
from storybank.config.settings.local_keys import keys_of_this_machine

VAR_DIR.mkdir(parents=True, exist_ok=True)
KEYS = keys_of_this_machine(VAR_DIR / "keys.env")

DEBUG = env.bool("DEBUG", False)  # a visitor of the demo meets our own pages of what went wrong
DEMO = True
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # static files from where they lie, nothing collected
CLOCK_CAN_MOVE = True
PUBLICATION_WINDOW_HOURS = 0  # whoever tries the demo sees a story go up at once; the real thing waits
SECRET_KEY = KEYS["SECRET_KEY"]
FIELD_KEYS = KEYS["FIELD_KEYS"].split(",")
INDEX_KEY = KEYS["INDEX_KEY"]
STOP_JOURNAL_KEYS = KEYS["STOP_JOURNAL_KEYS"].split(",")

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SITE_URL = WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{env.int('PORT', 8000)}"

ADMIN_NEEDS_MFA = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = "hello@demo.example"
