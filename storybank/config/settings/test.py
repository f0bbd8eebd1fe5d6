"""The test run: production's rules, keys that guard nothing, files that go when the run ends."""

import atexit
import base64
import shutil
import tempfile
from pathlib import Path

from storybank.config.settings.base import *

DEBUG = False
DEMO = True
CLOCK_CAN_MOVE = True
PUBLICATION_WINDOW_HOURS = 0  # stories are up at once; the tests of the moment of chance set its window
ADMIN_NEEDS_MFA = False
EVEN_ANSWER_SECONDS = 0.0  # the test of even answers sets its own
SECRET_KEY = "only-for-tests-" * 5
FIELD_KEYS = [base64.urlsafe_b64encode(b"only-for-tests--" * 2).decode()]
INDEX_KEY = "only-for-tests-" * 5
STOP_JOURNAL_KEYS = [base64.urlsafe_b64encode(b"only-for-tests!!" * 2).decode()]
STOP_JOURNAL_LOOK_SECONDS = 3600  # no test counts the look among a page's queries; those of the journal look

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = "hello@charity.example"

FILES_OF_THIS_RUN = Path(tempfile.mkdtemp(prefix="storybank-test-"))
atexit.register(shutil.rmtree, FILES_OF_THIS_RUN, ignore_errors=True)
KEPT = BASE_DIR / "var"  # the SQLite test database stays here between runs
VAR_DIR = FILES_OF_THIS_RUN
MEDIA_ROOT = FILES_OF_THIS_RUN / "media"
PRIVATE_ROOT = FILES_OF_THIS_RUN / "private"
SMS_FOLDER = FILES_OF_THIS_RUN / "sms"
STOP_JOURNAL = FILES_OF_THIS_RUN / "journal" / "stops.jsonl"
STORAGES["private"]["OPTIONS"]["location"] = PRIVATE_ROOT

WHITENOISE_AUTOREFRESH = True  # static files from where they lie, nothing collected
WHITENOISE_USE_FINDERS = True

if ON_SQLITE:
    KEPT.mkdir(parents=True, exist_ok=True)
    # A file, because a memory database cannot be shared with the browser tests' server under IMMEDIATE.
    DATABASES["default"]["TEST"] = {"NAME": str(KEPT / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    )
