"""Gathering what `standing` needs to know, for one story or for a whole queue in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import TaskState, WorkflowState

from consent import policy
from consent.domain.record import progress
from people import clock
from people.models import Person
from storybank.domain import takes, typing_up
from storybank.domain.standing import Facts, Standing, stands
from storybank.models import SafetyCheck, SafetyCheckTask, StoryEdition, StoryPage, SupporterCheckTask


def waiting_for(page: StoryPage) -> Standing:
    """Where one story stands now."""
    return standings([page])[page.pk]


def standings(
    pages: Iterable[StoryPage], *, authors: Mapping[int, Person] | None = None, at: datetime | None = None
) -> dict[int, Standing]:
    """Where each of the stories stands, by page id. `authors`: of their files, for whoever has asked already."""
    moment, rows = at or clock.now(), list(pages)
    if authors is None:
        authors = progress.authors_of([page.file_id for page in rows])
    asks = progress.progress_of([page.file_id for page in rows], at=moment)
    held = progress.held([page.file_id for page in rows])
    cleared = policy.clearances([page.edition_id for page in rows], policy.WEBSITE, moment)
    checks = _checks_of_latest(rows)
    versions = list(StoryEdition.objects.filter(page__in=rows).select_related("edition").order_by("id"))
    frozen = _editions_of_latest(rows, versions, checks)
    to_come = {row.page_id for row in versions if row.goes_up_at is not None}
    tasks = _tasks(rows)
    to_type = takes.waits_to_be_typed([page.file_id for page in rows])
    typed = typing_up.waits_to_be_read(rows)
    found = {}
    for page in rows:
        task = tasks.get(page.pk)
        check = checks.get(page.pk)
        author = authors.get(page.file_id)
        edition = frozen.get(page.pk)
        found[page.pk] = stands(
            Facts(
                since=task[1] if task else page.latest_revision_created_at or moment,
                author=author.called if author else "The author",
                up=page.live and page.edition_id in cleared,
                held=page.file_id in held,
                task=task[0] if task else "",
                to_type=page.file_id in to_type,
                typed=page.pk in typed,
                changed=page.accepted_revision_id != page.latest_revision_id,
                checked=check.safe if check else None,
                moment=page.pk in to_come,
                asks=tuple(ask for ask in asks.get(page.file_id, []) if ask.edition_id == edition),
            )
        )
    return found


def _checks_of_latest(pages: list[StoryPage]) -> dict[int, SafetyCheck]:
    """The newest safety check of each page's latest revision."""
    rows = SafetyCheck.objects.filter(revision_id__in=[page.latest_revision_id for page in pages])
    return {row.page_id: row for row in rows.order_by("id")}


def _editions_of_latest(
    pages: list[StoryPage], versions: list[StoryEdition], checks: dict[int, SafetyCheck]
) -> dict[int, int]:
    """The frozen version that each page's latest words are, if they are one: same revision, or same words."""
    latest = {page.pk: page.latest_revision_id for page in pages}
    words = {pk: check.closure_sha256 for pk, check in checks.items()}
    return {
        row.page_id: row.edition_id
        for row in versions
        if row.revision_id == latest[row.page_id] or row.edition.closure_sha256 == words.get(row.page_id)
    }


def _tasks(pages: list[StoryPage]) -> dict[int, tuple[str, Any]]:
    """Which check is under way on which page, and since when."""
    names = {
        ContentType.objects.get_for_model(SupporterCheckTask).pk: "supporter",
        ContentType.objects.get_for_model(SafetyCheckTask).pk: "safety",
    }
    rows = WorkflowState.objects.filter(
        object_id__in=[str(page.pk) for page in pages],
        base_content_type=StoryPage(pk=0).get_base_content_type(),
        status=WorkflowState.STATUS_IN_PROGRESS,
        current_task_state__status=TaskState.STATUS_IN_PROGRESS,
    ).select_related("current_task_state__task")
    return {
        int(row.object_id): (
            names.get(row.current_task_state.task.content_type_id, ""),
            row.current_task_state.started_at,
        )
        for row in rows
    }
