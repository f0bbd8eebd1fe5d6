"""From here the sheets count, as the person's own acts: with the very verbs of the screens, told on paper."""

from datetime import date
from typing import Any
from uuid import UUID

from consent.domain.acts.answering import decline_second
from consent.domain.care import files
from consent.domain.told.informing import CopyLeft
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import How
from consent.domain.written.saying import given_of
from consent.domain.written.scans import Scan
from consent.enums import Method, Subject
from people.models import Person, User
from storybank.domain import drafts, pictures_said, shelving, suggestions, untidying, who_else, writing_back
from storybank.domain.paper_packs import seal_anew
from storybank.domain.sending import waits_for_safety
from storybank.domain.sharing import WITHOUT_A_NAME
from storybank.models import PaperPack, StoryPage
from storybank.paper_twin import standing
from storybank.paper_twin.entering import began
from storybank.paper_twin.entry import Entry


class CannotCount(ValueError):
    """What the sheets say cannot count now; the sentence says why, for staff."""


def count(pack: PaperPack, entry: Entry, *, scan: Scan | None, by: User | None, outside: str) -> None:
    """Everything or nothing: call inside a transaction. `by` or `outside` compared it with the sheets."""
    person = pack.person
    if person is None:
        raise CannotCount("Say first who filled them in.")
    if entry.story:
        _tell(pack, person, entry)
    page = StoryPage.objects.get(pk=pack.page_id)
    if entry.changes:
        suggestions.decide(page, decisions=entry.changes, seen=pack.revision)
    if entry.words:
        _correct(page, entry)
    if entry.untidy:
        _untidy(page)
    if entry.say:
        _say(page, person, entry.say)
    page = StoryPage.objects.get(pk=page.pk)
    if entry.people == "no":
        who_else.nobody_could_be(page, seen=pack.asks.get("in_it", []))
    elif entry.people == "yes":
        who_else.somebody_could_be(page, person, who=entry.who)
    if entry.consents:
        _consent(pack, person, entry, scan=scan, by=by, outside=outside)


def _untidy(page: StoryPage) -> None:
    """After what they changed by pen: a word of that stays as they wrote it now."""
    try:
        untidying.undo(page)
    except untidying.CannotUndo as error:
        raise CannotCount(str(error)) from error


def _say(page: StoryPage, person: Person, text: str) -> None:
    """A line beside the words, as the author's screen writes it."""
    try:
        writing_back.write(page, person, text=text)
    except writing_back.CannotWrite as error:
        raise CannotCount(str(error)) from error


def _tell(pack: PaperPack, person: Person, entry: Entry) -> None:
    """Their words as they wrote them: a new story, on their supporter's shelf, in a version without a user."""
    words = {drafts.OPEN: drafts.tidy(entry.story)}
    blocks = drafts.as_blocks(words)
    if not blocks:
        raise CannotCount("There are no words here yet. Type what they wrote.")
    title = " ".join(drafts.tidy(entry.title).split()) or WITHOUT_A_NAME
    file = files.open_file(kind=Subject.STORY, title=title, person=person)
    page = shelving.shelve(file.pk, team=person.team, language=pack.language, title=title, body=blocks)
    seal_anew(pack, file=file, page=page)


def _correct(page: StoryPage, entry: Entry) -> None:
    """Their own pen on their own words: the new accepted text, in a version without a user."""
    if waits_for_safety(page):
        raise CannotCount(
            "It is being checked just now. Take it back first, then their changes can be put in."
        )
    if page.accepted_revision_id != page.latest_revision_id:
        raise CannotCount("There are changes they have not seen. Print a new pack with them.")
    words = page.get_latest_revision_as_object()
    blocks = [(block.block_type, block.value) for block in words.body]
    for name, text in entry.words.items():
        plain = drafts.tidy(text)
        if name == "title":
            words.title = " ".join(plain.split())[: drafts.LONGEST_TITLE] or words.title
        elif name == "closing":
            words.closing = plain[: drafts.LONGEST_CLOSING]
        else:
            blocks[int(name)] = _with(blocks[int(name)], plain)
    words.body = [(kind, value) for kind, value in blocks if kind not in TEXTS or str(value).strip()]
    revision = words.save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)


TEXTS = frozenset({"paragraph", "heading", "quote"})
PICTURE = "picture"


def _with(block: tuple[str, Any], text: str) -> tuple[str, Any]:
    """Of a picture only what it shows, in words; a picture is never left without."""
    kind, value = block
    if kind == PICTURE and (said := " ".join(text.split())[: pictures_said.LONGEST]):
        value["alt"] = said
    return (kind, text) if kind in TEXTS else block


def _consent(
    pack: PaperPack, person: Person, entry: Entry, *, scan: Scan | None, by: User | None, outside: str
) -> None:
    """First answers, second yes, what goes on: written down by who typed it, checked by who compared it."""
    file, recorder = pack.file, pack.entered_by
    if file is None or recorder is None or pack.told_at is None:
        raise CannotCount("These sheets ask nothing of the kind.")
    how = How(
        method=Method.PAPER,
        happened_at=pack.told_at,
        scan=scan,
        read_aloud=entry.read_aloud,
        others_present=entry.present,
        understood=entry.understood,
        copy_left=CopyLeft(entry.copy_left),
    )
    if entry.choices:
        answers = [given_of(item) for item in entry.choices]
        made = evidence.record_first(file, person=person, answers=answers, how=how, by=recorder)
        verifying.verify(made, agrees=True, by=by, outside=outside)
    if entry.second:
        _second(pack, person, entry, how, by=by, outside=outside)
    if entry.renew:
        goes_on = {UUID(hex=uid): answer for uid, answer in entry.renew.items()}
        made = evidence.record_renewal(file, person=person, goes_on=goes_on, how=how, by=recorder)
        verifying.verify(made, agrees=True, by=by, outside=outside)


def _second(
    pack: PaperPack, person: Person, entry: Entry, how: How, *, by: User | None, outside: str
) -> None:
    """What they took away is stopped first; the rest is their second yes, and nothing else is."""
    there = {one.uid.hex: one for one in standing.thinking(pack)}
    if not set(entry.second) <= set(there) or pack.file is None or pack.entered_by is None:
        raise CannotCount("What we ask has changed since. Print a new pack.")
    away = [there[uid].permission for uid, yes in entry.second.items() if not yes]
    if away:
        decline_second(
            pack.file, person=person, permissions=away, method=Method.PAPER, recorded_by=pack.entered_by
        )
    uses = [there[uid].use.slug for uid, yes in entry.second.items() if yes]
    if uses:
        at = How(
            **vars(how) | {"happened_at": max(how.happened_at, began(date.fromisoformat(entry.told_on)))}
        )
        made = evidence.record_second(pack.file, person=person, uses=uses, how=at, by=pack.entered_by)
        verifying.verify(made, agrees=True, by=by, outside=outside)
