"""By which ways words can leave the house for a use: a pack, a card for a room, a private page, the newsletter."""

from dataclasses import dataclass
from typing import Final

from consent.domain.record.uses import current_uses
from consent.enums import Subject

NEWSLETTER: Final = "newsletter"
OUR_OWN: Final = frozenset({"website", "social-media", NEWSLETTER, "machine-processing"})
"""Uses that are ours to do, and need no paper for somebody else."""
ON_PAPER: Final = OUR_OWN | {"printed"}


@dataclass(frozen=True)
class Ways:
    """What can be made for one use. `private`: only for uses that are not public."""

    pack: bool = False
    room: bool = False
    private: bool = False
    newsletter: bool = False


def ways_for(use: str) -> Ways:
    row = current_uses(Subject.STORY).filter(slug=use).first()
    if row is None:
        return Ways()
    theirs = use not in OUR_OWN
    return Ways(
        pack=theirs,
        room=use not in ON_PAPER,
        private=theirs and not row.public,
        newsletter=use == NEWSLETTER,
    )


def uses_by_pack() -> dict[str, str]:
    """Use → label."""
    return dict(current_uses(Subject.STORY).exclude(slug__in=OUR_OWN).values_list("slug", "label"))


def uses_in_a_room() -> dict[str, str]:
    """Use → label."""
    return dict(current_uses(Subject.STORY).exclude(slug__in=ON_PAPER).values_list("slug", "label"))


def uses_in_private() -> dict[str, str]:
    """Use → label: what everybody may read needs no private page."""
    rows = current_uses(Subject.STORY).filter(public=False).exclude(slug__in=OUR_OWN)
    return dict(rows.values_list("slug", "label"))
