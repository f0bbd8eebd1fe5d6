"""A supporter types what the author said or wrote by hand. The author looks at it as at any change; then it is theirs.

Nothing is replaced: the typed words come after those that stand there, as a suggestion. Once the author has kept
them they count as the author's own (`provenance`); until then as the typist's.
"""

from typing import Any
from uuid import UUID

from django.db import transaction

from consent.domain.record.locking import locked_file
from people import clock
from people.models import User
from storybank.domain.drafts import LONGEST, tidy
from storybank.domain.sending import waits_for_safety
from storybank.models import StoryPage, Typed


class CannotType(ValueError):
    """It cannot be typed so; the message says why and what to do, for staff."""


@transaction.atomic
def type_for_author(
    page: StoryPage,
    *,
    text: str,
    by: User,
    take: UUID | None = None,
    behind: list[dict[str, Any]] | None = None,
) -> Typed:
    """Put the author's words at the end of the story as paragraphs, in one version marked as typed for them.

    `behind`: the blocks that stay before them, when an earlier typing gives way to a better one; else all there are.

    Raises `CannotType` and writes nothing when there are no words, too many, or the story is being checked.
    """
    paragraphs = [part.strip() for part in tidy(text).split("\n\n") if part.strip()]
    if not paragraphs:
        raise CannotType("There are no words here yet. Type what they said.")
    if len(text) > LONGEST:
        raise CannotType("This is too long for one page. Type a part of it first.")
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        if waits_for_safety(page):
            raise CannotType("It is being checked. Take it back first, then type.")
        words = page.get_latest_revision_as_object()
        stay = list(words.body.get_prep_value()) if behind is None else behind
        words.body = [*stay, *({"type": "paragraph", "value": paragraph} for paragraph in paragraphs)]
        revision = words.save_revision(user=by, log_action=False)
        made: Typed = Typed.objects.create(
            page=page, revision=revision, take=take, typed_by=by, typed_at=clock.now()
        )
    return made
