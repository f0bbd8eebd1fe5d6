"""Putting a story on its team's shelf: a page that is not live, under a neutral name, its words in the revision only.

So no list, log or chooser of the admin can show them before the author's second yes.
"""

import secrets
from collections.abc import Iterable
from typing import Any

from people.models import Region, Team, Theme
from storybank.domain import homing
from storybank.enums import Kind
from storybank.models import StoryPage


def shelve(
    file_id: int,
    *,
    team: Team | None,
    language: str,
    title: str,
    body: list[dict[str, Any]],
    kind: str = "",
    closing: str = "",
    themes: Iterable[Theme] = (),
    region: Region | None = None,
) -> StoryPage:
    """A new page with its first revision, no owner, no user, a random address. Call inside a transaction."""
    page = StoryPage(slug=f"s-{secrets.token_hex(5)}", file_id=file_id, language=language, live=False)
    page.title = page.draft_title = f"Story {page.code}"
    page.kind = Kind(kind) if kind else page.kind
    homing.index_for(team).add_child(instance=page)
    words = page.get_latest_revision_as_object()
    words.title, words.body = title, body
    words.closing, words.closing_kind = closing, "ask" if closing else ""
    words.region = region
    words.themes.set(themes)
    first = words.save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=first)
    shelved: StoryPage = StoryPage.objects.get(pk=page.pk)
    return shelved
