"""The link for somebody outside: one record, one check, seven days."""

from django.db import transaction

from consent.domain.care import files
from consent.domain.written.verifying import why_not_by
from consent.models import Evidence
from consent.models.evidence import Outcome
from people.domain import links
from people.domain.from_outside import send_or_show
from people.enums import LinkPurpose
from people.models import Person, User

STRAIGHT_TO_THEM = (
    "You may not check this yourself, so the link goes straight to whoever checks it."
    " Write their e-mail address."
)
ONE_OF_OURS = "This address belongs to somebody who works here. The check has to come from outside."


@transaction.atomic
def invite(row: Evidence, *, for_whom: str, by: User, email: str = "") -> str:
    """The address of the link, to be shown this once; sent when an e-mail address is given. An earlier one ends.

    Whoever may not check it themselves never holds it: they get nothing back. Raises `NotFromOutside`.
    """
    too_near = why_not_by(row, by)
    links.end(purpose=LinkPurpose.CHECK_ANSWER, target=row.uid.hex)
    return send_or_show(
        purpose=LinkPurpose.CHECK_ANSWER,
        target=row.uid.hex,
        view="consent:check_answer",
        event="consent/outsider_check",
        for_whom=for_whom,
        by=by,
        email=email,
        straight_to_them=STRAIGHT_TO_THEM if too_near else "",
        one_of_ours=ONE_OF_OURS,
        about=about(row),
    )


def about(row: Evidence) -> list[Person]:
    """Whose answers they are, and everybody in it: never the eyes from outside."""
    return [row.person, *files.people_of(row.file_id)]


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
