"""The codes by which staff call stories, for the data-protection officer's ledger."""

from collections.abc import Iterable

from storybank.models import StoryPage


def codes_of(file_ids: Iterable[int]) -> dict[int, str]:
    """File id → "Story 4F7K". A story in two languages goes by its first page."""
    rows = StoryPage.objects.filter(file_id__in=list(file_ids)).order_by("-pk").values_list("file_id", "code")
    return {file_id: f"Story {code}" for file_id, code in rows}


def files_with(code: str) -> list[int]:
    return list(StoryPage.objects.filter(code=code).values_list("file_id", flat=True).distinct())
