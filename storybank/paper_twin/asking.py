"""What a pack asks now: the same questions as the screens of the same day, and of the very same words."""

from dataclasses import dataclass, field

from consent.domain.acts.choices import Choice, choices_of, open_together
from consent.domain.acts.ending_soon import Ends, ends_soon
from consent.domain.care import files, holding
from consent.enums import State
from people.models import Person
from storybank.domain import untidying, who_else
from storybank.domain.suggestions import Change, suggested_changes
from storybank.domain.untidying import Tidied
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.lock.closure import closure_of
from storybank.models import StoryEdition, StoryPage


class CannotPrint(ValueError):
    """A pack cannot be made now; the sentence is for staff."""


@dataclass(frozen=True)
class Questions:
    """Empty where nothing of the kind is open. `may_correct`: whether a word changed on the sheets can be put in.

    `pen`: theirs are the words. Who writes it together with its first author decides about no change for them.
    `in_it`: who else was in it then, by number, decided or not.
    """

    page: StoryPage | None = None
    words: StoryPage | None = None
    sha256: str = ""
    pen: bool = True
    edition_id: int | None = None
    revision: int = 0
    may_correct: bool = False
    changes: list[Change] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    tidied: list[Tidied] = field(default_factory=list)
    in_it: list[int] = field(default_factory=list)
    second: list[Choice] = field(default_factory=list)
    renew: list[Ends] = field(default_factory=list)

    @property
    def asks(self) -> dict[str, object]:
        """For the row: numbers and nothing in words."""
        return {
            "story": self.page is None,
            "correct": self.may_correct,
            "untidy": bool(self.tidied),
            "in_it": self.in_it,
            "changes": [change.id for change in self.changes],
            "choices": [choice.uid.hex for choice in self.choices],
            "second": [choice.uid.hex for choice in self.second],
            "renew": [one.permission.uid.hex for one in self.renew],
        }


def questions_for(person: Person, page: StoryPage | None) -> Questions:
    """Everything that this person, who tells it, can be asked about this story now. Raises `CannotPrint`."""
    if page is None:
        return Questions()
    page = StoryPage.objects.get(pk=page.pk)
    if not files.files_by(person).filter(pk=page.file_id).exists():
        raise CannotPrint(
            "Sheets show the whole story, so only those who tell it get any. Write down what others told you instead."
        )
    if any(not hold.use_slug for hold in holding.open_holds(page.file_id)):
        raise CannotPrint("It rests while something is being checked. A pack can be printed when it goes on.")
    choices = open_together(person, page.file_id)
    second = _second(person, page.file_id)
    edition_id = next((one.edition_id for one in [*choices, *second]), None)
    if edition_id is not None:
        return _about(person, page, edition_id, choices, second)
    looks, pen = waiting_for(page).waiting is Waiting.AUTHOR_LOOKS, files.holds_the_pen(person, page.file_id)
    pending = page.accepted_revision_id != page.latest_revision_id
    if pending and not looks:
        raise CannotPrint(
            "There are changes that the author has not seen. Send them for the checks first; then they come along."
        )
    words = (
        page.accepted_revision.as_object() if page.accepted_revision else page.get_latest_revision_as_object()
    )
    return Questions(
        page=page,
        words=words,
        sha256=closure_of(page.get_latest_revision_as_object()).sha256,
        revision=page.latest_revision_id or 0,
        pen=pen,
        may_correct=pen and not pending,
        tidied=_tidied(page) if pen else [],
        in_it=_in_it(page),
        changes=suggested_changes(page) if looks and pen else [],
        renew=_ending(person, page.file_id),
    )


def _about(
    person: Person, page: StoryPage, edition_id: int, choices: list[Choice], second: list[Choice]
) -> Questions:
    """A frozen version is asked about: its words go along, whatever is being prepared beside it."""
    frozen = StoryEdition.objects.select_related("revision", "page").get(edition_id=edition_id)
    current = StoryPage.objects.get(pk=frozen.page_id)
    pen = files.holds_the_pen(person, page.file_id)
    return Questions(
        page=current,
        pen=pen,
        words=frozen.words(),
        sha256=closure_of(current.get_latest_revision_as_object()).sha256,
        edition_id=edition_id,
        revision=current.latest_revision_id or 0,
        may_correct=pen and bool(choices) and current.accepted_revision_id == current.latest_revision_id,
        tidied=_tidied(current) if pen and choices else [],
        in_it=_in_it(page),
        choices=choices,
        second=[one for one in second if one.edition_id == edition_id],
        renew=_ending(person, page.file_id),
    )


def _tidied(page: StoryPage) -> list[Tidied]:
    """The words that were tidied and can still go back as they wrote them."""
    if untidying.why_not_now(page):
        return []
    return [one for one in untidying.words_tidied(page) if one.can]


def _in_it(page: StoryPage) -> list[int]:
    """Who is in it as the sheets are printed: of them "no, nobody" can be said, and of nobody added later."""
    return [one.pk for one in who_else.everybody(page)]


def _second(person: Person, file_id: int) -> list[Choice]:
    """First yeses in thinking time or past it: the slip can go along before the day on which it may be filled in."""
    given = [one for one in choices_of(person, file_id) if one.state is State.COOLING]
    newest = max((one.permission.edition.n for one in given), default=0)
    return [one for one in given if one.permission.edition.n == newest]


def _ending(person: Person, file_id: int) -> list[Ends]:
    return [one for one in ends_soon(person) if one.permission.file_id == file_id]
