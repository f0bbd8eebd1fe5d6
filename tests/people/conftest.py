"""Staff of every role may enter the admin; what they meet there is decided page by page."""

import pytest
from django.contrib.auth.models import Group, Permission

from people import roles


@pytest.fixture(autouse=True)
def staff_may_enter(request):
    if "django_db_setup" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        return
    request.getfixturevalue("db")
    may_enter = Permission.objects.get(codename="access_admin")
    for group in Group.objects.filter(name__in=roles.ALL):
        group.permissions.add(may_enter)
