"""What follows from a stop, retried until it is done: letters to those we can ask, a word to the supporter.

Never in the stop's own transaction. "Asked" means that the letter went, not that it was written.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet

from consent.domain.out.letters import FIRST, contact_of, keys_of, write
from consent.domain.out.recall_table import OPEN, NotThatWay
from consent.domain.out.recalling import mark
from consent.domain.record.locking import locked_file
from consent.enums import CaseKind, EventKind, Method, RecallClass, RecallState, Relation
from consent.models import Appearance, ConsentEvent, RecallAction, StopCase
from people import clock
from people.domain import outbox
from people.models import User

log = logging.getLogger(__name__)
LOOKS_BACK = timedelta(days=180)
CAN_BE_ASKED = (RecallClass.R1, RecallClass.R2)
TELLS = {
    CaseKind.STOP: "consent/someone_said_stop",
    CaseKind.RESTING: "consent/someone_said_stop",
    CaseKind.ENDED_BY_US: "consent/we_take_it_back",
}
"""What who stands beside the person reads. Only a stop is called a stop."""


def follow_up_quietly(case_id: int) -> None:
    """After the commit: a failure is logged, leaves the case, and is tried again by `follow_up_due`."""
    try:
        follow_up(StopCase.objects.get(pk=case_id))
        note_what_went()
    except Exception:
        log.exception("following up the stop case %s failed and will be tried again", case_id)


def follow_up(case: StopCase) -> None:
    """Write the letters and the word to the supporter, each once; then the case owes nothing."""
    for action in _to_ask().filter(case=case):
        _write_letter(action.pk)
    with transaction.atomic():
        if case.kind in TELLS and _did_something(case):
            for user in _supporters(case):
                outbox.put(
                    event=TELLS[CaseKind(case.kind)],
                    user=user,
                    context={"code": case.code},
                    key=f"said-stop-{case.pk}-{user.pk}",
                )
        StopCase.objects.filter(pk=case.pk, followed_up_at=None).update(followed_up_at=clock.now())


def follow_up_due() -> int:
    """Every case that still owes its letters; run by the clock job. Says how many."""
    owed = list(StopCase.objects.filter(followed_up_at=None).order_by("id").values_list("pk", flat=True))
    for pk in owed:
        follow_up_quietly(pk)
    note_what_went()
    tell_what_came()
    return len(owed)


def tell_what_came() -> None:
    """Once everybody has answered, or cannot be asked, the person hears that their list is complete. Once a case."""
    recent = StopCase.objects.filter(
        kind=CaseKind.STOP,
        person__isnull=False,
        person__erased_at=None,
        recorded_at__gte=clock.now() - LOOKS_BACK,
    )
    asked = recent.filter(actions__asked_at__isnull=False).exclude(actions__state__in=OPEN).distinct()
    for case in asked.select_related("person"):
        outbox.put(
            event="consent/what_came_of_it",
            person=case.person,
            context={"code": case.code},
            key=f"came-of-{case.pk}",
        )


def note_what_went() -> int:
    """A letter that has gone makes its action "asked", at the minute it went."""
    waiting = RecallAction.objects.filter(state=RecallState.TODO).exclude(token_hash="")
    actions = {key: action for action in waiting.prefetch_related("letters") for key in keys_of(action)}
    went = sorted(outbox.sent(actions).items(), key=lambda one: one[1])
    for key, at in went:
        try:
            mark(actions[key].uid, to=RecallState.ASKED, at=at, method=Method.SYSTEM)
        except NotThatWay:
            log.info("an action moved on before its letter was noted")
    return len(went)


def _to_ask() -> QuerySet[RecallAction]:
    return RecallAction.objects.filter(
        state=RecallState.TODO, outing__recall_class__in=CAN_BE_ASKED, token_hash=""
    ).order_by("id")


def _write_letter(pk: int) -> None:
    """Under the file's lock, so that two workers write one letter. Without an e-mail address a human asks."""
    action = RecallAction.objects.select_related("outing__file", "case").get(pk=pk)
    with locked_file(action.outing.file_id):
        action.refresh_from_db(fields=["state", "token_hash"])
        if action.token_hash or action.state != RecallState.TODO or "@" not in contact_of(action):
            return
        write(action, event=FIRST)


def _did_something(case: StopCase) -> bool:
    """A second press that found nothing left tells nobody again."""
    return (
        case.actions.exists()
        or ConsentEvent.objects.filter(
            file__in=case.files.all(), kind=EventKind.STOPPED, data__code=case.code, permission__isnull=False
        ).exists()
    )


def _supporters(case: StopCase) -> list[User]:
    """Who stands beside the authors of what was stopped, and beside whoever said it."""
    authors = Appearance.objects.filter(
        file__in=case.files.all(), relation__in=[Relation.AUTHOR, Relation.CO_AUTHOR]
    )
    ids = set(authors.exclude(person__supporter=None).values_list("person__supporter", flat=True))
    if case.person is not None and case.person.supporter_id:
        ids.add(case.person.supporter_id)
    return list(User.objects.filter(pk__in=ids, is_active=True).order_by("pk"))
