"""For staff: which stories wait for an answer and since when, and which promises are over their day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from people import clock
from people.models import User
from people.roles import COMMS, has_role
from storybank.domain.came_back import Words, opened
from storybank.domain.caseload import suggestable_by
from storybank.domain.queries import public_stories
from storybank.enums import Closing, Kind
from storybank.models import Answer, Promise, StoryPage

MOST = 50
ASKS = Q(kind__in=[Kind.CONCERN, Kind.IDEA]) | Q(closing_kind=Closing.ASK)


@dataclass(frozen=True)
class Unanswered:
    page: StoryPage
    days: int


@dataclass(frozen=True)
class OpenPromise:
    """`late`: days since the one for which it was promised; nothing when that is still to come, or was never named."""

    promise: Promise
    words: Words
    page: StoryPage
    late: int


def open_to(user: User) -> QuerySet[StoryPage]:
    """Stories that can be read now: all of them for comms, their own people's for supporters; never with a conflict."""
    public = public_stories()
    if not has_role(user, COMMS):
        return public.filter(pk__in=suggestable_by(user).values("pk"))
    apart = Q(file__appearances__person__conflicts=user) | Q(file__appearances__person__user=user)
    return public.exclude(pk__in=StoryPage.objects.filter(apart).values("pk"))


def unanswered(user: User) -> list[Unanswered]:
    """The longest first. One line a story, whatever its forms."""
    came = [~Exists(model.objects.filter(file=OuterRef("file"))) for model in (Answer, Promise)]
    asks = open_to(user).filter(ASKS, *came, public_on__isnull=False).order_by("public_on", "pk")
    today, found = clock.today(), dict[int, Unanswered]()
    for page in asks[: 2 * MOST]:
        found.setdefault(page.file_id, Unanswered(page, _days(page.public_on, today)))
    return list(found.values())[:MOST]


def open_promises(user: User) -> list[OpenPromise]:
    """Those nobody has claimed yet; the one that is latest first, those without a day at the end."""
    pages: dict[int, StoryPage] = {}
    rows = Promise.objects.filter(claimed_on=None, file__in=open_to(user).values("file"))
    listed = list(rows.select_related("file").order_by("due", "on", "pk")[:MOST])
    for page in open_to(user).filter(file__in=[row.file_id for row in listed]).order_by("-pk"):
        pages[page.file_id] = page
    today = clock.today()
    return [
        OpenPromise(row, words, pages[row.file_id], max(_days(row.due, today), 0) if row.due else 0)
        for row, words in opened(sorted(listed, key=lambda row: row.due or date.max)).items()
        if row.file_id in pages
    ]


def _days(day: date, today: date) -> int:
    return (today - day).days
