"""A database that forgot what its journal remembers; and how things stand."""

from collections.abc import Iterator
from contextlib import contextmanager

from consent import policy
from consent.domain.record import journaling
from consent.journal import book
from tests.factories.consent import later
from tests.surfaces.stage import tried


@contextmanager
def only_the_journal_remembers() -> Iterator[None]:
    """What happens in the block is in the journal, and the database is as it was before: a backup was restored."""
    with tried():
        yield
        journaling.write_due()


def person_of(edition):
    return edition.file.appearances.get().person


def allowed(edition):
    return {use: policy.may_use(edition.pk, use, later()).allowed for use in ("website", "newsletter")}


def kinds():
    return [line.kind for line in book.lines()]
