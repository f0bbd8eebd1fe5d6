"""The same words frozen again: what was chosen of them, and what the author said to it, counts for them too."""

from consent.enums import NEEDS_YES
from people.domain import outbox
from storybank.models import ShownPart, StoryEdition

KEPT = (
    "whole",
    "blocks",
    "not_in",
    "seen_and_heard",
    "chosen_by_id",
    "chosen_at",
    "author_said",
    "author_said_at",
)


def carry_over(frozen: StoryEdition) -> None:
    """Whoever may read their part hears once that they are asked about this version. The newest part counts."""
    edition = frozen.edition
    earlier = ShownPart.objects.filter(
        page_id=frozen.page_id, edition__closure_sha256=edition.closure_sha256, edition__n__lt=edition.n
    ).select_related("appearance__person")
    for old in earlier.order_by("-edition__n", "-pk"):
        values = {name: getattr(old, name) for name in KEPT}
        part, made = ShownPart.objects.get_or_create(
            appearance_id=old.appearance_id, edition=edition, defaults={"page_id": frozen.page_id, **values}
        )
        row = old.appearance
        if made and part.author_said == "yes" and row.person is not None and row.basis in NEEDS_YES:
            outbox.put(event="storybank/you_are_in_it", person=row.person, key=f"in-it-{part.pk}")
