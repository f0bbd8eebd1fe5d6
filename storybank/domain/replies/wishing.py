"""Whether an author wants letters from the readers of one story: their own word, each for themselves, at any time.

Saying nothing is no. A no ends what waits for them; a stop of the story is a no to this too.
"""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from consent import policy
from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.domain.rights.saying_no import say_no
from consent.domain.stop.stopping import was_stopped
from people import clock
from people.domain import ages, outbox
from people.models import Person, User
from storybank.domain.queries import public_stories
from storybank.models import Reply, ReplyWish, StoryPage
from storybank.models.check_in import AskedHow


class CannotWish(ValueError):
    """They cannot be asked this; the message says why, in words for anybody."""


def may_be_asked(person: Person) -> bool:
    """Grown up, and somebody with us. Under 18 nobody is written to by strangers, whoever agrees."""
    return person.erased_at is None and not ages.is_under_18(person, clock.today())


def wants(person: Person, file_id: int) -> bool:
    return ReplyWish.objects.filter(file_id=file_id, person=person, wants=True).exists()


def who_want(file_id: int) -> list[Person]:
    """Those who tell it and want letters, at this moment."""
    yes = set(ReplyWish.objects.filter(file_id=file_id, wants=True).values_list("person_id", flat=True))
    if not yes:
        return []
    return [one for one in files.tellers_of(file_id) if one.pk in yes and may_be_asked(one)]


def who_wanted(reply: Reply) -> list[Person]:
    """Those who want letters now and did so when this one came: what came before a yes is nobody's."""
    said = dict(
        ReplyWish.objects.filter(file_id=reply.file_id, wants=True).values_list("person_id", "said_at")
    )
    return [one for one in who_want(reply.file_id) if said[one.pk] <= reply.received_at]


def is_up(file_id: int) -> bool:
    """Whether readers may read it at this moment, in any of its forms."""
    return public_stories().filter(file_id=file_id).exists()


def readers_may_write(page: StoryPage) -> bool:
    """Asked on every request: the gate shows this very page now, and somebody who tells it wants letters."""
    return bool(who_want(page.file_id)) and public_stories().filter(pk=page.pk).exists()


def wish(
    person: Person, file_id: int, *, wants: bool, how: str = AskedHow.SCREEN, by: User | None = None
) -> None:
    """What they said; the same twice changes nothing. Raises `CannotWish`.

    A no counts for whoever tells it, of any age, at any time.
    """
    with locked_file(file_id) as file:
        if person not in files.tellers_of(file_id):
            raise CannotWish(gettext_noop("It is not theirs to say."))
        if wants and not may_be_asked(person):
            raise CannotWish(gettext_noop("Only somebody of 18 or older can be asked this."))
        if wants and was_stopped(file_id, use=policy.WEBSITE):
            raise CannotWish(gettext_noop("It is stopped, so nobody can write about it."))
        mine = ReplyWish.objects.filter(file_id=file_id, person=person)
        if wants == mine.filter(wants=True).exists() and mine.exists():
            return
        _note(person, file_id, wants=wants, how=how, by=by)
        if not wants:
            _take_back(person)
            _end_what_nobody_wants(file_id)
            say_no("replies", file=file.uid, person=person.uid)


def want_none_again(*, file: UUID, person: UUID) -> bool:
    """A backup was restored from before they said no."""
    row = (
        ReplyWish.objects.filter(file__uid=file, person__uid=person, wants=True)
        .select_related("person")
        .first()
    )
    if row is None:
        return False
    _note(row.person, row.file_id, wants=False, how=row.how, by=None)
    _take_back(row.person)
    _end_what_nobody_wants(row.file_id)
    return True


def end_where_stopped(file_id: int) -> int:
    """After a stop of the story: nobody who tells it wants letters about it any more, until they say so anew."""
    standing = ReplyWish.objects.filter(file_id=file_id, wants=True).select_related("person")
    if not standing.exists() or not was_stopped(file_id, use=policy.WEBSITE):
        return 0
    with locked_file(file_id):
        rows = list(standing)
        for row in rows:
            _note(row.person, file_id, wants=False, how=row.how, by=None)
            _take_back(row.person)
        _end_what_nobody_wants(file_id)
    return len(rows)


def end_due() -> int:
    """The same for every story, by the clock job, should it not have happened at once; and where it came out since
    that somebody is not 18 yet."""
    wanted = ReplyWish.objects.filter(wants=True).select_related("person").order_by("file_id")
    for row in wanted:
        if not may_be_asked(row.person):
            wish(row.person, row.file_id, wants=False)
    return sum(end_where_stopped(pk) for pk in sorted({row.file_id for row in wanted}))


def wishes_of(person: Person) -> QuerySet[ReplyWish]:
    return ReplyWish.objects.filter(person=person).select_related("file")


def messages_of(person: Person) -> str:
    """How the keys begin of what tells them that letters came."""
    return f"replies-{person.pk}-"


def _note(person: Person, file_id: int, *, wants: bool, how: str, by: User | None) -> None:
    ReplyWish.objects.update_or_create(
        file_id=file_id,
        person=person,
        defaults={"wants": wants, "said_at": clock.now(), "how": how, "written_by": by},
    )


def _take_back(person: Person) -> None:
    """What has not been sent yet says nothing any more."""
    outbox.cancel_all(beginning=messages_of(person))


def _end_what_nobody_wants(file_id: int) -> None:
    """What waits can never be passed on, should anybody want letters again later."""
    if not who_want(file_id):
        Reply.objects.filter(file_id=file_id, decided_at=None, ended_at=None).update(ended_at=clock.now())
