"""Sharing: the moment a private draft becomes a page that the supporter can read. The draft is shredded."""

import secrets

from django.db import transaction

from consent.domain import files
from people.domain import outbox
from people.models import Person
from storybank.domain import drafts
from storybank.models import Draft, StoryIndexPage, StoryPage


class NothingToShare(ValueError):
    """There are no words yet; the message is for the author."""


class NobodyToShareWith(LookupError):
    """The charity has no place for the story yet; the message is for the author."""


@transaction.atomic
def share(draft: Draft, *, person: Person) -> StoryPage:
    """Make the page with its first revision, no owner, no user, a random address; then forget the draft."""
    answers = drafts.answers(draft)
    blocks = drafts.as_blocks(answers)
    if not blocks:
        raise NothingToShare("There are no words here yet. Write something first.")
    page = StoryPage(
        title=answers.get("title", "").strip() or "Without a title",
        slug=f"s-{secrets.token_hex(5)}",
        file_id=draft.file_id,
        language=draft.language,
        kind=answers.get("kind") or "journey",
        body=blocks,
        closing_kind="ask" if answers.get("ask", "").strip() else "",
        closing=answers.get("ask", "").strip(),
        live=False,
        owner=None,
    )
    _index_for(person).add_child(instance=page, log_action=None)
    first = page.save_revision(user=None, log_action=False)
    page.accepted_revision = first
    page.save(update_fields=["accepted_revision"])
    files.set_title(files.own_file(person, draft.file.uid), page.title)
    drafts.forget(draft)
    if person.supporter is not None:
        outbox.put(
            event="storybank/story_shared",
            user=person.supporter,
            context={"called": person.called, "code": page.code},
        )
    return page


def _index_for(person: Person) -> StoryIndexPage:
    """The index of the person's team, else any index."""
    found: StoryIndexPage | None = (
        StoryIndexPage.objects.filter(team=person.team).first() if person.team_id else None
    )
    found = found or StoryIndexPage.objects.order_by("id").first()
    if found is None:
        raise NobodyToShareWith(
            "We cannot take stories yet. Your words are safe here. Talk to your supporter."
        )
    return found
