"""A new house has nobody yet: one command appoints the first administrator."""

import pytest
from django.core.management import CommandError, call_command

from people import roles
from people.models import User

pytestmark = pytest.mark.django_db
COMMAND = "appoint_administrator"


def test_the_first_administrator_is_appointed_once():
    call_command(COMMAND, "Colm@charity.example", "Colm", "Adeyinka")

    user = User.objects.get()
    assert (user.email, user.is_superuser, roles.roles_of(user)) == (
        "colm@charity.example",
        False,
        {roles.ADMINISTRATOR},
    )
    with pytest.raises(CommandError):
        call_command(COMMAND, "colm@charity.example", "Colm", "Again")
    assert User.objects.count() == 1


def test_an_address_that_is_none_is_refused():
    with pytest.raises(CommandError):
        call_command(COMMAND, "colm", "Colm", "Adeyinka")

    assert User.objects.count() == 0
