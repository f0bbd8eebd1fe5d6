"""Sharing: the moment a private draft becomes a page that the supporter can read. The draft is shredded."""

import secrets

from django.db import transaction

from consent.domain import files
from people.domain import outbox
from people.models import Person
from storybank.domain import drafts
from storybank.domain.homing import index_for
from storybank.models import Draft, StoryPage

WITHOUT_A_NAME = "Without a title"

WITHOUT_A_NAME = "Without a title"


class NothingToShare(ValueError):
    """There are no words yet; the message is for the author."""


@transaction.atomic
def share(draft: Draft, *, person: Person) -> StoryPage:
    """Make the page with its first revision, no owner, no user, a random address; then forget the draft.

    The page's own columns hold a neutral name and no words: the words stand in the revision only, until the
    author's second yes. So no list, log or chooser of the admin can show them.
    """
    answers = drafts.answers(draft)
    blocks = drafts.as_blocks(answers)
    if not blocks:
        raise NothingToShare("There are no words here yet. Write something first.")
    title = answers.get(drafts.TITLE, "").strip() or WITHOUT_A_NAME
    page = StoryPage(
        slug=f"s-{secrets.token_hex(5)}", file_id=draft.file_id, language=draft.language, live=False
    )
    page.title = page.draft_title = f"Story {page.code}"
    page.kind = answers.get("kind") or page.kind
    index_for(person.team).add_child(instance=page)
    words = page.get_latest_revision_as_object()
    words.title, words.body = title, blocks
    words.closing = drafts.closing_of(answers)
    words.closing_kind = "ask" if words.closing else ""
    first = words.save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=first)
    files.set_title(files.own_file(person, draft.file.uid), title)
    drafts.forget(draft)
    if person.supporter is not None:
        outbox.put(
            event="storybank/story_shared",
            user=person.supporter,
            context={"called": person.called, "code": page.code},
        )
    shared: StoryPage = StoryPage.objects.get(pk=page.pk)
    return shared
