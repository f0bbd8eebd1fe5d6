"""One row lock orders everything: publish, answer, stop and event writing take the consent file first."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction

from consent.models import ConsentFile


@contextmanager
def locked(file_ids: Iterable[int]) -> Iterator[list[ConsentFile]]:
    """Lock the files in ascending id inside one transaction.

    Do no rendering, mail or indexing in the block. On SQLite the IMMEDIATE transaction is the lock.
    """
    with transaction.atomic():
        yield list(
            ConsentFile.objects.select_for_update(no_key=True).filter(id__in=set(file_ids)).order_by("id")
        )


@contextmanager
def locked_file(file_id: int) -> Iterator[ConsentFile]:
    """Lock one file. Raises `ConsentFile.DoesNotExist` when there is none."""
    with transaction.atomic():
        yield ConsentFile.objects.select_for_update(no_key=True).get(id=file_id)
