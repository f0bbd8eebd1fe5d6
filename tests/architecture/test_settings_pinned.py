"""The walls that are settings: who changes one in production must change it here too, on purpose."""

import json

import pytest

from tests.plugins.production import run_python

DUMP = """
import django, json
from django.conf import settings
django.setup()
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()}, default=str))
"""
MEGABYTE = 1024 * 1024
PINNED = {
    # no third party learns who reads or works here
    "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
    "WAGTAIL_ENABLE_UPDATE_CHECK": False,
    "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
    "WAGTAILEMBEDS_FINDERS": [],
    "SECURE_REFERRER_POLICY": "no-referrer",
    # stop means stop on the very next request: no network of copies answers in our place
    "CDN_SECONDS": 0,
    # no side roads to people's words
    "WAGTAILADMIN_COMMENTS_ENABLED": False,
    "WAGTAILREDIRECTS_AUTO_CREATE": False,
    "WAGTAIL_PRIVATE_PAGE_OPTIONS": {"SHARED_PASSWORD": False},
    "WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS": {"SHARED_PASSWORD": False},
    "WAGTAILDOCS_SERVE_METHOD": "serve_view",
    "WAGTAILAPI_DOCS_ENABLED": False,
    "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": True,
    "WAGTAIL_FINISH_WORKFLOW_ACTION": "storybank.workflow_end.finish_workflow",
    # uploads
    "WAGTAILIMAGES_EXTENSIONS": ["avif", "heic", "jpeg", "jpg", "png", "webp"],
    "WAGTAILIMAGES_MAX_UPLOAD_SIZE": 10 * MEGABYTE,
    "WAGTAILIMAGES_MAX_IMAGE_PIXELS": 40_000_000,
    "WAGTAILDOCS_DOCUMENT_FORM_BASE": "people.document_form.DocumentForm",
    "WAGTAILDOCS_EXTENSIONS": ["docx", "pdf"],
    "WAGTAILDOCS_MAX_UPLOAD_SIZE": 10 * MEGABYTE,
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 6 * MEGABYTE,
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10_000,
    "DATA_UPLOAD_MAX_NUMBER_FILES": 20,
    "FILE_UPLOAD_PERMISSIONS": 0o640,
    # the browser
    "CONTENT_SECURITY_POLICY": {
        "DIRECTIVES": {
            "default-src": ["'self'"],
            "base-uri": ["'none'"],
            "form-action": ["'self'"],
            "frame-ancestors": ["'none'"],
            "object-src": ["'none'"],
            "upgrade-insecure-requests": True,
        }
    },
    "X_FRAME_OPTIONS": "DENY",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    # sign-ins
    "SESSION_COOKIE_AGE": 1800,
    "SESSION_SAVE_EVERY_REQUEST": True,
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_NAME": "__Host-session",
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
    "ADMIN_NEEDS_MFA": True,
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "ACCOUNT_ADAPTER": "people.staff_access.InvitedStaffOnly",
    "ACCOUNT_PREVENT_ENUMERATION": True,
    "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS": 3,
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": 300,
    "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
    "WAGTAIL_PASSWORD_RESET_ENABLED": False,
    "WAGTAILUSERS_PASSWORD_ENABLED": False,
    # nothing of the demo
    "DEBUG": False,
    "DEMO": False,
    "CLOCK_CAN_MOVE": False,
    "SILENCED_SYSTEM_CHECKS": [],
    "ADMINS": [],
}


@pytest.fixture(scope="module")
def production():
    asked = run_python("-c", DUMP)
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


@pytest.mark.parametrize("name", PINNED)
def test_production_keeps_the_setting(production, name):
    assert production[name] == PINNED[name]


def test_apps_that_open_side_roads_are_not_installed(production):
    side_roads = {"django.contrib.admin", "wagtail.api.v2", "wagtail.api.v3", "wagtail.contrib.forms"}

    assert side_roads & set(production["INSTALLED_APPS"]) == set()


def test_middleware_guards_stand_in_their_order(production):
    guards = [
        "csp.middleware.CSPMiddleware",
        "home.middleware.csp_admin.AdminContentSecurityPolicy",
        "home.middleware.own_origin.OwnOrigin",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "people.staff_access.MembersStayOut",
        "people.staff_access.SecondFactorForStaff",
        "home.access.middleware.Wall",
    ]

    assert [name for name in production["MIDDLEWARE"] if name in guards] == guards


def test_private_files_have_no_public_address(production):
    private, public = production["STORAGES"]["private"]["OPTIONS"], production["MEDIA_ROOT"]

    assert private["base_url"] is None
    assert not private["location"].startswith(public)


def test_the_checks_of_django_for_deployment_find_nothing():
    checked = run_python("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert checked.returncode == 0, checked.stderr


def test_no_address_of_an_interface_we_do_not_use_is_mounted():
    listed = run_python(
        "-c",
        "import django; django.setup()\n"
        "from django.urls import get_resolver\n"
        "print(*sorted({str(p.pattern) for p in get_resolver().url_patterns}))",
    )

    assert listed.returncode == 0, listed.stderr
    assert {"admin/", "staff/", "documents/"} <= set(listed.stdout.split())
    assert {"django-admin/", "api/v3/", "accounts/"} & set(listed.stdout.split()) == set()
