"""Taking a suggestion: the words put into the text as an ordinary edit. Nothing is ever put in by itself."""

from typing import TYPE_CHECKING

from consent.domain.record.locking import locked_file
from storybank.domain import drafts
from storybank.domain.identifying.passages import blurred, clue_named, in_draft, in_page
from storybank.models import Draft, StoryPage

if TYPE_CHECKING:
    from people.models import User


class NotThereNow(ValueError):
    """Those words have changed meanwhile; the message is for whoever clicked. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Those words have changed in the meantime. Nothing was done. Look once more.")


def take(page: StoryPage, *, clue: str, by: "User") -> str:
    """One suggestion into the latest words, by a supporter; the author meets it as a change. Gives the words put in.

    Raises `NotThereNow`.
    """
    with locked_file(page.file_id):
        words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        found = clue_named(in_page(words), clue)
        if found is None:
            raise NotThereNow
        passage, finding = found
        _put(words, passage.where, blurred(passage.text, finding))
        words.save_revision(user=by)
    return finding.blur


def take_in_draft(draft: Draft, *, clue: str, version: int) -> str:
    """The same in an author's own draft, by the author. Raises `NotThereNow` or `drafts.StaleDraft`."""
    words = drafts.answers(draft)
    found = clue_named(in_draft(words, language=draft.language), clue)
    if found is None or version != draft.version:
        raise NotThereNow
    passage, finding = found
    drafts.save(draft, answers={passage.where: blurred(passage.text, finding)}, version=version)
    return finding.blur


def _put(words: StoryPage, where: str, text: str) -> None:
    name, _, rest = where.partition("-")
    if name != "body":
        setattr(words, name, text)
        return
    number, _, part = rest.partition("-")
    block = words.body[int(number)]
    if part:
        block.value[part] = text
    else:
        block.value = text
