"""The safety check: exactly these words, read by somebody who did not write them. Law beats opinion.

Which laws keep somebody out, and what they say, stands in `consent.domain.care.statutory`. A check that finds one also
tells the gate: nothing of the file is asked or shown until it is taken out or, where the law allows it, waived.
"""

from collections.abc import Mapping

from django.db import transaction
from wagtail.models import TaskState

from consent.domain.care import files, statutory
from consent.domain.record.locking import locked_file
from consent.enums import Law
from people import clock
from people.in_sight import in_sight
from people.models import User
from storybank.domain import noting, revealing
from storybank.domain.sending import task_of
from storybank.lock.closure import closure_of
from storybank.models import SafetyCheck, SafetyCheckTask, StoryEdition, StoryPage, SupporterCheckTask
from storybank.models.check import QUESTIONS

ANSWERS = ("ok", "care")
LONGEST_NOTE = 5000
SOMEBODY_ELSE = "Ask another safeguarding lead, or make a one-use link for somebody outside whom you trust."
NOT_SAFE = " Choose “Not yet” and say in the note what to take out."


class CannotCheck(ValueError):
    """The check is not possible so; the message says why and what to do, for staff."""


@transaction.atomic
def check(
    page: StoryPage,
    *,
    by: User | None = None,
    outsider: str = "",
    answers: dict[str, str],
    reveals: Mapping[int, int],
    law: str = "",
    note: str,
    private: str = "",
    private_by: User | None = None,
    safe: bool,
    words: str = "",
) -> SafetyCheck:
    """Record one check and let the story go on, or back to its supporter. `words` is the closure that was read.

    `law` (a value of `consent.enums.Law`) names the law that keeps somebody in it out; `reveals` says of everybody in
    it how much the words let a reader know. Somebody outside knows no names, so that our own guess counts where it
    is higher than theirs. `note` is read by the supporter; `private` becomes a restricted note, in the name of `by` or,
    from outside, of `private_by`, who made the link.
    """
    note, private = in_sight(note), in_sight(private)
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        latest = closure_of(page.get_latest_revision_as_object()).sha256
        if words and words != latest:
            raise CannotCheck("The words have changed while you were reading. Read them again, please.")
        if (by is None) == (not outsider.strip()):
            raise CannotCheck("Say who made the check: a member of staff, or somebody outside by name.")
        people, said = revealing.people_in(page), dict(reveals)
        if by is None:
            said |= {one.pk: max(said[one.pk], one.guess) for one in people if one.pk in said}
        refusal = (
            (why_not_by(page, by) if by else "")
            or _why_not_so(answers, law=law, note=note, private=private, safe=safe)
            or revealing.why_not_so(people, said, note=f"{note} {private}", safe=safe)
        )
        if refusal:
            raise CannotCheck(refusal)
        made = SafetyCheck.objects.create(
            page=page,
            revision=page.latest_revision,
            closure_sha256=latest,
            answers={key: answers[key] for key in QUESTIONS},
            reveals={str(key): int(level) for key, level in said.items()},
            anonymity=bool(law),
            law=law,
            note=note.strip()[:LONGEST_NOTE],
            safe=safe,
            made_by=by,
            outsider=outsider.strip()[:200],
            made_at=clock.now(),
        )
        keeper = by or private_by
        if private.strip() and keeper is not None:
            said_by = f"From outside, {outsider.strip()}: " if by is None else ""
            noting.keep(page, by=keeper, text=f"{said_by}{private}")
        if law:
            statutory.keep_somebody_out(page.file, law=Law(law), by=by)
        _move_on(page, by=by, safe=safe)
    return made


def why_not_by(page: StoryPage, user: User) -> str:
    """Why this member of staff may not check these words, with the remedy; empty when they may."""
    if files.conflicted(user, page.file_id):
        return f"You are too close to somebody in it to check it. {SOMEBODY_ELSE}"
    if _edited(page, user):
        return f"You changed these words, so somebody else checks them. {SOMEBODY_ELSE}"
    if _said_ready(page, user):
        return f"You made the supporter's check, so somebody else makes this one. {SOMEBODY_ELSE}"
    return ""


def _edited(page: StoryPage, user: User) -> bool:
    """Whether the user saved any version since the words were last frozen. Accepting does not wash it off."""
    return bool(page.revisions.filter(user=user, pk__gt=_last_frozen(page)).exists())


def _said_ready(page: StoryPage, user: User) -> bool:
    """Whether the user made the supporter's check since then, also in a round that was taken back."""
    done = TaskState.objects.filter(revision__in=page.revisions.filter(pk__gt=_last_frozen(page)))
    done = done.filter(status=TaskState.STATUS_APPROVED, finished_by=user)
    return any(isinstance(state.task.specific, SupporterCheckTask) for state in done.select_related("task"))


def _last_frozen(page: StoryPage) -> int:
    rows = (
        StoryEdition.objects.filter(page=page).order_by("-revision_id").values_list("revision_id", flat=True)
    )
    return rows.first() or 0


def _why_not_so(answers: dict[str, str], *, law: str, note: str, private: str, safe: bool) -> str:
    if any(answers.get(key) not in ANSWERS for key in QUESTIONS):
        return "Answer every question."
    if law and safe:
        return statutory.explain(law) + NOT_SAFE
    if not safe and not note.strip():
        return "Say in the note what has to change, so that the supporter can help."
    if safe and "care" in answers.values() and not (note.strip() or private.strip()):
        return "Say in a note what was done about the questions that need care."
    return ""


def _move_on(page: StoryPage, *, by: User | None, safe: bool) -> None:
    """Let the road go on, or end it, so that changed words start again at its beginning."""
    task = task_of(page)
    if task is None or not isinstance(task.task.specific, SafetyCheckTask):
        return
    if safe:
        task.approve(user=by)
    else:
        task.reject(user=by, update=False)
        page.current_workflow_state.cancel(user=by)
