"""What the people room holds about one person, for their own copy: in plain words, staff by role and never by name."""

from typing import Any

from people.domain import contact_rules, saying_rules, trusting, vault
from people.domain.events import EVENTS
from people.enums import RulesRoute
from people.models import Person, User
from people.roles import roles_of

LABELS = {
    "legal_name": "Legal name",
    "born": "Born on",
    "address": "Postal address",
    "phone": "Phone",
    "email": "E-mail",
    "prison_number": "Prison number",
}
WITH_A_CODE = frozenset({"people/sign_in_code", "people/invited"})
"""Messages whose words open a door: the copy says that they were sent and leaves the words out."""


def own_data(person: Person) -> dict[str, Any]:
    """Labels are the same in every copy, so that a machine can read them too. Times are aware datetimes."""
    known = vault.everything(person)
    return {
        "What we call you": person.called,
        "Your code with us": person.code,
        "We met": person.met_at,
        "Language": person.get_language_display(),
        "How we reach you": person.get_channel_display(),
        "Who a message says it is from": person.sender_name,
        "When and how it is safe": person.contact_notes,
        "Your rules for reaching you": _rules(person),
        "Who stands beside you": by_role(person.supporter) if person.supporter else "",
        "Your team": str(person.team or ""),
        "Staff who keep away from your things": person.conflicts.count(),
        "Who you are": {LABELS[name]: known[name] for name in LABELS if name in known},
        "Who has opened these details": _looks(person),
        "Your paper codes": [
            {"Made": row.made_at, "Ended": row.ended_at} for row in person.access_codes.order_by("made_at")
        ],
        "Codes we sent you to sign in": [
            {"Sent": row.sent_at, "Used": row.used_at} for row in person.sign_in_codes.order_by("sent_at")
        ],
        "You last signed in": person.user.last_login if person.user else None,
        "Somebody you trust to say stop": _trusted(person),
        "Messages to you": _messages(person),
    }


def _trusted(person: Person) -> list[dict[str, object]]:
    """Whoever it was before, too."""
    return [
        {"Name": held.called, "Reached by": held.contact, "Since": held.since, "Until": held.until}
        for held in trusting.ever_trusted_by(person)
    ]


def _rules(person: Person) -> list[dict[str, Any]]:
    """Those in force first, then the earlier ones; in the sentences that the person's own page shows."""
    return [
        {
            "From": given.at,
            "Until": given.until,
            "Written down by": by_role(given.by) or "You",
            "How you told us": RulesRoute(given.route).label,
            "Rules": list(saying_rules.sentences(given.rules)),
        }
        for given in contact_rules.ever_given(person)
    ]


def by_role(user: User | None) -> str:
    """A member of staff by what they are, for people's own copies."""
    if user is None:
        return ""
    held = sorted(roles_of(user))
    return f"Staff: {', '.join(role.lower() for role in held)}" if held else "Staff"


def _looks(person: Person) -> list[dict[str, Any]]:
    rows = person.identity_views.select_related("viewer").order_by("at")
    return [{"When": row.at, "Who": by_role(row.viewer), "What": row.what, "Why": row.reason} for row in rows]


def _messages(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "When": row.written_at,
            "What": EVENTS[row.event].title if row.event in EVENTS else "A message",
            "How": row.get_channel_display(),
            "Where it stands": row.get_state_display(),
            "First line": row.subject,
            "It went through": row.through,
            "Not before": row.due_at,
            "Tries": [
                {"When": one.at, "Who": by_role(one.by), "What came of it": one.get_outcome_display()}
                for one in row.tried.all()
            ],
            "Words": "Left out: it held a code." if row.event in WITH_A_CODE else row.body,
        }
        for row in person.messages.order_by("written_at", "id").prefetch_related("tried__by")
    ]
