"""Why not: codes for machines, whole sentences for people. They name whose yes is missing, never why it is."""

from collections.abc import Iterator
from datetime import datetime

from consent.domain.needed import needed_for
from consent.domain.projecting import facts_of
from consent.domain.reason import Reason as Reason  # noqa: PLC0414  # whoever asks for reasons reads them
from consent.domain.reasons_in_it import about_who_is_in_it
from consent.domain.states import state_of
from consent.enums import NEEDS_YES, Basis, HoldReason, ReviewOutcome, State, Subject
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


def _people(edition: Edition, use: str, at: datetime) -> Iterator[Reason]:
    label = Use.objects.filter(slug=use, applies_to=edition.file.kind, current=True).values_list(
        "label", flat=True
    )
    appearances = list(
        Appearance.objects.filter(file_id=edition.file_id).select_related("person").order_by("id")
    )
    needed = needed_for(edition.file_id, appearances).of(edition.pk)
    for appearance in appearances:
        who = appearance.person.called if appearance.person else "Someone in it"
        if appearance.basis == Basis.UNDECIDED:
            yield Reason("undecided", "Someone in it is not decided yet.")
        elif appearance.pk in needed:
            state = _state(appearance, edition, use, at)
            if state is None:
                name = label.first() or use
                yield Reason("not_asked", f"{who} has not been asked about these words for “{name}”.")
            elif state is not State.ACTIVE:
                yield Reason(state.value, NOT_YET[state].format(who=who))


def _state(appearance: Appearance, edition: Edition, use: str, at: datetime) -> State | None:
    last = (
        Permission.objects.filter(appearance=appearance, edition=edition, use__slug=use, use__current=True)
        .order_by("-id")
        .first()
    )
    return state_of(facts_of(last), at) if last else None
