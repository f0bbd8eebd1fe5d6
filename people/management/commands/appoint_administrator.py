"""The first administrator of a new house. Everyone after that is appointed on the screen by them."""

import argparse
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from people.domain.staffing import CannotChangeStaff, appoint
from people.roles import ADMINISTRATOR


class Command(BaseCommand):
    help = "Appoint an administrator: appoint_administrator EMAIL FIRST_NAME LAST_NAME"

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        for name in ("email", "first_name", "last_name"):
            parser.add_argument(name)

    def handle(self, *_: Any, email: str, first_name: str, last_name: str, **__: Any) -> None:
        try:
            validate_email(email)
            user = appoint(
                email=email, first_name=first_name, last_name=last_name, roles=[ADMINISTRATOR], team=None
            )
        except (CannotChangeStaff, ValidationError) as refusal:
            raise CommandError(" ".join(getattr(refusal, "messages", [str(refusal)]))) from refusal
        self.stdout.write(f"{user.display_name} can sign in with a code sent to {user.email}.")
