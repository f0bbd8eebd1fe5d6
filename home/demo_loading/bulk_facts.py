"""What every part of a crowd draws on: who stands beside whom, which lists exist, and chance that can be repeated."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from uuid import UUID, uuid5

from people.models import Region, Team, Theme, User
from people.roles import COMMS, SAFEGUARDING, SUPPORTER
from storybank.models import StoryIndexPage

CROWD = UUID("6a1f6c3e-52b7-4b0c-9a5e-0d2f6f0d9c11")
BATCH = 500


@dataclass(frozen=True, slots=True)
class House:
    """The charity as the curated demo founded it."""

    supporters: tuple[tuple[User, Team], ...]
    lead: User
    comms: User
    themes: tuple[Theme, ...]
    regions: tuple[Region, ...]
    indexes: dict[int, StoryIndexPage]


def the_house() -> House:
    supporters = User.objects.filter(groups__name=SUPPORTER).order_by("id")
    paired = ((user, Team.objects.filter(group__user=user).first()) for user in supporters)
    return House(
        supporters=tuple((user, team) for user, team in paired if team is not None),
        lead=User.objects.filter(groups__name=SAFEGUARDING).order_by("id")[0],
        comms=User.objects.filter(groups__name=COMMS).order_by("id")[0],
        themes=tuple(Theme.objects.order_by("slug")),
        regions=tuple(Region.objects.order_by("slug")),
        indexes={page.team_id: page for page in StoryIndexPage.objects.exclude(team=None)},
    )


def uid(seed: int, what: str, number: int) -> UUID:
    """The same seed knows the same crowd again."""
    return uuid5(CROWD, f"{seed}:{what}:{number}")


def chance(seed: int, what: str, number: int) -> Random:
    """Dice of its own for each one, so that it does not matter in which portions a crowd is loaded."""
    return Random(f"{seed}:{what}:{number}")  # noqa: S311 - a crowd, not a secret


def batches(whole: int) -> Iterator[range]:
    for start in range(0, whole, BATCH):
        yield range(start, min(start + BATCH, whole))
