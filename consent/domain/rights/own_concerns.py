"""Concerns that came from the person themselves: an author asking us to look again, or somebody who left their address.

The page for concerns asks nobody who they are. A concern is taken for theirs when it came from their own desk, or when
the address for our answer is one that we hold for them and for nobody else: the answer went there already.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from consent.domain.acts import concern_decisions
from consent.domain.care import concerns
from consent.domain.care.files import files_by
from consent.domain.rights.keeping import empty_concerns
from consent.models import Concern
from people.domain import addresses, vault
from people.domain.own_data import by_role
from people.models import Person


def concerns_of(person: Person) -> list[dict[str, Any]]:
    """Oldest first, with what they wrote and what we answered them."""
    return [_told(row) for row in _theirs(person)]


def forget_concerns_of(person: Person) -> int:
    """Their words and address go, while we still know by which address they are theirs; what was decided stays."""
    return empty_concerns(_theirs(person))


def _theirs(person: Person) -> Iterator[Concern]:
    """Every concern is opened to look at its address: there are few, and nobody waits for this."""
    known = vault.everything(person)
    told = [_address(known.get(name, "")) for name in ("email", "phone")]
    mine = [at for at in told if at is not None and not vault.held_by_others(person, at)]
    own = set(files_by(person).values_list("pk", flat=True))
    rows = Concern.objects.exclude(sealed=b"").filter(Q(by_author=False) | Q(file__in=own))
    for row in rows.select_related("acknowledged_by", "decided_by").order_by("received_at", "id"):
        if row.by_author or _address(concerns.said(row).contact) in mine:
            yield row


def _told(row: Concern) -> dict[str, Any]:
    words, reasons = concerns.said(row), concern_decisions.reasons(row)
    return {
        "It reached us": row.received_at,
        "About": row.get_matter_display(),
        "Which story you said": words.story,
        "What you wrote": words.text,
        "Where we answer": words.contact,
        "We said that we have it": row.acknowledged_at,
        "How often staff looked up where to answer": row.looks.count(),
        "What was decided": row.get_decision_display() if row.decision else "",
        "Decided": row.decided_at,
        "By": by_role(row.decided_by),
        "Why": reasons.get("author" if row.by_author else "them", ""),
    }


def _address(contact: str) -> addresses.Address | None:
    """None when it is none."""
    try:
        return addresses.email_or_phone(contact) if contact else None
    except addresses.NotAnAddress:
        return None
