"""Readers' and desks' pages run nothing inline; Wagtail's admin may, because its editor cannot do without."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from home.middleware.csp_admin import AdminContentSecurityPolicy

STRICT = {
    "default-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
STAFF = STRICT | {"img-src": "'self' data:"}
ADMIN = STRICT | {
    "frame-ancestors": "'self'",
    "img-src": "'self' data: blob:",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
}


def policy_of(response: HttpResponse) -> dict[str, str]:
    parts = response["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/no-such-page/", STRICT),
        ("/my/no-such-page/", STRICT),
        ("/cy/no-such-page/", STRICT),
        ("/administrators/", STRICT),
        ("/staff/login/", STAFF),
        ("/admin/", ADMIN),
    ],
)
def test_each_part_of_the_site_has_its_policy(client, path, policy):
    assert policy_of(client.get(path)) == policy


def test_the_middleware_changes_nothing_but_the_policy():
    answer = HttpResponse("as it was", headers={"X-Kept": "yes"})

    passed = AdminContentSecurityPolicy(lambda _request: answer)(RequestFactory().get("/admin/"))

    assert passed is answer
    assert (passed.content, passed["X-Kept"]) == (b"as it was", "yes")
