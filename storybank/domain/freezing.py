"""Freezing: the moment words become a numbered version that can be asked for. Publishes nothing."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.acts import asking
from consent.domain.acts.starting_again import closed_uses
from consent.domain.care import files, reviewing
from consent.domain.record import editions
from consent.domain.record.locking import locked_file
from consent.enums import EditionKind, IdentityLevel, ReviewOutcome
from people import clock
from people.domain import outbox
from people.models import Person
from storybank.domain import provenance, revealing
from storybank.domain.agreed_labels import labels_of
from storybank.domain.saying import said_by
from storybank.domain.shown_before import carry_over
from storybank.domain.words_beside import missing
from storybank.lock.closure import closure_of
from storybank.models import SafetyCheck, StoryEdition, StoryPage, StoryPlan

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from people.models import User

REVIEW_DAYS = 365


class NotReady(ValueError):
    """Freezing is not possible yet; the message says what is missing, for staff."""


def finish_workflow(workflow_state: "WorkflowState", user: "User | None") -> None:
    """When the last check passes: freeze and ask if the author accepted these words, else ask them to look."""
    page = workflow_state.content_object.specific
    page = StoryPage.objects.get(pk=page.pk)
    if page.accepted_revision_id == page.latest_revision_id:
        freeze_and_ask(page, by=user)
    else:
        ask_to_look(page)


@transaction.atomic
def freeze_and_ask(page: StoryPage, *, by: "User | None") -> StoryEdition:
    """Freeze the author's accepted text, hand the safety check to the gate, and ask for the planned uses.

    Raises `NotReady`, naming what is missing, when the text is not accepted or not checked as it stands.
    """
    with locked_file(page.file_id) as file:
        page = StoryPage.objects.get(pk=page.pk)
        check = passing_check(page)
        if check is None:
            raise NotReady("The safety check of exactly these words is missing.")
        frozen = freeze(page, by=by, reveals=_said_in(check))
        reviewing.review(
            frozen.edition,
            outcome=ReviewOutcome.SAFE,
            valid_until=check.made_at + timedelta(days=REVIEW_DAYS),
            by=check.made_by,
        )
        plan = StoryPlan.objects.filter(page=page).first() or StoryPlan(page=page)
        asked = asking.ask(frozen.edition, uses=_not_closed(plan, file.pk), by=by)
        carry_over(frozen)
        author = files.author_of(file.pk)
        if author is not None:
            theirs = [one.pk for one in asked if one.appearance.person_id == author.pk]
            key = f"{choose_key(frozen)}{max(theirs, default=0)}"
            tell_author(author, event="storybank/please_choose", key=key)
    return frozen


def _not_closed(plan: StoryPlan, file_id: int) -> list[str]:
    """What is planned, without what one of them said no to a short while ago: that only they start again."""
    closed = closed_uses(file_id, plan.slugs, at=clock.now())
    uses = [slug for slug in plan.slugs if slug not in closed]
    if not uses:
        raise NotReady(
            "Somebody in it said no to everything we plan to ask for, or stopped it. Only they start that again."
            " Plan something else, or wait until they tell us that we may ask."
        )
    return uses


@transaction.atomic
def freeze(
    page: StoryPage, *, by: "User | None", reveals: dict[int, IdentityLevel] | None = None
) -> StoryEdition:
    """Make the author's accepted text a numbered version, on a revision of its own that no autosave can touch.

    The same words are the same version, unless `reveals` says something else of somebody than it did.
    """
    with locked_file(page.file_id) as file:
        page = StoryPage.objects.get(pk=page.pk)
        if page.accepted_revision_id != page.latest_revision_id:
            raise NotReady("The author has not looked at the latest changes yet.")
        words = page.get_latest_revision_as_object()
        if missing(words):
            raise NotReady(missing(words))
        closure = closure_of(words)
        frozen = _frozen_so(page, closure.sha256, reveals)
        if frozen is None:
            revision = words.save_revision(user=None, log_action=False)
            StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
            edition = editions.freeze(
                file,
                closure=closure,
                language=page.language,
                kind=EditionKind(page.form),
                derived_from=page.derived_from,
                reveals=reveals,
                by=by,
            )
            frozen = StoryEdition.objects.create(
                edition=edition,
                page=page,
                revision=revision,
                region=words.region,
                said=said_by(words),
                author_share=provenance.shares(page).author,
                labels=labels_of(words),
            )
            frozen.themes.set(words.themes.all())
        if page.form == EditionKind.ORIGINAL:
            files.set_title(file, words.title)
    return frozen


def passing_check(page: StoryPage) -> SafetyCheck | None:
    """The newest safety check of exactly the latest words, if it says safe and speaks of everybody in it by now."""
    words = closure_of(page.get_latest_revision_as_object()).sha256
    last = SafetyCheck.objects.filter(page=page, closure_sha256=words).first()
    return last if last is not None and last.safe and revealing.covers(last) else None


def _frozen_so(
    page: StoryPage, closure_sha256: str, reveals: dict[int, IdentityLevel] | None
) -> StoryEdition | None:
    rows = StoryEdition.objects.filter(page=page, edition__closure_sha256=closure_sha256)
    newest: StoryEdition | None = rows.select_related("edition").order_by("-edition__n").first()
    said = None if reveals is None else {str(key): int(level) for key, level in reveals.items()}
    return newest if newest is not None and said in (None, newest.edition.reveals) else None


def _said_in(check: SafetyCheck) -> dict[int, IdentityLevel]:
    return {int(key): IdentityLevel(level) for key, level in check.reveals.items()}


def ask_to_look(page: StoryPage) -> None:
    """Tell the author that there are suggestions; they accept or put back on their own desk."""
    author = files.author_of(page.file_id)
    if author is not None:
        tell_author(author, event="storybank/please_look", key=f"look-{page.pk}-{page.latest_revision_id}")


def choose_key(frozen: StoryEdition) -> str:
    """How the keys begin of what tells the author that there are choices: of the same words, asked anew, once more."""
    return f"choose-{frozen.edition.uid}-"


def tell_author(author: Person, *, event: str, key: str) -> None:
    outbox.put(event=event, person=author, context={"called": author.called}, key=key)
