"""Sharing: the moment a private draft becomes a page that the supporter can read. The draft is shredded."""

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people.domain import outbox
from people.models import Person
from storybank.domain import drafts, takes
from storybank.domain.shelving import shelve
from storybank.models import Draft, StoryPage
from storybank.models.take import TakeState

WITHOUT_A_NAME = "Without a title"


class NothingToShare(ValueError):
    """There are no words yet; the message is for the author."""


def share(draft: Draft, *, person: Person) -> StoryPage:
    """Make the page with its first revision, no owner, no user, a random address; then forget the draft.

    The page's own columns hold a neutral name and no words: the words stand in the revision only, until the
    author's second yes. So no list, log or chooser of the admin can show them. A second tap shares nothing twice.
    """
    with locked_file(draft.file_id):
        return _share(draft, person=person)


def _share(draft: Draft, *, person: Person) -> StoryPage:
    held = Draft.objects.select_for_update(no_key=True, of=("self",)).filter(pk=draft.pk).first()
    if held is None:
        known: StoryPage = StoryPage.objects.get(file=draft.file_id)
        return known
    answers = drafts.answers(held)
    blocks = drafts.as_blocks(answers)
    mine = takes.takes_of(held.file_id).exclude(state=TakeState.REFUSED)
    if mine.exclude(state=TakeState.READY).exists():
        raise NothingToShare(
            "Something you recorded or sent is not ready yet. Wait a moment, or throw it away."
        )
    if not blocks and not mine.exists():
        raise NothingToShare("There are no words here yet. Write something first.")
    title = answers.get(drafts.TITLE, "").strip() or WITHOUT_A_NAME
    page = shelve(
        held.file_id,
        team=person.team,
        language=held.language,
        title=title,
        body=blocks,
        kind=answers.get("kind", ""),
        closing=drafts.closing_of(answers),
    )
    files.set_title(files.own_file(person, held.file.uid), title)
    takes.takes_of(held.file_id).filter(state=TakeState.REFUSED).delete()
    drafts.forget(held)
    if person.supporter is not None:
        outbox.put(
            event="storybank/story_shared",
            user=person.supporter,
            context={"called": person.called, "code": page.code},
        )
    return page
