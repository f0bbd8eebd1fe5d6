"""Typing what an author said or wrote by hand: the words are the author's, and the author reads them before they count.

What is typed is a suggestion like any other until the author has said on their desk that these are their words.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock
from people.domain import outbox
from storybank.domain import freezing, takes
from storybank.domain.drafts import LONGEST, tidy
from storybank.domain.typing_for import CannotType, type_for_author
from storybank.models import StoryPage, Take, Typed

if TYPE_CHECKING:
    from people.models import User

PARAGRAPH = "paragraph"


def waits_to_be_read(pages: Iterable[StoryPage]) -> frozenset[int]:
    """By id: whose newest version was typed, as long as the author has not said that these are their words."""
    newest = {page.latest_revision_id: page for page in pages}
    typed = Typed.objects.filter(revision__in=newest).values_list("revision_id", flat=True)
    looked = (newest[revision] for revision in typed)
    return frozenset(page.pk for page in looked if page.latest_revision_id != page.accepted_revision_id)


def typed_text(page: StoryPage) -> str:
    """What was typed so far and not accepted yet, to go on from; empty when somebody wrote something else since."""
    own, typed = _own_and_typed(page)
    return "\n\n".join(str(block["value"]) for block in typed) if own is not None else ""


def type_up(page: StoryPage, *, text: str, by: "User", seen: int | None = None) -> StoryPage:
    """Put what was typed behind the author's own words, as one version. The author is told, and decides.

    `seen` is the version that stood there when typing began. Raises `CannotType` when there is nothing, too much,
    somebody wrote meanwhile, or the words stand still for a check.
    """
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        if page.current_workflow_state is not None and page.workflow_in_progress:
            raise CannotType("The words stand still while they are checked. Take it back first, then type.")
        if seen is not None and page.latest_revision_id != seen:
            raise CannotType(
                "Somebody changed the words meanwhile. Open the story in a new tab, then keep yours again."
            )
        heard = takes.shared(page)
        if not heard.exists():
            raise CannotType("There is nothing to type here now.")
        own, _ = _own_and_typed(page)
        if own is None and page.accepted_revision_id not in (None, page.latest_revision_id):
            raise CannotType(
                "There are changes that the author has not looked at. Wait until they have, then type."
            )
        type_for_author(page, text=text, by=by, behind=own)
        heard.filter(typed_at=None).update(typed_at=clock.now())
        page = StoryPage.objects.get(pk=page.pk)
        _tell_author(page)
    return page


def nothing_to_type(page: StoryPage) -> None:
    """The author's written words say it already: it need not wait."""
    with locked_file(page.file_id):
        takes.shared(page).filter(typed_at=None).update(typed_at=clock.now())


def accept(page: StoryPage, *, text: str, seen: int) -> StoryPage:
    """The author read what was typed, perhaps changed it, and says: these are my words.

    They say it of this text and of nothing else: whatever was done to their words meanwhile does not come along.
    Raises `CannotType` when it was typed anew meanwhile, is empty or too long; then nothing is written.
    """
    paragraphs = [part.strip() for part in tidy(text).split("\n\n") if part.strip()]
    if len(text) > LONGEST:
        raise CannotType("This is too long for one page. Keep a part of it for a second story.")
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        own, _ = _own_and_typed(page)
        if own is None or page.latest_revision_id != seen:
            raise CannotType("Something was changed while you looked. Read it once more.")
        words = (page.accepted_revision or page.latest_revision).as_object()
        if not own and not paragraphs:
            raise CannotType("There are no words here. Leave a few, or stop it.")
        words.body = [*own, *({"type": PARAGRAPH, "value": part} for part in paragraphs)]
        revision = words.save_revision(user=None, log_action=False)
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
        _tell_supporter(page)
    kept: StoryPage = StoryPage.objects.get(pk=page.pk)
    return kept


def _own_and_typed(page: StoryPage) -> tuple[list[dict[str, Any]] | None, list[dict[str, Any]]]:
    """The author's accepted words, and what was typed behind them; (None, []) unless the newest version is typed."""
    if not waits_to_be_read([page]):
        return None, []
    accepted = page.accepted_revision.as_object() if page.accepted_revision else None
    own = _blocks(accepted) if accepted is not None else []
    return own, _blocks(page.get_latest_revision_as_object())[len(own) :]


def forget_what_was_typed() -> int:
    """What the author could compare long enough goes; what waits to be read stays. Run by the clock."""
    old = Take.objects.filter(typed_at__lte=clock.now() - timedelta(days=settings.TAKES_KEPT_AFTER_TYPING))
    pages = StoryPage.objects.filter(file__in=old.values("file")).exclude(
        latest_revision=F("accepted_revision")
    )
    waiting = waits_to_be_read(pages)
    kept = [page.file_id for page in pages if page.pk in waiting]
    return old.exclude(file__in=kept).delete()[0]


def _blocks(words: StoryPage) -> list[dict[str, Any]]:
    return list(words.body.get_prep_value())


def _tell_author(page: StoryPage) -> None:
    author = files.author_of(page.file_id)
    if author is not None:
        freezing.tell_author(
            author, event="storybank/please_read_typed", key=f"typed-{page.pk}-{page.latest_revision_id}"
        )


def _tell_supporter(page: StoryPage) -> None:
    author = files.author_of(page.file_id)
    if author is not None and author.supporter is not None:
        outbox.put(event="storybank/suggestions_answered", user=author.supporter, context={"code": page.code})
