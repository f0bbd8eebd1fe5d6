"""Things that went out, begun by the domain's own verb."""

from typing import Any

from consent.domain.out import outings
from consent.domain.out.outings import Kind
from consent.models import Edition, Outing
from people.models import Person
from tests.factories.consent import a_file, a_version, cleared


def a_cleared_version(*uses: str, person: Person | None = None) -> Edition:
    """Everyone has said yes twice; it counts once thinking time is over."""
    edition = a_version(a_file(person))
    cleared(edition, *(uses or ("website",)))
    return edition


def out(edition: Edition, *, use: str = "newspapers", kind: Kind = Kind.PACK, **details: Any) -> Outing:
    """Handed over now; the clock must stand after the second yes."""
    return outings.begin(edition, use=use, kind=kind, **details)
