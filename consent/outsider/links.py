"""The link for somebody outside: one record, one check, seven days."""

from consent.models import Evidence
from consent.models.evidence import Outcome
from people.domain import links
from people.enums import LinkPurpose
from people.models import User


def link_for(row: Evidence, *, for_whom: str, by: User) -> str:
    """The token, shown this once. An earlier link to the same record ends."""
    links.end(purpose=LinkPurpose.CHECK_ANSWER, target=row.uid.hex)
    return links.make(purpose=LinkPurpose.CHECK_ANSWER, target=row.uid.hex, for_whom=for_whom, by=by)


def opened_by(token: str) -> tuple[Evidence, str] | None:
    """What the link opens now, and who it was made for; nothing when it is unknown, used, over or not needed."""
    link = links.peek(token, purpose=LinkPurpose.CHECK_ANSWER)
    if link is None:
        return None
    rows = Evidence.objects.select_related("person", "file", "recorded_by")
    row = rows.filter(uid=link.target, outcome=Outcome.WAITING).first()
    return (row, link.for_whom) if row else None


def use_up(token: str) -> bool:
    """Once: of two at the same moment one gets it."""
    return links.use(token, purpose=LinkPurpose.CHECK_ANSWER) is not None
