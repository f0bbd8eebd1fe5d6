"""A text column that is encrypted at rest under the master keys."""

from typing import Any

from cryptography.fernet import InvalidToken
from django.db import models

from people.encryption import master


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # django-stubs' generics do not run
    """Plain text in Python, a Fernet token in the database. It cannot be filtered on, by intent."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return text if text in (None, "") else master().encrypt(text.encode()).decode()

    def from_db_value(self, value: Any, *_: Any) -> Any:
        if value in (None, ""):
            return value
        try:
            return master().decrypt(value.encode()).decode()
        except InvalidToken:
            return ""
