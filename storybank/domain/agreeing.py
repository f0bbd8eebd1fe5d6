"""The author's two acts about one story, and who else is in it."""

from collections.abc import Iterable

from django.db import transaction

from consent import policy
from consent.domain.acts import answering, choosing
from consent.domain.acts.choices import open_choices, ready_choices
from consent.domain.acts.choosing import Given
from consent.domain.care import files
from consent.domain.told import informing, notices
from consent.enums import Answer, Basis
from people import clock
from people.domain import outbox
from people.models import Person
from storybank.domain import its_moment
from storybank.models import StoryEdition, StoryPage


@transaction.atomic
def someone_is_in_it(page: StoryPage, person: Person, *, who: Iterable[str]) -> None:
    """The author says that somebody could be worked out. Until staff have talked it through, nothing can go up."""
    known = {item.role for item in files.appearances_in(page.file_id) if item.basis == Basis.UNDECIDED}
    for role in who:
        if role not in known:
            files.add_appearance(page.file, role=role)
    if person.supporter is not None:
        outbox.put(event="storybank/someone_in_it", user=person.supporter, context={"code": page.code})


def words_show_too_much(page: StoryPage, person: Person, *, edition_id: int) -> None:
    """The author wants less known than the words show by themselves: their supporter hears it, once a version."""
    if person.supporter is not None:
        key = f"too-much-{page.file_id}-{edition_id}"
        outbox.put(
            event="storybank/words_show_too_much",
            user=person.supporter,
            context={"code": page.code},
            key=key,
        )


@transaction.atomic
def say_no(page: StoryPage, person: Person, *, edition_id: int) -> None:
    """No to everything that is asked about this version, in one tap."""
    asked = [choice for choice in open_choices(person, page.file_id) if choice.edition_id == edition_id]
    answers = [Given(choice.use.slug, Answer.NO) for choice in asked]
    choosing.give(page.file, person=person, answers=answers, edition_id=edition_id)


@transaction.atomic
def give_first(
    page: StoryPage,
    person: Person,
    *,
    answers: Iterable[Given],
    edition_id: int,
    understood: Iterable[str] = (),
) -> None:
    """All first answers together, and what was asked back before them. The clock job says when thinking is over."""
    asked_back, told = list(understood), notices.rendering_served(page.file, person=person)
    if asked_back and told is not None:
        informing.record_check(
            page.file, person=person, rendering=told, questions=asked_back, understood=True
        )
    choosing.give(page.file, person=person, answers=answers, edition_id=edition_id)


@transaction.atomic
def give_second(page: StoryPage, person: Person, *, uids: Iterable[str]) -> None:
    """The second yes to exactly the choices that were on the screen; whatever is not ready is left as it is."""
    shown = set(uids)
    ready = [item.permission for item in ready_choices(person, page.file_id) if str(item.uid) in shown]
    answering.confirm(page.file, person=person, permissions=ready)


@transaction.atomic
def take_away(page: StoryPage, person: Person, *, uid: str) -> None:
    """One of the cooled choices is taken away on the second screen; the others stay."""
    mine = [item.permission for item in ready_choices(person, page.file_id) if str(item.uid) == uid]
    answering.decline_second(page.file, person=person, permissions=mine)


def waits_for_its_moment(edition_id: int) -> bool:
    """Agreed by everybody, and going up by itself at a moment of chance."""
    cleared = policy.clearance(edition_id, policy.WEBSITE, clock.now())
    frozen = StoryEdition.objects.select_related("page").filter(edition=edition_id).first()
    if cleared is None or frozen is None:
        return False
    return its_moment.waits(frozen.page, identity=cleared.identity)


def is_up(edition_id: int | None) -> bool:
    return policy.may_use(edition_id, policy.WEBSITE, clock.now()).allowed
