"""Why not: codes for machines, whole sentences for people. They name whose yes is missing, never why it is."""

from collections.abc import Iterator
from datetime import datetime

from consent.domain.clearance.needed import needed_for
from consent.domain.record.projecting import facts_of
from consent.domain.record.revealing import allowed_by, revealed_of
from consent.domain.record.states import state_of
from consent.domain.why.reason import Reason as Reason  # noqa: PLC0414  # whoever asks for reasons reads them
from consent.domain.why.reasons_in_it import about_who_is_in_it
from consent.enums import (
    NEEDS_YES,
    Basis,
    EventKind,
    HoldReason,
    ReviewOutcome,
    State,
    Subject,
)
from consent.models import Appearance, Edition, Hold, Permission, Use

NOT_YET = {
    State.REQUESTED: "{who} has been asked and has not answered yet.",
    State.DEFERRED: "{who} said not now. Nothing happens until they are asked again and say yes.",
    State.REFUSED: "{who} said no to this.",
    State.COOLING: "{who} is in thinking time. Their second yes is missing.",
    State.PAUSED: "{who} is letting this rest.",
    State.SUPERSEDED: "{who} has agreed to a newer version instead.",
    State.EXPIRED: "{who}'s yes has run out.",
    State.WITHDRAWN: "{who} has stopped this.",
    State.REVOKED: "We ended this ourselves.",
    State.INVALIDATED: "{who}'s earlier yes did not count.",
    State.UNKNOWN: "We hold only an old record. {who} must be asked afresh.",
}


def reasons_against(
    *, use: str, at: datetime, edition_id: int | None = None, file_id: int | None = None
) -> tuple[Reason, ...]:
    """Every reason that stands now, most serious first; at least one."""
    edition = _edition(edition_id, file_id)
    if edition is None:
        return (Reason("no_version", "Nobody has said yes to these exact words yet."),)
    found = (
        *about_who_is_in_it(edition, use, at),
        *_holds(edition, use),
        *_people(edition, use, at),
        *_review(edition, at),
    )
    return found or (
        Reason("not_cleared", "This use is not cleared. Nothing is shown when we cannot be sure."),
    )


def names_needed(file_id: int) -> str:
    """Everyone whose own yes the file needs, as "Dee" or "Dee and Sam"."""
    rows = Appearance.objects.filter(file_id=file_id, basis__in=NEEDS_YES, person__isnull=False)
    names = [row.person.called for row in rows.select_related("person").order_by("id") if row.person]
    return " and ".join(names) or "the author"


def _edition(edition_id: int | None, file_id: int | None) -> Edition | None:
    rows = Edition.objects.select_related("file")
    if edition_id is not None:
        return rows.filter(pk=edition_id).first()
    return rows.filter(file_id=file_id).order_by("-n").first()


def _holds(edition: Edition, use: str) -> Iterator[Reason]:
    held = Hold.objects.filter(file_id=edition.file_id, released_at=None, use_slug__in=["", use])
    why = set(held.values_list("reason", flat=True))
    if HoldReason.COURT in why:
        yield Reason("court", "It is resting because somebody says that a court or the law forbids it.")
    elif why:
        yield Reason("held", "It is resting while something is being checked.")


def _review(edition: Edition, at: datetime) -> Iterator[Reason]:
    if edition.file.kind != Subject.STORY:
        return
    last = edition.reviews.order_by("-id").first()
    if last is None or last.outcome != ReviewOutcome.SAFE:
        yield Reason("no_safety_check", "The safety check of this version is missing.")
    elif last.valid_until <= at:
        yield Reason("safety_check_over", "The safety check of this version has run out.")


def _said_to_less(
    appearance: Appearance, edition: Edition, standing: Permission, who: str
) -> Iterator[Reason]:
    """An active yes that still clears nothing here: the words reveal more than it allows, or nobody has said what."""
    revealed = revealed_of(edition, appearance)
    if revealed is None:
        yield Reason(
            "words_unsaid",
            f"Nobody has said what these words let a reader know about {who}. Make the safety check once more.",
        )
    elif not allowed_by(standing.identity, edition=edition, appearance=appearance):
        yield Reason(
            "words_reveal",
            f"These words show more of {who} than {who} said yes to. Make a version that shows less.",
        )


def _people(edition: Edition, use: str, at: datetime) -> Iterator[Reason]:
    label = Use.objects.filter(slug=use, applies_to=edition.file.kind, current=True).values_list(
        "label", flat=True
    )
    appearances = list(
        Appearance.objects.filter(file_id=edition.file_id).select_related("person").order_by("id")
    )
    needed = needed_for(edition.file_id, appearances).of(edition.closure_sha256)
    for appearance in appearances:
        who = appearance.person.called if appearance.person else "Someone in it"
        if appearance.basis == Basis.UNDECIDED:
            yield Reason("undecided", "Someone in it is not decided yet.")
        elif appearance.pk in needed:
            counted = _counted(appearance, edition, use, at)
            name = label.first() or use
            if counted is None and _agreed_to_an_older_meaning(appearance, edition, use):
                yield Reason(
                    "new_meaning", f"What “{name}” means has changed. {who} must be asked afresh about it."
                )
            elif counted is None and appearance.basis not in NEEDS_YES:
                yield Reason(
                    "was_asked",
                    f"{who} was asked about these very words before. Make a version without {who}.",
                )
            elif counted is None:
                yield Reason("not_asked", f"{who} has not been asked about these words for “{name}”.")
            elif state_of(facts_of(counted), at) is State.ACTIVE:
                yield from _said_to_less(appearance, edition, counted, who)
            else:
                yield _not_yet(counted, who, at)


def _not_yet(permission: Permission, who: str, at: datetime) -> Reason:
    state = state_of(facts_of(permission), at)
    sentence = NOT_YET[state]
    if state is State.EXPIRED and permission.ended_why:
        sentence = "{who}'s yes was until something happened, and it has happened."
    elif state is State.EXPIRED and permission.max_uses and permission.uses >= permission.max_uses:
        sentence = "{who} said yes to {times}, and that is used up."
    elif state is State.PAUSED and _asked_first(permission):
        sentence = (
            "Something has changed for {who}, who wants to be asked first. Only {who} can wake it again."
        )
    times = "using it once" if permission.max_uses == 1 else f"using it {permission.max_uses} times"
    return Reason(state.value, sentence.format(who=who, times=times))


def _asked_first(permission: Permission) -> bool:
    """Whether it rests because of a turn in their life, and not because they said so themselves."""
    rests = (
        permission.events.filter(kind__in=[EventKind.PAUSED, EventKind.TRIGGERED]).order_by("-seq").first()
    )
    return rests is not None and rests.kind == EventKind.TRIGGERED


def _agreed_to_an_older_meaning(appearance: Appearance, edition: Edition, use: str) -> bool:
    return Permission.objects.filter(
        appearance=appearance, edition=edition, use__slug=use, use__current=False
    ).exists()


def _counted(appearance: Appearance, edition: Edition, use: str, at: datetime) -> Permission | None:
    """The row that decides: the yes that stands (or rests), even while a wider one is asked; else the newest."""
    rows = Permission.objects.filter(
        appearance=appearance, edition=edition, use__slug=use, use__current=True
    ).order_by("-id")
    stands = [row for row in rows if state_of(facts_of(row), at) in {State.ACTIVE, State.PAUSED}]
    return next(iter([*stands, *rows]), None)
