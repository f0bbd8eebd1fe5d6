"""The frame of every change: lock the file, let the verb write, let a newer version take over from an older one,
make the clearances right, keep the person's copy, speak upward.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from consent.domain.clearance.clearing import reproject, wanted
from consent.domain.clearance.superseding import supersede_older
from consent.domain.record.locking import locked_file
from consent.domain.told.receipts import keep_copies
from consent.models import ConsentFile
from consent.signals import consent_changed
from people import clock

log = logging.getLogger(__name__)
_under_way: ContextVar[frozenset[int]] = ContextVar("acts_under_way", default=frozenset())


@contextmanager
def acting(file_id: int) -> Iterator[ConsentFile]:
    """The file locked for one act of a person, however many changes it is made of: one copy of it at the end."""
    with locked_file(file_id) as file:
        if file_id in _under_way.get():
            yield file
            return
        before, token = file.head_seq, _under_way.set(_under_way.get() | {file_id})
        try:
            yield file
            keep_copies(file, after=before)
        finally:
            _under_way.reset(token)


@contextmanager
def changing(file_id: int, *, use: str = "") -> Iterator[ConsentFile]:
    """Everything in the block and its consequences for the gate happen in one transaction, or not at all."""
    with acting(file_id) as file:
        yield file
        cleared = wanted(file)
        if supersede_older(file, cleared):
            cleared = wanted(file)
        reproject(file, cleared)
        speak(file, use=use)


def speak(file: ConsentFile, *, use: str = "") -> None:
    """Tell the rooms above. A receiver that fails is logged and never undoes the change."""
    for receiver, answer in consent_changed.send_robust(
        sender=ConsentFile, file_id=file.pk, use=use, at=clock.now()
    ):
        if isinstance(answer, Exception):
            log.error("a receiver of consent_changed failed: %r", receiver, exc_info=answer)
