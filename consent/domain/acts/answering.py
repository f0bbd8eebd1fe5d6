"""The person's two acts. Nobody else can reach a yes, and silence never does."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from consent.domain.acts import last_day
from consent.domain.acts.own import (
    own,
    refuse_a_child_alone,
    refuse_after_coming_of_age,
    told_first,
    whose_age,
)
from consent.domain.acts.seen_too_much import refuse_less_than_the_words_show, refuse_too_much_for_the_young
from consent.domain.clearance.changing import changing
from consent.domain.record import shown as shown_values
from consent.domain.record.coming_of_age import is_young
from consent.domain.record.ledger import moment, write
from consent.domain.record.locking import locked_file
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.shown import Shown
from consent.domain.record.states import ready_to_confirm, state_of
from consent.domain.record.terms import CannotAnswer as CannotAnswer  # noqa: PLC0414  # every answering verb raises it
from consent.domain.record.terms import Terms
from consent.domain.record.uses import thinking_days_now
from consent.domain.told.informing import has_understood, needs_understanding
from consent.enums import Answer, EventKind, IdentityLevel, Method, PlaceDetail, State, TimeDetail, Trigger
from consent.models import ConsentFile, Permission
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

NEW_MEANING = "What this means has changed since we asked. We ask you again, with the new words."


def answer(
    permission: Permission,
    *,
    person: Person,
    answer: Answer,
    identity: IdentityLevel = IdentityLevel.N2,
    shown: Shown | None = None,
    face: bool = False,
    voice: bool = False,
    place: PlaceDetail = PlaceDetail.NONE,
    time: TimeDetail = TimeDetail.NONE,
    check_first: Iterable[Trigger] = (),
    until_event: Trigger | None = None,
    until: datetime | None = None,
    max_uses: int | None = None,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> Permission:
    """The first act: yes, no, or not now. A yes starts thinking time and may be used for nothing yet.

    What is not said is the least: no face, no voice, no place, no time. `until` is the person's own last day, if
    sooner than the use's, and a screen gives the day that it said; `max_uses` is how often, if fewer than asked for;
    `check_first` and `until_event` name turns in their life that pause or end the yes.
    """
    terms = Terms()
    if answer == Answer.YES and is_young(whose_age(permission), clock.now()):
        check_first = {*check_first, Trigger.TURNING_18}
    if answer == Answer.YES:
        terms = Terms.of(
            identity=identity,
            place=place,
            time=time,
            face=face,
            voice=voice,
            check_first=check_first,
            until_event=until_event,
            until=until,
            max_uses=max_uses,
        )
    values = terms.trim(shown or Shown())
    with changing(permission.file_id, use=permission.use.slug) as file:
        mine = own(permission, person)
        if state_of(facts_of(mine), clock.now()) is not State.REQUESTED:
            raise CannotAnswer("You have already answered this. Nothing was changed.")
        if not mine.use.current:
            raise CannotAnswer(NEW_MEANING)
        notice_sha256 = told_first(file, person)
        if answer == Answer.YES:
            refuse_a_child_alone(mine, method=method)
            _refuse_unless_understood(file, person, mine)
            refuse_too_much_for_the_young(mine, terms)
            refuse_less_than_the_words_show(mine, identity=terms.identity)
        days = thinking_days_now(mine.use)
        cool_until = clock.now() + timedelta(days=days)
        if answer == Answer.YES and until is not None and until <= cool_until:
            raise CannotAnswer(
                "Its last day comes before your thinking time is over. Choose a later day, or answer that one again."
            )
        shown_values.seal(mine, values)
        event = write(
            file,
            EventKind.ANSWERED,
            method=method,
            permission=mine,
            recorded_by=recorded_by,
            data={
                "answer": str(answer),
                "cool_until": moment(cool_until) if answer == Answer.YES else None,
                **terms.data(),
                "notice_sha256": notice_sha256,
                "shown_sha256": shown_values.shown_sha256(
                    edition=mine.edition, use=mine.use, shown=values, face=terms.face, voice=terms.voice
                ),
            },
        )
        record(mine, event)
    return mine


def confirm(
    file: ConsentFile,
    *,
    person: Person,
    permissions: Iterable[Permission],
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> list[Permission]:
    """The second act, after thinking time. What is not in `permissions` is left as it is and never becomes a yes.

    However late it comes, the yes ends when the screen of the first act said.

    When everyone has confirmed a newer version for a use, the older version's permission for it is replaced
    in this same transaction.
    """
    done = []
    with changing(file.pk) as mine:
        for permission in permissions:
            row = own(permission, person)
            if row.confirmed_at is not None and row.ended_at is None:
                continue
            if not ready_to_confirm(facts_of(row), clock.now()):
                raise CannotAnswer("Your thinking time is not over yet, or this choice has ended.")
            told_first(mine, person)
            if not row.use.current:
                raise CannotAnswer(NEW_MEANING)
            refuse_after_coming_of_age(row)
            refuse_a_child_alone(row, method=method)
            until = last_day.of_second_yes(row)
            if until <= clock.now():
                raise CannotAnswer("Its last day has passed. Ask us to ask you again.")
            _instead_of_the_narrower(mine, row, method=method)
            data = {"valid_until": moment(until)}
            second = write(
                mine,
                EventKind.CONFIRMED,
                method=method,
                permission=row,
                recorded_by=recorded_by,
                data=data,
            )
            record(row, second)
            done.append(row)
    return done


def _instead_of_the_narrower(file: ConsentFile, wider: Permission, *, method: Method) -> None:
    """What stood for the same words and use until now gives way in the moment of the second yes, and not before."""
    rows = Permission.objects.filter(
        appearance=wider.appearance,
        edition=wider.edition,
        use=wider.use,
        confirmed_at__isnull=False,
        ended_at=None,
    ).exclude(pk=wider.pk)
    for old in rows.select_related("file"):
        data = {"by": "a wider yes", "permission": wider.uid.hex}
        record(old, write(file, EventKind.SUPERSEDED, method=method, permission=old, data=data))


def decline_second(
    file: ConsentFile,
    *,
    person: Person,
    permissions: Iterable[Permission],
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> None:
    """The second screen's "take this one away": the first yes is stopped, at once and without a reason."""
    with changing(file.pk) as mine:
        for permission in permissions:
            row = own(permission, person)
            if row.ended_at is None:
                said = write(mine, EventKind.STOPPED, method=method, permission=row, recorded_by=recorded_by)
                record(row, said)


def cooling(person: Person) -> list[Permission]:
    """First yeses still in thinking time or waiting for the second act, oldest first."""
    rows = _given_once(person)
    return [row for row in rows if state_of(facts_of(row), clock.now()) is State.COOLING]


def waiting_for_second_yes(person: Person, file_id: int | None = None) -> list[Permission]:
    """First yeses whose thinking time is over: the one second screen lists them all."""
    rows = [row for row in _given_once(person) if _can_be_confirmed(row)]
    return [row for row in rows if file_id in (None, row.file_id)]


def people_with_thinking_time_over() -> dict[Person, list[int]]:
    """Everybody who may give a second yes now, with the permissions it is about."""
    rows = Permission.objects.filter(
        answer=Answer.YES, confirmed_at=None, ended_at=None, cool_until__lte=clock.now()
    ).select_related("appearance__person")
    found: dict[Person, list[int]] = {}
    for row in rows.order_by("id"):
        if row.appearance.person and _can_be_confirmed(row):
            found.setdefault(row.appearance.person, []).append(row.pk)
    return found


def _can_be_confirmed(row: Permission) -> bool:
    return ready_to_confirm(facts_of(row), clock.now()) and last_day.still_ahead(row, clock.now())


def pause(permission: Permission, *, person: Person, method: Method = Method.SCREEN) -> None:
    """The person lets one use rest."""
    _pausing(permission, person=person, kind=EventKind.PAUSED, need=State.ACTIVE, method=method)


def resume(permission: Permission, *, person: Person, method: Method = Method.SCREEN) -> None:
    """Only the person ends their own pause, and only while nobody holds the file."""
    refuse_after_coming_of_age(permission)
    refuse_a_child_alone(permission, method=method)
    with locked_file(permission.file_id) as file:
        if file.holds.filter(released_at=None, use_slug__in=["", permission.use.slug]).exists():
            raise CannotAnswer("We are checking something first. We will tell you when you can go on.")
        _pausing(permission, person=person, kind=EventKind.RESUMED, need=State.PAUSED, method=method)


def _pausing(permission: Permission, *, person: Person, kind: EventKind, need: State, method: Method) -> None:
    with changing(permission.file_id, use=permission.use.slug) as file:
        mine = own(permission, person)
        if state_of(facts_of(mine), clock.now()) is not need:
            raise CannotAnswer("That is already so. Nothing was changed.")
        record(mine, write(file, kind, method=method, permission=mine))


def _refuse_unless_understood(file: ConsentFile, person: Person, permission: Permission) -> None:
    if needs_understanding(file, permission.use) and not has_understood(file, person=person):
        raise CannotAnswer("This one cannot be taken back. Let us first make sure that we explained it well.")


def _given_once(person: Person) -> list[Permission]:
    return list(
        Permission.objects.filter(
            appearance__person=person, answer=Answer.YES, confirmed_at=None, ended_at=None
        )
        .select_related("use", "edition", "file", "appearance__person")
        .order_by("answered_at", "id")
    )
