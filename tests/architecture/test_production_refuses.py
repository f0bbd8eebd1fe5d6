"""Production does not start half configured, and one message names everything that is missing."""

import pytest

from tests.plugins.production import OPENS_NOTHING, run_python

START = ("-c", "import storybank.config.settings.production")


def last_line(errors: str) -> str:
    return errors.strip().splitlines()[-1]


def test_production_starts_when_everything_is_there():
    started = run_python(*START)

    assert (started.returncode, started.stderr) == (0, "")


def test_all_that_is_missing_is_named_at_once():
    refused = run_python(*START, **dict.fromkeys(OPENS_NOTHING, ""))

    assert refused.returncode == 1
    assert last_line(refused.stderr) == (
        "django.core.exceptions.ImproperlyConfigured: Storybank cannot start. Missing in the environment: "
        "DATABASE_URL, SECRET_KEY, ALLOWED_HOSTS, FIELD_KEYS, INDEX_KEY, STOP_JOURNAL_KEYS, EMAIL_URL. "
        "README.md, under 'Run it for real', says what each one is."
    )


@pytest.mark.parametrize("name", OPENS_NOTHING)
def test_one_missing_setting_is_enough_to_refuse(name):
    refused = run_python(*START, **{name: None})

    assert refused.returncode == 1
    assert f"Missing in the environment: {name}." in last_line(refused.stderr)


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("DATABASE_URL", "my database", "DATABASE_URL is not like postgres://"),
        ("SECRET_KEY", "sesame", "SECRET_KEY is shorter than 50 characters"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name each host"),
        ("FIELD_KEYS", "not-a-key", "FIELD_KEYS is not a list of Fernet keys"),
        ("INDEX_KEY", "sesame", "INDEX_KEY is shorter than 50 characters"),
        ("STOP_JOURNAL_KEYS", "sesame", "STOP_JOURNAL_KEYS is not a list of keys of 32 bytes in base64"),
        ("EMAIL_URL", "post.charity.example", "EMAIL_URL is not like submission://"),
    ],
)
def test_a_malformed_setting_is_refused_in_words_that_do_not_repeat_it(name, value, complaint):
    refused = run_python(*START, **{name: value})

    assert refused.returncode == 1
    assert complaint in last_line(refused.stderr)
    assert value not in last_line(refused.stderr)


NOTIFY = {
    "SMS_BACKEND": "people.notify.NotifyBackend",
    "NOTIFY_API_KEY": "team-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0",
    "NOTIFY_TEMPLATE_ID": "f33517ff-2a88-4f6e-b855-c550268ce08a",
}


def test_production_starts_with_all_of_notify():
    started = run_python(*START, **NOTIFY)

    assert (started.returncode, started.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("SMS_BACKEND", None, "Missing in the environment: SMS_BACKEND."),
        ("NOTIFY_API_KEY", None, "Missing in the environment: NOTIFY_API_KEY."),
        ("NOTIFY_TEMPLATE_ID", None, "Missing in the environment: NOTIFY_TEMPLATE_ID."),
        ("SMS_BACKEND", "people.sms.FileBackend", "SMS_BACKEND is not people.notify.NotifyBackend"),
        ("NOTIFY_API_KEY", "3d844edf-8d35-48ac-975b-e847b4f122b0", "NOTIFY_API_KEY is not a whole key"),
        ("NOTIFY_TEMPLATE_ID", "text", "NOTIFY_TEMPLATE_ID is not like 0f1e2d3c"),
    ],
)
def test_half_of_notify_is_refused(name, value, complaint):
    refused = run_python(*START, **NOTIFY | {name: value})

    assert refused.returncode == 1
    assert complaint in last_line(refused.stderr)
