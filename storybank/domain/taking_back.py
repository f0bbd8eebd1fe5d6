"""After a change of consent: what waits for somebody's hours, and would ask or tell what is not so, does not go out."""

from collections.abc import Iterator

from consent.domain.acts.choices import choices_of
from consent.domain.acts.starting_again import stopped_everything
from consent.domain.care import files
from consent.enums import State
from people.domain import outbox
from people.models import Person
from storybank.domain.freezing import choose_key
from storybank.domain.reminding import up_key
from storybank.models import GroupSeat, PersonSaid, ShownPart, StoryEdition, StoryPage


def take_back_what_is_not_so(page: StoryPage) -> None:
    """Safe at any time, and as often as one likes; inside the caller's transaction."""
    seats = GroupSeat.objects.filter(piece__file=page.file_id).values_list("person_id", flat=True)
    within = files.appearances_in(page.file_id).filter(person__isnull=False)
    if not outbox.hold_what_waits_for([*seats, *within.values_list("person_id", flat=True)]):
        return
    author = files.author_of(page.file_id)
    for beginning in _over(page, author):
        outbox.cancel_all(beginning=beginning)
    for key in _thought_about(page):
        outbox.cancel(key=key)
    for key in _asked_in_vain(page, author):
        outbox.cancel(key=key)
    if author is not None and stopped_everything(author, page.file_id):
        for beginning in _about_its_words(page):
            outbox.cancel_all(beginning=beginning)


def _over(page: StoryPage, author: Person | None) -> Iterator[str]:
    """That it can be read, that there are choices."""
    frozen = StoryEdition.objects.filter(page=page).select_related("edition")
    choices = choices_of(author, page.file_id) if author is not None else []
    states = {one.state for one in choices}
    if not StoryPage.objects.filter(pk=page.pk, live=True).exists():
        yield from (up_key(one.edition_id) for one in frozen)
    if State.REQUESTED not in states:
        yield from (choose_key(one) for one in frozen)


def _thought_about(page: StoryPage) -> Iterator[str]:
    """That the thinking time is over."""
    for person in files.people_of(page.file_id):
        theirs = choices_of(person, page.file_id)
        if all(one.state is not State.COOLING for one in theirs):
            yield from (f"second-yes-{person.pk}-{one.permission.pk}" for one in theirs)


def _asked_in_vain(page: StoryPage, author: Person | None) -> Iterator[str]:
    """Somebody else is asked about a story that its author, or they themselves, or one of the group, has stopped."""
    over = author is not None and stopped_everything(author, page.file_id)
    for part in ShownPart.objects.filter(page=page).select_related("appearance__person"):
        person = part.appearance.person
        if over or (person is not None and stopped_everything(person, page.file_id)):
            yield f"in-it-{part.pk}"
    seats = list(GroupSeat.objects.filter(piece__file=page.file_id).select_related("person"))
    if over or any(stopped_everything(seat.person, page.file_id) for seat in seats):
        yield from (f"together-{seat.pk}" for seat in seats)


def _about_its_words(page: StoryPage) -> Iterator[str]:
    """Suggestions, what was typed up, who is in it, and who may read it first."""
    yield f"look-{page.pk}-"
    yield f"typed-{page.pk}-"
    yield from (f"say-who-{said.pk}-" for said in PersonSaid.objects.filter(page=page))
    yield from (f"may-they-read-{part.pk}-" for part in ShownPart.objects.filter(page=page))
