"""Who looked at what is locked away about somebody, told to them: on their desk at once, once a month in a message."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from people import clock
from people.domain import look_words, outbox
from people.models import IdentityView, OutboxMessage, Person, User
from people.roles import DPO, has_role

EVENT = "people/who_looked"
BRINGING = "to bring you this list"
"""Somebody who gets letters or calls: bringing the list opens the vault, and alone that is no reason for another."""
NOTES = "the notes that help us keep you safe"
THEIR_WORK = "Their work is to keep people safe"


@dataclass(frozen=True, slots=True)
class Looks:
    """What the person reads: looks in the day's work as counts by viewer, all others one by one."""

    everyday: list[tuple[str, str, int]]
    unusual: list[IdentityView]


def looks_at(person: Person) -> Looks:
    """For the person's own page: "Priya, to phone you: 6 times", and each unusual look by itself."""
    return _sorted(person.identity_views.select_related("viewer"))


def read_notes(people: Iterable[Person], *, viewer: User) -> None:
    """Notes about each of these were read; what they say is kept elsewhere."""
    now = clock.now()
    for person in people:
        IdentityView.objects.create(
            person=person, viewer=viewer, what=NOTES, reason=THEIR_WORK, by_itself=True, at=now
        )


def every_look(*, viewer: User) -> QuerySet[IdentityView]:
    """For the data-protection officer, newest first; for anybody else nothing."""
    rows = IdentityView.objects.select_related("viewer", "person").order_by("-at", "-id")
    return rows if has_role(viewer, DPO) else rows.none()


def tell_of_looks() -> int:
    """Write to everybody whose details were opened in a month that is over. Says how many messages that were.

    A look is told once, and nobody gets two messages in one month, however often this runs and whatever the clock
    did in between: what finds its month told already waits for the next.
    """
    over = clock.now().astimezone(clock.LONDON).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    owed = _untold(over).exclude(what=BRINGING).order_by("person_id").values_list("person_id", flat=True)
    return sum(_tell(pk, over=over) for pk in owed.distinct())


@transaction.atomic
def _tell(person_id: int, *, over: datetime) -> bool:
    """Under the person's row: of two workers, the second finds nothing left to tell."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    key = f"looks-{person_id}-{over:%Y-%m}"
    views = list(_untold(over).filter(person=person).select_related("viewer"))
    if all(view.what == BRINGING for view in views) or OutboxMessage.objects.filter(key=key).exists():
        return False
    context: dict[str, object] = {
        "looks": _in_lines(_sorted(views), person.language),
        "times": look_words.times(len(views), person.language),
        "first_day": min(view.at for view in views),
        "last_day": (over - timedelta(days=1)).date(),
    }
    outbox.put(event=EVENT, person=person, context=context, key=key)
    IdentityView.objects.filter(pk__in=[view.pk for view in views]).update(told_at=clock.now())
    return True


def _untold(before: datetime) -> QuerySet[IdentityView]:
    return IdentityView.objects.filter(told_at=None, at__lt=before, person__erased_at=None)


def _sorted(views: Iterable[IdentityView]) -> Looks:
    views = list(views)
    counted = Counter((view.viewer.display_name, view.what) for view in views if view.by_itself)
    return Looks(
        everyday=[(name, what, times) for (name, what), times in counted.most_common()],
        unusual=[view for view in views if not view.by_itself],
    )


def _in_lines(looks: Looks, language: str) -> str:
    """Reasons stay on the desk: they may say more than a letter should."""
    lines = [
        f"{name}, {look_words.what(what, language)}: {look_words.times(times, language)}"
        for name, what, times in looks.everyday
    ]
    if looks.unusual:
        lines += ["", look_words.one_by_one(language)] if lines else []
        lines += [_one(view, language) for view in looks.unusual]
    return "\n".join(lines)


def _one(view: IdentityView, language: str) -> str:
    day = look_words.day(view.at.astimezone(clock.LONDON).date(), language)
    return f"{day}: {view.viewer.display_name}, {look_words.what(view.what, language)}"
