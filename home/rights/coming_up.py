"""What retention will do next, in numbers only, for the first page. The look is long: one in ten minutes."""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Min

from home.models import KeepingWarning
from home.rights import keeping
from home.rights.deciding import GRACE
from home.rights.kinds import Warned

KEY, SECONDS = "rights-coming-up", 600


@dataclass(frozen=True, slots=True)
class ComingUp:
    """`to_tell` hear of it tonight; `told` wait, the first of them until `first`; `to_go` and `quiet` go tonight."""

    to_tell: int
    told: int
    first: datetime | None
    to_go: int
    quiet: int


def coming_up() -> ComingUp:
    return cache.get_or_set(KEY, _look, SECONDS)


def forget() -> None:
    """A rule was changed: look again."""
    cache.delete(KEY)


def _look() -> ComingUp:
    ahead = keeping.look_ahead()
    warned = [one for one in ahead if isinstance(one.rule.kind, Warned)]
    names = [one.rule.kind.what for one in warned if one.wait]
    oldest = KeepingWarning.objects.filter(what__in=names).aggregate(first=Min("warned_at"))["first"]
    return ComingUp(
        to_tell=sum(one.warn for one in warned),
        told=sum(one.wait for one in warned),
        first=oldest + GRACE if oldest else None,
        to_go=sum(one.act for one in warned),
        quiet=sum(one.act for one in ahead if one not in warned),
    )
