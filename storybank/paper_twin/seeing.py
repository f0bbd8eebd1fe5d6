"""Which packs a member of staff may open, and which they may check."""

from django.db.models import Q, QuerySet
from django.http import Http404

from consent.domain.care import files
from people.domain.caseload import handled_by
from people.models import Person, User
from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.domain.caseload import suggestable_by, written_along_by
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState
from storybank.paper_twin import codes
from storybank.paper_twin.asking import CannotPrint, questions_for
from storybank.paper_twin.checking import may_check

MOST = 100


def mine(user: User) -> QuerySet[PaperPack]:
    """Of one's own people and teams, and the blank ones, newest first.

    None of a story with somebody in it whom one is kept apart from: their words stand on the sheets too.
    """
    if not has_role(user, SUPPORTER):
        return PaperPack.objects.none()
    people = handled_by(user).values("pk")
    rows = PaperPack.objects.filter(Q(person__in=people) | Q(person=None))
    apart = rows.filter(file__appearances__person__conflicts=user).values("pk")
    return rows.exclude(pk__in=apart).select_related("person", "file", "page")


def to_check(user: User) -> list[PaperPack]:
    """Typed in by somebody else, of nobody this user is kept apart from; oldest first."""
    if not has_role(user, SUPPORTER, SAFEGUARDING):
        return []
    rows = PaperPack.objects.filter(state=PackState.ENTERED).select_related("person", "file", "entered_by")
    return [row for row in rows.order_by("entered_at")[:MOST] if may_check(row, user)]


def opened(user: User, code: str) -> PaperPack:
    """One of mine; unknown and not mine are the same."""
    found = mine(user).filter(code=codes.tidy(code)).first()
    if found is None:
        raise Http404
    return found


def checkable(user: User, code: str) -> PaperPack:
    found = next((row for row in to_check(user) if row.code == codes.tidy(code)), None)
    if found is None:
        raise Http404
    return found


def near(user: User, code: str) -> PaperPack:
    """For the scans: who types in and who checks."""
    try:
        return opened(user, code)
    except Http404:
        return checkable(user, code)


def handled(user: User, pk: int) -> Person:
    found = handled_by(user).filter(pk=pk, erased_at=None).first()
    if found is None:
        raise Http404
    return found


def tellers(user: User, page: StoryPage) -> list[Person]:
    """Who can have sheets of their own for this story: its author, and who wrote it along and is one's own."""
    author, own = files.author_of(page.file_id), set(handled_by(user).values_list("pk", flat=True))
    told = [person for person in files.tellers_of(page.file_id) if person.erased_at is None]
    return [person for person in told if person == author or person.pk in own]


def along(user: User) -> list[tuple[Person, StoryPage]]:
    """One's own people who are asked now about what they wrote with somebody else's author: their sheets, no more."""
    own = handled_by(user).filter(erased_at=None)
    first: dict[int, StoryPage] = {}
    for page in written_along_by(own, user=user):
        first.setdefault(page.file_id, page)
    mine = set(own.values_list("pk", flat=True)) if first else set()
    return [
        (person, page)
        for page in list(first.values())[:MOST]
        for person in files.tellers_of(page.file_id)
        if person.pk in mine and _is_asked(person, page)
    ]


def wanted_sheets(user: User, page_id: int, *, wanted: str) -> tuple[Person, StoryPage]:
    """Whose sheets, of which story: of one's own people alone where the story is somebody else's to work on."""
    page = suggestable_by(user).filter(pk=page_id).first()
    if page is not None:
        return teller(user, page, wanted=wanted), page
    found = [one for one in along(user) if one[1].pk == page_id and str(one[0].pk) == wanted]
    if not found:
        raise Http404
    return found[0]


def _is_asked(person: Person, page: StoryPage) -> bool:
    try:
        asked = questions_for(person, page)
    except CannotPrint:
        return False
    return bool(asked.choices or asked.second or asked.renew)


def teller(user: User, page: StoryPage, *, wanted: str) -> Person:
    """The one whose sheets are wanted, by number; the author where nobody is named. Anybody else is not there."""
    there = tellers(user, page)
    found = [person for person in there if str(person.pk) == wanted] if wanted else there
    if not found:
        raise Http404
    return found[0]
