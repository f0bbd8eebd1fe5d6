"""Sending a story on its way: to the checks, back from them, and the supporter's own check."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import TaskState

from consent.domain.acts.asking import MOST_AT_ONCE
from consent.domain.acts.offering import uses_on_offer
from consent.domain.care import files
from consent.domain.record import uses as catalogue
from consent.domain.record.locking import locked_file
from consent.domain.record.progress import undecided
from consent.enums import Subject
from people.domain import outbox
from people.models import User
from people.roles import SAFEGUARDING
from storybank.domain import freezing, takes
from storybank.domain.words_beside import missing
from storybank.models import SafetyCheckTask, StoryPage, StoryPlan, SupporterCheckTask


class CannotSend(ValueError):
    """The step is not possible now; the message says why and what to do, for staff."""


@transaction.atomic
def send_for_checks(page: StoryPage, *, by: User | None) -> str:
    """Start the checks; or go straight on when exactly these words were checked already. Says what happened."""
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        if task_of(page) is not None:
            raise CannotSend("It is being checked already. Nothing was changed.")
        if takes.waits_to_be_typed([page.file_id]):
            raise CannotSend("Nobody has typed yet what was said or written by hand. Type it first.")
        if unsaid := missing(page.get_latest_revision_as_object()):
            raise CannotSend(unsaid)
        if freezing.passing_check(page) is None:
            if page.current_workflow_state:
                page.current_workflow_state.cancel(user=by)
            page.get_workflow().start(page, by)
            return "It is on its way. Say what we plan to ask for."
        if page.accepted_revision_id != page.latest_revision_id:
            freezing.ask_to_look(page)
            return "These words were checked already. The author is asked to look at the changes."
        freezing.freeze_and_ask(page, by=by)
        return "These words were checked already. The author is asked to choose."


@transaction.atomic
def take_back(page: StoryPage, *, by: User) -> None:
    """End the checks, so that the words may change again. Nothing that was written in them is lost."""
    with locked_file(page.file_id):
        state = StoryPage.objects.get(pk=page.pk).current_workflow_state
        if state is None:
            raise CannotSend("It is not being checked. Nothing was changed.")
        state.cancel(user=by)


@transaction.atomic
def supporter_check(page: StoryPage, *, by: User | None, uses: Iterable[str]) -> StoryPlan:
    """The words are ready and these are the uses to ask for, at most four; next is the safety check."""
    with locked_file(page.file_id):
        if by is not None and files.conflicted(by, page.file_id):
            raise CannotSend("You are too close to somebody in it. Ask another supporter.")
        task = task_of(page)
        if task is None or not isinstance(task.task.specific, SupporterCheckTask):
            raise CannotSend("It does not wait for the supporter's check. Nothing was changed.")
        if undecided(page.file_id):
            raise CannotSend("Someone in it is not decided yet. Say first how they may be in it.")
        planned = _planned(uses, page)
        plan, _ = StoryPlan.objects.update_or_create(page=page, defaults={"uses": planned})
        task.approve(user=by)
        _tell_safeguarding(page)
    return plan


def task_of(page: StoryPage) -> TaskState | None:
    """The check under way, fresh from the database."""
    state = page.current_workflow_state
    task = state.current_task_state if state else None
    return task if task is not None and task.status == TaskState.STATUS_IN_PROGRESS else None


def waits_for_safety(page: StoryPage) -> bool:
    task = task_of(page)
    return task is not None and isinstance(task.task.specific, SafetyCheckTask)


def _planned(uses: Iterable[str], page: StoryPage) -> list[str]:
    slugs = list(dict.fromkeys(uses))
    if not slugs:
        raise CannotSend("Choose at least one way to use the words.")
    if len(slugs) > MOST_AT_ONCE:
        raise CannotSend(f"Choose at most {MOST_AT_ONCE}. The others can be asked later.")
    try:
        chosen = [use.slug for use in catalogue.uses_by_slug(Subject.STORY, slugs)]
    except LookupError as error:
        raise CannotSend("One of these ways is not in the list any more. Choose again.") from error
    offer = uses_on_offer(Subject.STORY, file_id=page.file_id)
    if {use.slug for use in offer.closed} & set(chosen):
        raise CannotSend("One of these ways is not for anybody under 18. Choose again.")
    if {use.slug for use, _ in offer.theirs} & set(chosen):
        raise CannotSend(
            "Somebody in it has said no to one of these ways, or stopped it. Only they start it again. Choose again."
        )
    return chosen


def _tell_safeguarding(page: StoryPage) -> None:
    for lead in User.objects.filter(groups__name=SAFEGUARDING, is_active=True).order_by("pk"):
        outbox.put(
            event="storybank/safety_check_wanted",
            user=lead,
            context={"code": page.code},
            key=f"safety-{page.pk}-{page.latest_revision_id}-{lead.pk}",
        )
