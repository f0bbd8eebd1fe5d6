"""Asking: staff may ask, and that is all they may do."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from consent.domain.acts.own import own, refuse_after_coming_of_age
from consent.domain.acts.starting_again import TheirNo, their_no
from consent.domain.care.barring import barred_up_to
from consent.domain.care.statutory import blocked_by, explain
from consent.domain.clearance.changing import changing
from consent.domain.clearance.guardians import Young, young_in
from consent.domain.record.ledger import write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.revealing import revealed_of
from consent.domain.record.states import FINAL, state_of
from consent.domain.record.terms import CannotAnswer
from consent.domain.record.uses import uses_by_slug
from consent.domain.told import notices
from consent.enums import NEEDS_YES, Basis, EventKind, Method, State
from consent.models import Appearance, ConsentFile, Edition, Permission, Use
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

MOST_AT_ONCE = 4
OPEN = frozenset({State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED})


class CannotAsk(ValueError):
    """The ask is not possible; the message says why and what to do."""


def ask(
    edition: Edition,
    *,
    uses: Iterable[str],
    by: "User | None" = None,
    method: Method = Method.STAFF,
    most: int = MOST_AT_ONCE,
    only: Appearance | None = None,
) -> list[Permission]:
    """One permission for each use and each person whose yes is needed, or for the `only` one who is new in it.

    Asking twice changes nothing. What has run out, met with silence, was agreed before an 18th birthday or is only
    known from older records gives way to the new ask. What one of them said no to or stopped is closed for thirty
    days, unless they came to us (`starting_again`).
    """
    chosen = uses_by_slug(edition.file.kind, uses)
    if not chosen:
        raise CannotAsk("Choose at least one way to use the words.")
    if len(chosen) > most:
        raise CannotAsk(f"Ask for at most {most} ways at once. The others can be asked later.")
    asked = []
    with changing(edition.file_id) as file:
        appearances = Appearance.objects.filter(file=file)
        if any(item.basis == Basis.UNDECIDED for item in appearances):
            raise CannotAsk("Someone in it is not decided yet. Decide that first.")
        young = young_in(file.pk)
        refuse_what_may_not_be_asked(edition, chosen, young=young)
        asked_now = appearances.filter(basis__in=NEEDS_YES, person__isnull=False).select_related("person")
        needed = asked_now.filter(pk=only.pk) if only else asked_now
        _refuse_if_they_cannot_be_told(file, needed)
        speak = [row for row in needed if young.still_spoken_for(row, at=clock.now())]
        before = {(row, use): standing(row, edition, use) for row in speak for use in chosen}
        stays = {key: found for key, found in before.items() if found and not _gives_way(found, young)}
        _refuse_what_they_closed(file, [key for key in before if key not in stays])
        for (appearance, use), old in before.items():
            found = stays.get((appearance, use))
            if found is None:
                if old is not None:
                    _make_way(file, old, method=method, by=by)
                found = _ask_one(file, appearance, edition, use, replaces=old, method=method, by=by)
            asked.append(found)
    return asked


def _gives_way(old: Permission, young: Young) -> bool:
    at = clock.now()
    return state_of(facts_of(old), at) not in OPEN or young.grown_out(old, at=at)


def refuse_what_may_not_be_asked(
    edition: Edition, uses: Iterable[Use], *, young: Young | None = None
) -> None:
    """The law, versions that may never come back, and what the age of somebody in it asks for."""
    for rule in blocked_by(edition.file_id):
        raise CannotAsk(explain(rule.law))
    if edition.n <= barred_up_to(edition.file_id):
        raise CannotAsk("This version may not be shown again: something had to be taken out. Make a new one.")
    _refuse_what_nobody_has_said(edition)
    missing = (young or young_in(edition.file_id)).missing_to_ask(uses, edition=edition, at=clock.now())
    if missing is not None:
        raise CannotAsk(missing.sentence)


def _refuse_what_nobody_has_said(edition: Edition) -> None:
    """Nobody is asked about words of which nobody has said what they give away of them."""
    rows = Appearance.objects.filter(file_id=edition.file_id, basis__in=NEEDS_YES, person__isnull=False)
    if any(revealed_of(edition, row) is None for row in rows):
        raise CannotAsk(
            "Nobody has said yet what these words let a reader know about everybody in it."
            " Send it to the safety check once more; then they can be asked."
        )


def _refuse_if_they_cannot_be_told(file: ConsentFile, needed: Iterable[Appearance]) -> None:
    """Nobody is asked in a language or a form that is not theirs."""
    for appearance in needed:
        if appearance.person is not None:
            try:
                notices.check_that_we_can_tell(appearance.person, file.kind)
            except notices.NotTheirWords as error:
                raise CannotAsk(str(error)) from error


def _refuse_what_they_closed(file: ConsentFile, new: Iterable[tuple[Appearance, Use]]) -> None:
    """Only the person starts again, and only as one of them: nobody else's yes makes up for theirs."""
    said: dict[int, TheirNo] = {}
    for appearance, use in new:
        if appearance.person is None:
            continue
        if appearance.pk not in said:
            said[appearance.pk] = their_no(appearance.person, file.pk)
        until = said[appearance.pk].until(use.slug, clock.now())
        if until is not None:
            day = until.astimezone(clock.LONDON)
            raise CannotAsk(
                f"Somebody in it said no to “{use.label}”, or stopped it. Only they start that again: leave it out"
                f" until {day.day} {day:%B %Y}, or until they tell us that we may ask."
            )


def _make_way(file: ConsentFile, old: Permission, *, method: Method, by: "User | None") -> None:
    data = {"by": "a new ask"}
    record(old, write(file, EventKind.SUPERSEDED, method=method, permission=old, actor=by, data=data))


def ask_wider(permission: Permission, *, person: Person, method: Method = Method.SCREEN) -> Permission:
    """The person wants to show more: they are asked afresh for the same words and use. What they agreed to before
    stays as it is until the second yes to the wider one; a first yes that was still waiting gives way at once.
    """
    with changing(permission.file_id, use=permission.use.slug) as file:
        mine = own(permission, person)
        if state_of(facts_of(mine), clock.now()) not in {State.COOLING, State.ACTIVE, State.PAUSED}:
            raise CannotAnswer("There is no yes here to make bigger. Nothing was changed.")
        if not mine.use.current:
            raise CannotAnswer("What this means has changed since. We ask you again, from the start.")
        _refuse_kindly(mine)
        asked = Permission.objects.filter(
            appearance=mine.appearance, edition=mine.edition, use=mine.use, confirmed_at=None, ended_at=None
        ).exclude(answer__in=["no", "later"])
        for row in asked.select_related("use", "file"):
            if state_of(facts_of(row), clock.now()) is State.REQUESTED:
                return row
            _make_way(file, row, method=method, by=None)
        return _ask_one(file, mine.appearance, mine.edition, mine.use, replaces=mine, method=method, by=None)


def _refuse_kindly(mine: Permission) -> None:
    refuse_after_coming_of_age(mine)
    try:
        refuse_what_may_not_be_asked(mine.edition, [mine.use])
    except CannotAsk as error:
        raise CannotAnswer(
            "We cannot ask for more here now. Talk with us, and we will look at it."
        ) from error


def _ask_one(
    file: ConsentFile,
    appearance: Appearance,
    edition: Edition,
    use: Use,
    *,
    replaces: Permission | None,
    method: Method,
    by: "User | None",
) -> Permission:
    asked = Permission.objects.create(
        file=file, appearance=appearance, edition=edition, use=use, asked_at=clock.now(), replaces=replaces
    )
    data = {
        "appearance": appearance.pk,
        "edition": edition.uid.hex,
        "use": use.slug,
        "version": use.version,
        "max_uses": 1 if use.single_use else None,
        "replaces": asked.replaces_id,
    }
    record(asked, write(file, EventKind.ASKED, method=method, permission=asked, actor=by, data=data))
    return asked


def standing(appearance: Appearance, edition: Edition, use: Use) -> Permission | None:
    """The permission of this appearance, edition and use that is still open or active, else one that never ended."""
    rows = Permission.objects.filter(appearance=appearance, edition=edition, use=use, ended_at=None)
    left = [row for row in rows.order_by("-id") if row.answer not in ("no", "later")]
    still = [row for row in left if state_of(facts_of(row), clock.now()) in OPEN]
    return next(iter(still + left), None)


def open_asks(appearance_person_id: int, file_id: int) -> list[Permission]:
    """What this person has been asked about this file and has not answered yet, in catalogue order."""
    return [
        item
        for item in permissions_of(appearance_person_id, file_id)
        if state_of(facts_of(item), clock.now()) is State.REQUESTED
    ]


def permissions_of(person_id: int, file_id: int) -> list[Permission]:
    """Every permission of this person in this file, in catalogue order, newest last."""
    return list(
        Permission.objects.filter(file_id=file_id, appearance__person_id=person_id)
        .select_related("use", "edition", "file", "appearance__person")
        .order_by("use__order", "use__slug", "id")
    )


def finished(permission: Permission) -> bool:
    return state_of(facts_of(permission), clock.now()) in FINAL
