"""Reading what readers wrote before its author may: pass it on, keep it back, or hand it to a safeguarding lead.

Nobody rewrites a word. Sentences may be left out, and the author sees where.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.models import F, QuerySet

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock, keyring
from people.domain import outbox
from people.models import User
from people.roles import SAFEGUARDING, has_role
from storybank.domain.caseload import readable_by
from storybank.domain.replies import giving
from storybank.domain.replies.marking import FOR_A_LEAD, Mark
from storybank.domain.replies.taking_out import LEFT_OUT, sentences, without
from storybank.domain.replies.wishing import is_up, who_wanted
from storybank.models import Reply, ReplyGiven, ReplyLook, StoryPage
from storybank.models.reply import ReplyState, ReplyWhy

KEPT_BACK_WHY = (
    ReplyWhy.UNKIND,
    ReplyWhy.REACHES,
    ReplyWhy.ABOUT_OTHERS,
    ReplyWhy.SELLS,
    ReplyWhy.NOT_ABOUT,
    ReplyWhy.OTHER,
)
WORRIES_WHY = (ReplyWhy.KNOWS, ReplyWhy.THREATENS, ReplyWhy.IN_DANGER, ReplyWhy.OTHER)


class CannotDecide(ValueError):
    """It cannot be decided so; the message says why, for staff."""


def readable(user: User) -> QuerySet[Reply]:
    """Letters about the stories this member of staff may open; never one of somebody they are kept apart from."""
    theirs = readable_by(user).values("file_id")
    found = Reply.objects.filter(file_id__in=theirs).exclude(words_sealed=b"")
    return found.select_related("file").order_by("received_at", "id")


def waiting_for(user: User) -> QuerySet[Reply]:
    """What nobody has read, the oldest first; for a lead, first of all what worries somebody."""
    states = [ReplyState.WAITS, ReplyState.WORRIES] if has_role(user, SAFEGUARDING) else [ReplyState.WAITS]
    return readable(user).filter(state__in=states).order_by(F("state").desc(), "received_at", "id")


def words_of(reply: Reply) -> str:
    """Empty after erasure, and once it was passed on."""
    try:
        return keyring.unseal(reply.file.uid, bytes(reply.words_sealed)) if reply.words_sealed else ""
    except keyring.KeyShredded:
        return ""


def marks_on(reply: Reply) -> list[Mark]:
    return [Mark(one) for one in reply.marks.split(",") if one]


def why_not_pass(reply: Reply, user: User) -> str:
    """The reason, for staff, why this letter cannot go to its author by this reader's hand now; empty when it can."""
    if reply.ended_at is not None:
        return "The author has stopped, or wants no letters any more. Read it, and say if it worries you."
    if not is_up(reply.file_id):
        return "The story is not up just now. The letter waits until it is."
    if not who_wanted(reply):
        return "The author does not want letters now."
    if for_a_lead(reply) and not has_role(user, SAFEGUARDING):
        return "Only a safeguarding lead can pass this one on. Hand it to them."
    return ""


def for_a_lead(reply: Reply) -> bool:
    return reply.state == ReplyState.WORRIES or bool(FOR_A_LEAD & set(marks_on(reply)))


def pass_on(reply: Reply, *, by: User, leave_out: Iterable[int] = (), hard: bool = False) -> list[ReplyGiven]:
    """To each author who wants it now and wanted it when it came. Raises `CannotDecide`."""
    with _open(reply, by=by) as mine:
        if refusal := why_not_pass(mine, by):
            raise CannotDecide(refusal)
        words = without(words_of(mine), set(leave_out))
        if not words.replace(LEFT_OUT, "").strip():
            raise CannotDecide("Nothing of it would be left. Keep it back instead.")
        given = [giving.give(mine, person=person, words=words, hard=hard) for person in who_wanted(mine)]
        mine.words_sealed = b""
        _decided(mine, ReplyState.GIVEN, why=ReplyWhy.NOTHING, by=by)
    return given


def keep_back(reply: Reply, *, why: str, by: User) -> None:
    """The author never hears of it. Raises `CannotDecide`."""
    with _open(reply, by=by) as mine:
        if why not in KEPT_BACK_WHY:
            raise CannotDecide("Say why it is not passed on.")
        if for_a_lead(mine) and not has_role(by, SAFEGUARDING):
            raise CannotDecide("A safeguarding lead looks at this one first. Hand it to them.")
        _decided(mine, ReplyState.KEPT_BACK, why=why, by=by)


def worry(reply: Reply, *, why: str, by: User) -> None:
    """To the safeguarding leads, who are told at once. Raises `CannotDecide`."""
    with _open(reply, by=by) as mine:
        if why not in WORRIES_WHY:
            raise CannotDecide("Say what worries you.")
        if mine.state != ReplyState.WORRIES:
            _decided(mine, ReplyState.WORRIES, why=why, by=by)
            _tell_leads(mine)


def as_it_came(reply: Reply, *, by: User) -> str:
    """With what was taken out, for a lead and only where it worries somebody; each look is kept."""
    if reply.state != ReplyState.WORRIES or not has_role(by, SAFEGUARDING):
        raise CannotDecide("Only a safeguarding lead reads that, where a letter worries somebody.")
    _refuse_whom_it_is_not_for(reply, by)
    ReplyLook.objects.create(reply=reply, viewer=by, at=clock.now())
    try:
        return keyring.unseal(reply.file.uid, bytes(reply.as_sent_sealed)) if reply.as_sent_sealed else ""
    except keyring.KeyShredded:
        return ""


def parts_of(reply: Reply) -> list[tuple[int, str]]:
    """What may be left out, sentence by sentence."""
    return [(number, one) for number, one in enumerate(sentences(words_of(reply))) if one.strip()]


@contextmanager
def _open(reply: Reply, *, by: User) -> Iterator[Reply]:
    """Under the file's lock, so that a stop or a no comes before or after, never between."""
    with locked_file(reply.file_id):
        mine = Reply.objects.select_related("file").get(pk=reply.pk)
        _refuse_whom_it_is_not_for(mine, by)
        if mine.state in {ReplyState.GIVEN, ReplyState.KEPT_BACK}:
            raise CannotDecide("Somebody has decided about this one already. Nothing was changed.")
        if mine.state == ReplyState.WORRIES and not has_role(by, SAFEGUARDING):
            raise CannotDecide("It is with the safeguarding lead. Nothing was changed.")
        yield mine


def _refuse_whom_it_is_not_for(reply: Reply, by: User) -> None:
    if files.conflicted(by, reply.file_id) or not readable_by(by).filter(file_id=reply.file_id).exists():
        raise CannotDecide("This letter is not yours to read.")


def _decided(reply: Reply, state: ReplyState, *, why: str, by: User) -> None:
    reply.state, reply.why, reply.decided_at, reply.decided_by = state, why, clock.now(), by
    reply.save(update_fields=["state", "why", "decided_at", "decided_by", "words_sealed"])


def _tell_leads(reply: Reply) -> None:
    """In words that give nothing away."""
    for lead in User.objects.filter(groups__name=SAFEGUARDING, is_active=True).order_by("pk"):
        if not files.conflicted(lead, reply.file_id):
            outbox.put(
                event="storybank/letter_worries",
                user=lead,
                context={"code": codes_of([reply]).get(reply.file_id, "")},
                key=f"letter-worries-{reply.pk}-{lead.pk}",
            )


def codes_of(replies: Iterable[Reply]) -> dict[int, str]:
    """By which staff speak of the stories: file → code of its first page."""
    found = StoryPage.objects.filter(file_id__in={reply.file_id for reply in replies}).order_by("-pk")
    return dict(found.values_list("file_id", "code"))
