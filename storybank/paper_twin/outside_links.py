"""The link for somebody outside who compares sheets with what was typed: never in the hands of whoever typed it in."""

from django.db import transaction

from consent.domain.care import files
from people.domain import links
from people.domain.from_outside import NotFromOutside, send_or_show
from people.enums import LinkPurpose
from people.models import Person, User
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin.checking import may_check

STRAIGHT_TO_THEM = (
    "You may not check this yourself, so the link goes straight to whoever compares it."
    " Write their e-mail address."
)
ONE_OF_OURS = "This address belongs to somebody who works here. It has to be compared by somebody outside."
NO_PAGES = "Scan the pages first: somebody outside has nothing else to compare it with."


@transaction.atomic
def invite(pack: PaperPack, *, by: User, for_whom: str, email: str = "") -> str:
    """For this one pack, once, for seven days; sent when an address is given. An earlier link to it ends.

    Whoever may not compare it themselves gets no link back. Raises `NotFromOutside`.
    """
    mine = PaperPack.objects.select_for_update(of=("self",)).get(pk=pack.pk)
    too_near = not may_check(mine, by)
    if mine.state != PackState.ENTERED:
        raise NotFromOutside("There is nothing to compare now.")
    if not mine.scans.exists():
        raise NotFromOutside(NO_PAGES)
    links.end(purpose=LinkPurpose.CHECK_SHEETS, target=mine.uid.hex)
    return send_or_show(
        purpose=LinkPurpose.CHECK_SHEETS,
        target=mine.uid.hex,
        view="storybank:check_sheets",
        event="consent/outsider_check",
        for_whom=for_whom,
        by=by,
        email=email,
        straight_to_them=STRAIGHT_TO_THEM if too_near else "",
        one_of_ours=ONE_OF_OURS,
        about=about(mine),
    )


def about(pack: PaperPack) -> list[Person | None]:
    """Whose sheets they are, and everybody in the story: never the eyes from outside."""
    return [pack.person, *(files.people_of(pack.file_id) if pack.file_id else [])]
