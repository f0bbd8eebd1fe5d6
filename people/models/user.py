"""A sign-in: staff, or a member (author, speaker). One human who is both has two."""

import secrets
from typing import Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower

from people.enums import UserKind


class Users(UserManager["User"]):
    """Makes sign-ins; nobody gets a password by accident."""

    def create_member(self) -> "User":
        """A member's sign-in: a random username and nothing else. Name and address live in the vault."""
        return self._without_password(username=f"m-{secrets.token_hex(8)}", kind=UserKind.MEMBER)

    def create_staff(self, *, email: str, first_name: str, last_name: str) -> "User":
        """A staff sign-in. Staff sign in by e-mailed code and a second factor, never by password."""
        return self._without_password(
            username=f"s-{secrets.token_hex(8)}",
            kind=UserKind.STAFF,
            email=email,
            first_name=first_name,
            last_name=last_name,
        )

    def _without_password(self, **fields: Any) -> "User":
        user = self.model(**fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractUser):
    """`kind` decides the door: staff reach the admin, members reach their own desk and nothing else."""

    kind = models.CharField(max_length=10, choices=UserKind.choices, default=UserKind.STAFF)

    objects: Users = Users()  # type: ignore[misc]  # the manager of this very class

    class Meta:
        verbose_name = "sign-in"
        constraints = [
            models.CheckConstraint(
                name="members_carry_no_name",
                condition=models.Q(kind=UserKind.STAFF)
                | models.Q(email="", first_name="", last_name="", is_staff=False, is_superuser=False),
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="one_sign_in_per_staff_address",
                condition=~models.Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """A member of staff by name; a member by nothing that points to them."""
        return self.get_full_name() or ("Staff" if self.kind == UserKind.STAFF else "Member")
