"""Another form of a story: a part of it, another language, fewer words, or to listen to. Each needs its own yes.

It stands on the same consent file as the original, is written, read back, checked and asked for like any story, and
inherits nothing: not the name, not a use. Stopping the story stops all its forms.
"""

import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction

from consent.domain.record.locking import locked_file
from consent.enums import EditionKind
from storybank.lock.closure import blocks_of
from storybank.models import StoryEdition, StoryPage

if TYPE_CHECKING:
    from people.models import User

FORMS = (EditionKind.EXCERPT, EditionKind.TRANSLATION, EditionKind.EASY_READ, EditionKind.AUDIO)


class CannotDerive(ValueError):
    """There can be no such form; the message says why and what to do, for staff."""


@transaction.atomic
def derive(
    original: StoryPage,
    *,
    form: EditionKind,
    language: str = "",
    parts: Iterable[int] = (),
    by: "User | None",
) -> StoryPage:
    """A page beside the original with its frozen words as a suggestion; `parts` are the blocks of an excerpt, from 1.

    The author's accepted text of it is empty: whatever stands in it is theirs only when they have said so.
    """
    with locked_file(original.file_id):
        frozen = _newest(original)
        spoken = language or original.language
        _refuse_what_makes_no_sense(original, form, spoken)
        words = frozen.words()
        body = _body(words, form, set(parts))
        page = _empty_page(original, form=form, language=spoken, derived_from=frozen.edition_id)
        draft = page.get_latest_revision_as_object()
        draft.title, draft.body = words.title, body
        draft.content_notes = words.content_notes
        if form is not EditionKind.EXCERPT:
            draft.closing, draft.closing_kind = words.closing, words.closing_kind
        draft.themes, draft.region = list(words.themes.all()), words.region
        draft.save_revision(user=by)
    made: StoryPage = StoryPage.objects.get(pk=page.pk)
    return made


def forms_of(page: StoryPage) -> list[StoryPage]:
    """Every page of the same story, the original first."""
    return list(StoryPage.objects.filter(file=page.file_id).order_by("pk"))


def _newest(original: StoryPage) -> StoryEdition:
    frozen = StoryEdition.objects.filter(page=original).select_related("revision").order_by("-edition__n")
    found = frozen.first()
    if original.form != EditionKind.ORIGINAL:
        raise CannotDerive("Make it from the original, not from another form of it.")
    if found is None:
        raise CannotDerive("The author has not been asked about these words yet. Do that first.")
    return found


def _refuse_what_makes_no_sense(original: StoryPage, form: EditionKind, language: str) -> None:
    if form not in FORMS:
        raise CannotDerive("Choose a part of it, another language, fewer words, or to listen to.")
    if language not in dict(StoryPage._meta.get_field("language").choices):
        raise CannotDerive("We do not have this language. Choose another.")
    if form is EditionKind.TRANSLATION and language == original.language:
        raise CannotDerive("It is in this language already. Choose the other one.")
    if StoryPage.objects.filter(file=original.file_id, form=form, language=language).exists():
        raise CannotDerive("There is one like this already. Open that one.")


def _body(words: StoryPage, form: EditionKind, parts: set[int]) -> list[tuple[str, Any]]:
    """An excerpt is whole blocks of the original, in their order."""
    blocks = [(block.block_type, block.value) for block in words.body]
    if form is not EditionKind.EXCERPT:
        return blocks
    chosen = [block for number, block in enumerate(blocks, start=1) if number in parts]
    if not chosen or len(chosen) == len(blocks_of(words.body)):
        raise CannotDerive("Choose some of the paragraphs, and not all of them.")
    return chosen


def _empty_page(original: StoryPage, *, form: EditionKind, language: str, derived_from: int) -> StoryPage:
    page = StoryPage(
        slug=f"s-{secrets.token_hex(5)}",
        file_id=original.file_id,
        form=form,
        derived_from_id=derived_from,
        language=language,
        kind=original.kind,
        live=False,
        owner=None,
    )
    page.title = page.draft_title = f"Story {page.code}"
    original.get_parent().add_child(instance=page)
    revision = page.save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
    made: StoryPage = StoryPage.objects.get(pk=page.pk)
    return made
