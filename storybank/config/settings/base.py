"""What holds everywhere: apps, database, languages, files. Walls and staff sign-in stand beside it."""

from pathlib import Path
from typing import Any

from storybank.config.settings.environment import env
from storybank.config.settings.staff import *
from storybank.config.settings.telling import *
from storybank.config.settings.walls import *

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = env.path("VAR_DIR", BASE_DIR / "var")

INSTALLED_APPS = [
    "home.apps.HomeConfig",
    "speakers.apps.SpeakersConfig",
    "storybank.apps.StorybankConfig",
    "consent.apps.ConsentConfig",
    "people.apps.PeopleConfig",
    "wagtail_modeladmin",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "home.middleware.kept_close.KeptClose",
    "home.middleware.device_policy.DevicePolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "home.middleware.no_learning.NoLearning",
    "csp.middleware.CSPMiddleware",
    "home.middleware.csp_admin.AdminContentSecurityPolicy",
    "home.middleware.not_too_much.NotTooMuch",
    "home.middleware.never_kept.EndingsAreNotKept",
    "home.middleware.stops_first.StopsFirst",
    "home.middleware.maintenance.WhileWeMend",
    "home.middleware.sessions_end.SessionsEnd",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "home.middleware.no_cookies.NoCookies",
    "home.middleware.own_origin.OwnOrigin",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "people.staff_access.MembersStayOut",
    "people.staff_access.SecondFactorForStaff",
    "home.access.middleware.Wall",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context.frame",
                "people.context.organisation",
            ],
        },
    },
]

ROOT_URLCONF = "storybank.config.urls"
WSGI_APPLICATION = "storybank.config.wsgi.application"
ASGI_APPLICATION = "storybank.config.asgi.application"
AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Database: DATABASE_URL everywhere, else one SQLite file -----------------------------------------
if env.str("DATABASE_URL", ""):
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=60, conn_health_checks=True)}
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR_DIR / "storybank.sqlite3"}}

ON_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if ON_SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # a writer waits at its first statement, not fails at its last
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

# Off behind a pool that gives each transaction another connection (PgBouncer's "transaction" before 1.21).
PREPARED_STATEMENTS = env.bool("PREPARED_STATEMENTS", True)

# --- Background work: Wagtail's own at once; ours through an outbox that production gives to a worker --
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "outbox": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
}

CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Finished pieces of readers' pages, in each process by itself: they are kept under what the gate said, and so
    # no process needs to be told of a stop. A bounded life, and a bounded number: about 15 MB.
    "pieces": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pieces",
        "TIMEOUT": 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}
# For how long a CDN may answer readers without asking us. Nothing but 0 keeps the promise that a stop is dark on the
# very next request: with 60, a story that was stopped can be read for a minute more wherever the CDN has it.
CDN_SECONDS = env.int("CDN_SECONDS", 0)

# --- Words and time ----------------------------------------------------------------------------------
LANGUAGE_CODE = "en"  # the same code as in LANGUAGES, or links made in "en" would carry a prefix
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LANGUAGES_OF_THE_SCREENS = ["en", "cy"]  # offered to readers
LOCALE_PATHS = [BASE_DIR / "locale"]  # the .mo is made from the .po: storybank.config.catalogue
FORMAT_MODULE_PATH = ["storybank.config.formats"]  # British dates and numbers; Django has the Welsh
USE_I18N = True
TIME_ZONE = "Europe/London"
USE_TZ = True
CLOCK_CAN_MOVE = False

# --- Files: what readers may see goes through the gate; the private storage has no address at all ----
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"
# Outside the database, and better on another disk: what was stopped since a backup is done again from here.
STOP_JOURNAL = env.path("STOP_JOURNAL", VAR_DIR / "journal" / "stops.jsonl")
STOP_JOURNAL_LOOK_SECONDS = 10  # how long a process may take it for granted that database and journal agree
SMS_BACKEND = env.str("SMS_BACKEND", "people.sms.FileBackend")
SMS_FOLDER = VAR_DIR / "sms"
NOTIFY_URL = env.str("NOTIFY_URL", "https://api.notifications.service.gov.uk")  # read by people.notify alone
NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID = env.str("NOTIFY_API_KEY", ""), env.str("NOTIFY_TEMPLATE_ID", "")
NOTIFY_SENDER_ID = env.str("NOTIFY_SENDER_ID", "")  # empty: the service's own sender
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-collected"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# --- The product -------------------------------------------------------------------------------------
DEMO = False
# What names nobody first goes up at a moment of chance within so many hours after the second yes, or whoever saw the
# button pressed would know the story by the hour. 0: at once.
PUBLICATION_WINDOW_HOURS = env.int("PUBLICATION_WINDOW_HOURS", 72)
MAINTENANCE = env.bool("MAINTENANCE", False)  # or, without a restart, the command of that name
CONSENT_THINGS = (
    "storybank.domain.finding.Stories"  # who finds a story for the consent room, which knows none
)
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")  # mailto: or https:, first in /.well-known/security.txt
EVEN_ANSWER_SECONDS = 1.0  # answers that must not tell take at least so long, whatever was found
WAGTAIL_SITE_NAME = "Storybank"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
if not ON_SQLITE:
    WAGTAILSEARCH_BACKENDS["default"]["SEARCH_CONFIG"] = "storybank_english"  # made by a migration
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False  # a first version going up must not end the checks of a second
WAGTAIL_FINISH_WORKFLOW_ACTION = "storybank.workflow_end.finish_workflow"
