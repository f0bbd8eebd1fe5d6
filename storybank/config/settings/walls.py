"""The walls: settings without which words, names or addresses would leak. A test pins each of them."""

from csp.constants import NONE, SELF

# --- Nothing leaves for a third party ----------------------------------------------------------------
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
SECURE_REFERRER_POLICY = "no-referrer"

# --- Wagtail keeps no side roads to people's words ---------------------------------------------------
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILAPI_DOCS_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False

# --- Uploads: pictures that can be re-encoded from pixels, documents that cannot run -----------------
MEGABYTE = 1024 * 1024
WAGTAILIMAGES_IMAGE_MODEL = "people.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "people.picture_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * MEGABYTE
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "people.document_form.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["docx", "pdf"]  # what can be made anew
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * MEGABYTE
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * MEGABYTE  # a 1 MB story of emoji reaches the form, which answers in words
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640

# --- What a browser may do with our pages; home.middleware.csp_admin loosens it for Wagtail's admin ---
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"  # Wagtail's preview says otherwise for itself
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

# --- Sign-ins end after thirty idle minutes, and with the browser ------------------------------------
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # with the browser too: left on a shared phone for a year, it would tell who was here
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "people.desk.nothing_lost.not_sent"

# --- Logs: no addresses of desks, no titles, no mail with a traceback --------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_desks": {"()": "storybank.config.quiet_logs.NoDeskAddresses"}},
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_desks"]},
    },
    # Wagtail and the tasks tell titles and arguments at INFO.
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "wagtail": {"handlers": ["console"], "level": "WARNING", "propagate": False},  # it logs titles
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    }
    | {room: {"level": "INFO"} for room in ("home", "speakers", "storybank", "consent", "people")},
}
