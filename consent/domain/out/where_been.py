"""Where somebody's words have been, in their own words for it: what, when, whether it can be taken back, what was done.

Everything here is true at the moment of asking. What we are late with says so.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from consent.domain.clearance.whose_yes import counting
from consent.domain.out.outings import recipient_of
from consent.enums import NEEDS_YES, WHO_TELLS, CaseKind, OutingKind, RecallClass, RecallState
from consent.models import Appearance, ConsentFile, Outing, RecallAction, StopCase
from people import clock, keyring
from people.models import Person

WHAT = {
    OutingKind.SURFACE: gettext_lazy("On our own website"),
    OutingKind.PACK: gettext_lazy("A pack we handed over"),
    OutingKind.DOWNLOAD: gettext_lazy("A copy we sent"),
    OutingKind.PRINT: gettext_lazy("Printed on paper"),
    OutingKind.QUOTE: gettext_lazy("A few of your words, on another website"),
    OutingKind.SPOKEN: gettext_lazy("Read aloud"),
    OutingKind.PRIVATE_READING: gettext_lazy("Read by one person, on our website"),
    OutingKind.NEWSLETTER: gettext_lazy("Sent out in our newsletter"),
}
STILL_OUT = {
    RecallClass.R0: gettext_lazy("It goes at once when you say stop."),
    RecallClass.R1: gettext_lazy("They have promised to take it down when you say stop."),
    RecallClass.R2: gettext_lazy("When you say stop, we can ask them. They may say no."),
    RecallClass.R3: gettext_lazy("This cannot be taken back."),
    RecallClass.R4: gettext_lazy("Nobody knows all the copies. This cannot be taken back."),
}
MARKS = {
    RecallState.TODO: "asked",
    RecallState.ASKED: "asked",
    RecallState.ACKNOWLEDGED: "asked",
    RecallState.DONE: "gone",
    RecallState.REFUSED: "stays",
    RecallState.IMPOSSIBLE: "stays",
}


@dataclass(frozen=True)
class Been:
    """One place. `mark` is how the page draws it: here, gone, asked (we wait), stays (cannot be taken back)."""

    uid: UUID
    use: str
    what: str
    who: str
    where: str
    began_at: datetime
    mark: str
    sentence: str


@dataclass(frozen=True)
class Whereabouts:
    """One thing of theirs and where it has been, newest first."""

    uid: UUID
    title: str
    places: list[Been] = field(default_factory=list)


def where_it_has_been(person: Person) -> list[Whereabouts]:
    """Everything the person said yes to that went anywhere. Whoever's yes did not count sees nothing of it.

    A title is for whoever tells it. Who was decided away since their yes sees where the versions went that they were
    asked about.
    """
    files = list(
        ConsentFile.objects.filter(
            Q(appearances__basis__in=NEEDS_YES) | Q(appearances__permissions__isnull=False),
            appearances__person=person,
        )
        .prefetch_related(Prefetch("outings", queryset=_rows()))
        .order_by("-id")
        .distinct()
    )
    once = counting(person, files).once
    keys = keyring.Bunch(file.uid for file in files)
    theirs = Appearance.objects.filter(person=person, relation__in=WHO_TELLS, file__in=files)
    told = set(theirs.values_list("file_id", flat=True))
    found = [
        Whereabouts(
            file.uid,
            _title(file, keys) if file.pk in told else "",
            _places(file, keys, only=once.get(file.pk)),
        )
        for file in files
    ]
    return [file for file in found if file.places]


def came_of(code: str, person: Person | None = None, *, names: bool = False) -> list[Been]:
    """What the stop with this code reached, as it stands now. Without `names`, nobody and nothing is named."""
    cases = StopCase.objects.filter(code=code, kind__in=[CaseKind.STOP, CaseKind.RESTING])
    if person is not None:
        cases = cases.filter(person=person)
    rows = list(_rows().filter(actions__case__in=cases).select_related("file").distinct())
    keys = keyring.Bunch(outing.file.uid for outing in rows) if names else None
    return [_been(outing, keys=keys) for outing in rows]


def _rows() -> QuerySet[Outing]:
    newest_first = RecallAction.objects.select_related("case").order_by("-id")
    return (
        Outing.objects.select_related("use")
        .prefetch_related(Prefetch("actions", queryset=newest_first))
        .order_by("-began_at", "-id")
    )


def _title(file: ConsentFile, keys: keyring.Bunch) -> str:
    try:
        return keys.unseal(file.uid, bytes(file.title_sealed)) if file.title_sealed else ""
    except keyring.KeyShredded:
        return ""


def _places(file: ConsentFile, keys: keyring.Bunch, *, only: Container[int] | None) -> list[Been]:
    """The newest first; `only` of these versions."""
    rows = [outing for outing in file.outings.all() if only is None or outing.edition_id in only]
    for outing in rows:
        outing.file = file
    return [_been(outing, keys=keys) for outing in rows]


def _been(outing: Outing, *, keys: keyring.Bunch | None) -> Been:
    action = next(iter(outing.actions.all()), None)
    mark, sentence = _said(outing, action)
    return Been(
        uid=outing.uid,
        use=outing.use.label,
        what=str(WHAT[OutingKind(outing.kind)]),
        who=recipient_of(outing, keys)[0] if keys else "",
        where=outing.where if keys else "",
        began_at=outing.began_at,
        mark=mark,
        sentence=sentence,
    )


def _said(outing: Outing, action: RecallAction | None) -> tuple[str, str]:
    if action is not None:
        return MARKS[RecallState(action.state)], _of_action(outing, action)
    if outing.ended_at is not None:
        return "gone", gettext("It is not there any more.")
    stays = outing.recall_class in {RecallClass.R3, RecallClass.R4}
    return ("stays" if stays else "here"), str(STILL_OUT[RecallClass(outing.recall_class)])


def _of_action(outing: Outing, action: RecallAction) -> str:
    state = RecallState(action.state)
    if state is RecallState.TODO:
        return _to_do(action)
    if state is RecallState.DONE and outing.recall_class == RecallClass.R0:
        return gettext("Gone at once.")
    said = {
        RecallState.ASKED: gettext("We asked on %(when)s. No answer yet."),
        RecallState.ACKNOWLEDGED: gettext("They told us on %(when)s that they have taken it down."),
        RecallState.DONE: gettext("Gone since %(when)s."),
        RecallState.REFUSED: gettext("They said no on %(when)s. Ring us if you want to talk about it."),
    }.get(state)
    if said is None:
        return (
            str(STILL_OUT.get(RecallClass(outing.recall_class), ""))
            if _never(outing)
            else gettext("We tried. It cannot be taken back.")
        )
    return said % {"when": _when(action.moved_at)}


def _to_do(action: RecallAction) -> str:
    if action.due is None:
        return gettext("We have not asked yet.")
    if action.due < clock.now():
        return gettext("We should have asked by %(when)s. We are late, and we are sorry.") % {
            "when": _when(action.due)
        }
    return gettext("We ask them by %(when)s.") % {"when": _when(action.due)}


def _never(outing: Outing) -> bool:
    return outing.recall_class in {RecallClass.R3, RecallClass.R4}


def _when(at: datetime) -> str:
    return date_format(at.astimezone(clock.LONDON), gettext("j F, H:i"))
