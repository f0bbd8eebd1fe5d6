"""A second page of the same story: a translation or an easy-read version. Same file, own yes."""

import secrets

from django.db import transaction

from storybank.models import StoryPage


@transaction.atomic
def another_form(original: StoryPage, *, form: str, language: str, title: str) -> StoryPage:
    """An empty page beside the original, to be written, checked and asked for like any other."""
    page = StoryPage(
        title=title,
        slug=f"s-{secrets.token_hex(5)}",
        file_id=original.file_id,
        form=form,
        language=language,
        kind=original.kind,
        live=False,
        owner=None,
    )
    original.get_parent().add_child(instance=page)
    revision = page.save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
    made: StoryPage = StoryPage.objects.get(pk=page.pk)
    return made
