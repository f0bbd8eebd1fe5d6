"""Which stories a search leads to: the index narrows, the gate decides, in one statement; ids, best first."""

from dataclasses import dataclass

from django.db.models import F

from consent import policy
from people import clock
from storybank.domain.searching.asking import Asked
from storybank.domain.searching.matching import meets, rank
from storybank.models import Findable

MOST = 400
"""So many are put in order of how well they fit: the newest, where more stories meet the words. Ordering all that
meet a common word is what makes a stock search slow, and nobody reads on so far."""


@dataclass(frozen=True)
class Hits:
    """Ids of stories, best first; `more`: there are others that also meet the words, all older than these."""

    ids: list[int]
    more: bool = False


def hits(asked: Asked) -> Hits:
    """Asked of the gate now. Nothing is looked for where `asked.why_not` says so."""
    if asked.why_not:
        return Hits([])
    cleared = policy.cleared_q(policy.WEBSITE, clock.now(), identity=policy.WORDS)
    newest = Findable.objects.filter(meets(asked), cleared).order_by("-public_on", "art_seed")[: MOST + 1]
    rows = (
        Findable.objects.filter(pk__in=newest.values("pk"), page__live=True, edition=F("page__edition"))
        .annotate(rank=rank(asked))
        .order_by("-rank", "-public_on", "art_seed")
    )
    ids = list(rows.values_list("page_id", flat=True))
    return Hits(ids[:MOST], more=len(ids) > MOST)
