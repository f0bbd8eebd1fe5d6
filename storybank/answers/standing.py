"""What may stand beside a story, by those who told it: every one of them must have said so. And what became of it.

A promise is kept when every one of them says that it happened. Whoever promised can only claim it.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
)

from consent.enums import WHO_TELLS
from people.models import Person
from storybank.domain.came_back import CameBack, column_of
from storybank.models import Answer, Promise, TellerSaid

About, Said = TellerSaid.About, TellerSaid.Said
T = TypeVar("T", Answer, Promise)


class State(TextChoices):
    """Of a promise. A claim is told to nobody before those who told the story have answered it."""

    PROMISED = "promised"
    KEPT = "kept"
    NOT_YET = "not_yet"
    CLAIMED_NOT_YET = "claimed_not_yet"
    CLAIMED_NOT_SO = "claimed_not_so"


def standing(rows: QuerySet[T]) -> QuerySet[T]:
    """Those that everybody who tells the story has let stand. The gate is asked for the story besides."""
    return rows.filter(_everybody(rows.model, About.STAND))


def kept(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    return standing(rows).filter(_everybody(Promise, About.HAPPENED))


def saying_kept(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    """Each with `is_kept`."""
    happened = ExpressionWrapper(_everybody(Promise, About.HAPPENED), output_field=BooleanField())
    return rows.annotate(is_kept=happened)


def _everybody(model: type[CameBack], about: str) -> Q:
    """Somebody tells it, and nobody who does has not said yes."""
    tells = Person.objects.filter(_tells_it())
    yes = TellerSaid.objects.filter(
        **{column_of(model): OuterRef(OuterRef("pk"))}, person=OuterRef("pk"), about=about, said=Said.YES
    )
    return Q(Exists(tells)) & ~Q(Exists(tells.exclude(Exists(yes))))


class Whose(TextChoices):
    """Whose word it is that stands there: no one of several who told a story speaks for the others."""

    ONE = "one"
    ALL = "all"
    SOME = "some"


def told_by_several(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    """Each with `tellers`, how many told its story."""
    tells = Person.objects.filter(_tells_it()).order_by().values("appearances__file")
    return rows.annotate(tellers=Subquery(tells.annotate(n=Count("pk", distinct=True)).values("n")[:1]))


def of_several(file_ids: Iterable[int]) -> set[int]:
    """Those of these stories that more than one person told."""
    tells = Person.objects.filter(appearances__file__in=file_ids, appearances__relation__in=sorted(WHO_TELLS))
    told = tells.order_by().values("appearances__file").annotate(n=Count("pk", distinct=True))
    return set(told.filter(n__gt=1).values_list("appearances__file", flat=True))


def whose_word(state: State, said: Iterable[str]) -> Whose:
    """`said` as for `state_of`."""
    listed = list(said)
    if len(listed) < 2:
        return Whose.ONE
    others = {Said.YES, Said.NOT_YET} if state == State.CLAIMED_NOT_SO else {Said.YES}
    return Whose.SOME if state != State.KEPT and others & set(listed) else Whose.ALL


def _tells_it() -> Q:
    return Q(appearances__file=OuterRef("file"), appearances__relation__in=sorted(WHO_TELLS))


def state_of(promise: Promise, said: Iterable[str]) -> State:
    """`said`: what each who tells the story says of whether it happened; empty for who has said nothing."""
    words = set(said)
    if not words or "" in words:
        return State.PROMISED
    if words == {Said.YES}:
        return State.KEPT
    if promise.claimed_on is None:
        return State.NOT_YET
    return State.CLAIMED_NOT_SO if Said.NO in words else State.CLAIMED_NOT_YET
