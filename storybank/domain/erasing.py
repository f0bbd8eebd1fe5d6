"""Erasing what the story room holds under some files: drafts, pages, every version, check, note, log and index entry.

Wagtail keeps a page's words in many places beside the page; each is named here, and a scan of every table proves it.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.admin.models import EditingSession, FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, WorkflowState
from wagtail.search.models import IndexEntry

from consent.domain.rights import tombstones
from people.domain import links
from people.enums import LinkPurpose
from storybank.domain import takes
from storybank.domain.forgetting import forget_everything
from storybank.domain.searching import rows
from storybank.models import (
    Answer,
    Draft,
    LeftAsItIs,
    LegacyRow,
    NeverKnow,
    NewsletterPiece,
    PaperPack,
    Promise,
    Quote,
    Reply,
    ReplyGiven,
    ReplyWish,
    RestrictedNote,
    SafetyCheck,
    Settling,
    StoryEdition,
    StoryMedia,
    StoryPage,
)

if TYPE_CHECKING:
    from consent.models import ConsentFile


UNDER_A_FILE = (
    Draft,
    RestrictedNote,
    Settling,
    NewsletterPiece,
    LegacyRow,
    LeftAsItIs,
    NeverKnow,
    PaperPack,
    Reply,
    ReplyGiven,
    ReplyWish,
    Answer,
    Promise,
)
"""Tables whose rows go with the file. Of what was handed over the bare fact stays, emptied of names and words."""


def erase_files(files: "Iterable[ConsentFile]") -> list[str]:
    """Everything under these files, inside the caller's transaction and locks. Returns the codes staff used.

    The addresses of what readers could once meet keep answering that it is gone.
    """
    codes = []
    for file in files:
        takes.forget(file.pk)
        for model in UNDER_A_FILE:
            model.objects.filter(file_id=file.pk).delete()
        forget_everything(file.pk)
        Quote.objects.filter(edition__file_id=file.pk).update(words_sealed=b"")
        _erase_media(file.pk)
        for page in StoryPage.objects.filter(file_id=file.pk).order_by("-id"):
            codes.append(page.code)
            if page.public_on is not None:
                tombstones.lay(file, addresses=[page.slug])
            _erase_page(page)
    return codes


def _erase_media(file_id: int) -> None:
    """The rows now, the sealed files once that stands; without the file's key they are noise already."""
    for media in StoryMedia.objects.filter(file_id=file_id):
        for sealed in (media.sealed, *(size.sealed for size in media.sizes.all())):
            transaction.on_commit(partial(sealed.storage.delete, str(sealed.name)), robust=True)
        media.delete()


def _erase_page(page: StoryPage) -> None:
    pk = page.pk
    SafetyCheck.objects.filter(page=page).delete()
    StoryEdition.objects.filter(page=page).delete()
    _checks_and_forms(pk)
    links.forget(purpose=LinkPurpose.SAFETY_CHECK, beginning=f"{pk}:")
    Redirect.objects.filter(Q(redirect_page_id=pk) | Q(old_path__contains=page.slug)).delete()
    Page.objects.filter(alias_of_id=pk).update(alias_of=None)
    rows.take_out([pk])
    page.delete()
    _versions_and_traces(pk)


def _checks_and_forms(pk: int) -> None:
    """What Wagtail's workflow and editor remember: comments of tasks, forms begun and not sent, open windows."""
    kinds = _kinds()
    WorkflowState.objects.filter(base_content_type__in=kinds, object_id=str(pk)).delete()
    FormState.objects.filter(content_type__in=kinds, object_id=str(pk)).delete()
    EditingSession.objects.filter(content_type__in=kinds, object_id=str(pk)).delete()


def _versions_and_traces(pk: int) -> None:
    """Last, because deleting the page writes a log entry with its title."""
    kinds, this = _kinds(), str(pk)
    Revision.objects.filter(base_content_type__in=kinds, object_id=this).delete()
    PageLogEntry.objects.filter(page_id=pk).delete()
    IndexEntry.objects.filter(content_type__in=kinds, object_id=this).delete()
    ReferenceIndex.objects.filter(
        Q(base_content_type__in=kinds, object_id=this) | Q(to_content_type__in=kinds, to_object_id=this)
    ).delete()


def _kinds() -> list[ContentType]:
    return [ContentType.objects.get_for_model(model) for model in (Page, StoryPage)]
