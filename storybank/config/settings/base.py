"""What holds everywhere: apps, database, languages, files. Walls and staff sign-in stand beside it."""

from pathlib import Path
from typing import Any

from storybank.config.settings.environment import env
from storybank.config.settings.staff import *
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
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "home.middleware.csp_admin.AdminContentSecurityPolicy",
    "home.middleware.stops_first.StopsFirst",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
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

# --- Background work: Wagtail's own at once; ours through an outbox that production gives to a worker --
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "outbox": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- Words and time ----------------------------------------------------------------------------------
LANGUAGE_CODE = "en"  # the same code as in LANGUAGES, or links made in "en" would carry a prefix
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LANGUAGES_OF_THE_SCREENS = ["en"]  # offered to readers; "cy" joins when the screens are translated
FORMAT_MODULE_PATH = ["storybank.config.formats"]  # British dates and numbers
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
CONSENT_THINGS = (
    "storybank.domain.finding.Stories"  # who finds a story for the consent room, which knows none
)
EVEN_ANSWER_SECONDS = 1.0  # answers that must not tell take at least so long, whatever was found
WAGTAIL_SITE_NAME = "Storybank"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
if not ON_SQLITE:
    WAGTAILSEARCH_BACKENDS["default"]["SEARCH_CONFIG"] = "storybank_english"  # made by a migration
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False  # a first version going up must not end the checks of a second
WAGTAIL_FINISH_WORKFLOW_ACTION = "storybank.workflow_end.finish_workflow"
