"""Whether readers are told how many words are the author's own: the author's decision, and no until they say yes.

Of a story that several tell nobody tells it: one of them would speak for the others.

How a text came about is something about its author: that a supporter wrote part of it says that they needed, or took,
help. Nobody tells that for them. Staff see it always, because they must not write for somebody without noticing.
"""

from uuid import UUID

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.domain.rights.saying_no import say_no
from storybank.domain import provenance
from storybank.domain.deriving import forms_of
from storybank.models import StoryEdition, StoryPage


class SeveralTell(Exception):
    """One of them would decide for the others."""


def tell(page: StoryPage, *, readers: bool) -> None:
    """The author's decision, for every form of the story; what is up obeys with the next look at it.

    Raises `SeveralTell` for a yes where several tell the story.
    """
    with locked_file(page.file_id) as file:
        if readers and several_tell(page):
            raise SeveralTell
        told = _tell(page, readers=readers)
        if told and not readers:
            say_no("whose_words", file=file.uid)


def tell_nobody_again(*, file: UUID) -> bool:
    """A backup was restored from before the author said no."""
    pages = StoryPage.objects.filter(file__uid=file, tells_whose=True)
    return bool(pages.update(tells_whose=False, whose_share=None))


def several_tell(page: StoryPage) -> bool:
    """Whether it is more than one person's story; then it is nobody's to say for the others."""
    return len(files.tellers_of(page.file_id)) > 1


def told_to_readers(page: StoryPage, frozen: StoryEdition) -> int | None:
    """What readers of this version are told; None where nobody said that they may know."""
    return share_of(frozen) if page.tells_whose and not several_tell(page) else None


def _tell(page: StoryPage, *, readers: bool) -> bool:
    """Whether it was told before."""
    told = False
    for form in forms_of(page):
        row = StoryPage.objects.filter(pk=form.pk)
        told = told or row.filter(tells_whose=True).exists()
        row.update(tells_whose=readers, whose_share=_share_up(form) if readers else None)
    return told


def share_of(frozen: StoryEdition) -> int:
    """How many of a hundred words of a frozen version are the author's own; counted once."""
    if frozen.author_share is None:
        told = provenance.told_in(frozen.page, up_to=frozen.revision_id)
        frozen.author_share = provenance.count(told).author
        frozen.save(update_fields=["author_share"])
    return int(frozen.author_share)


def _share_up(page: StoryPage) -> int | None:
    """Of the version that stands on our pages; None when none does."""
    rows = StoryEdition.objects.filter(edition=page.edition_id).select_related("page")
    frozen = rows.first() if page.edition_id else None
    return share_of(frozen) if frozen is not None else None
