"""Who else is in it: "could anyone work out who this is?", then each person who could be, one by one, by the author.

Staff may suggest; the author decides. Some decisions stand at once, because they leave the words as they are. Those
that change the words (take them out, make them impossible to know) go the road of every change: the supporter changes
them, the author looks at each change, and then says that it is done. Until everybody is decided nobody is asked for a
yes (`consent.domain.acts.asking`), and the safety check reads the words with these decisions beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.enums import OPEN_BASES, Basis, Relation
from people import clock, keyring
from people.domain import outbox
from people.models import Person, User
from storybank.domain import agreeing
from storybank.domain.drafts import tidy
from storybank.lock.closure import closure_of
from storybank.models import PersonSaid, StoryEdition, StoryPage, WhoElse, Wish

AT_ONCE = {
    Wish.ROLE: Basis.PUBLIC_ROLE,
    Wish.DIED: Basis.DECEASED,
    Wish.NOBODY: Basis.COMPOSITE,
}
WHEN_DONE = {Wish.OUT: Basis.REMOVED, Wish.BLUR: Basis.COMPOSITE}
MOST, LONGEST_ROLE, LONGEST_WHY = 12, 40, 1000


class CannotSay(ValueError):
    """It cannot be decided so now; the message is for whoever tried."""


@dataclass(frozen=True)
class Somebody:
    """One person who is in it without having written it, as author and staff see them.

    `open`: not decided yet. `mine`: the author may decide now. `suggested` and `why` are the supporter's.
    """

    pk: int
    who: str
    basis: Basis
    wish: str
    open: bool
    mine: bool
    can_be_done: bool
    suggested: str = ""
    why: str = ""
    by: str = ""


def everybody(page: StoryPage) -> list[Somebody]:
    """In the order in which they were named."""
    said = {
        row.appearance_id: row
        for row in PersonSaid.objects.filter(page=page).select_related("suggested_by", "page__file")
    }
    frozen = StoryEdition.objects.filter(page__file=page.file_id).exists()
    rows = files.appearances_in(page.file_id).filter(relation=Relation.IN_IT)
    return [_one(page, row, said.get(row.pk), frozen=frozen) for row in rows]


def still_open(page: StoryPage) -> list[Somebody]:
    """Whom nobody is asked before: each is decided first."""
    return [one for one in everybody(page) if one.open]


def answered_for(page: StoryPage, *, closure_sha256: str) -> bool:
    """Whether the author has said it of exactly these words, and everybody they named is decided."""
    row = WhoElse.objects.filter(page=page, closure_sha256=closure_sha256).first()
    return row is not None and not any(one.open for one in everybody(page))


def last_answer(page: StoryPage) -> WhoElse | None:
    found: WhoElse | None = WhoElse.objects.filter(page=page).first()
    return found


@transaction.atomic
def nobody_could_be(page: StoryPage, *, seen: Iterable[int] | None = None) -> None:
    """One tap: no. Whoever has no name is settled by it; who is asked for their own yes is not touched.

    `seen`: those who stood on the author's screen. Somebody whom staff named meanwhile is settled by no tap before it.

    Of whom something was said one by one, that stands until it is done or said otherwise there: no tap over all of
    them takes back "ask them", "it is not safe to ask them" or "take them out".
    """
    with locked_file(page.file_id):
        shown = None if seen is None else set(seen)
        apart = [
            one.pk
            for one in everybody(page)
            if one.wish or one.suggested or (shown is not None and one.pk not in shown)
        ]
        files.settle_unnamed(page.file, but=apart)
        _answer(page, somebody=False)


@transaction.atomic
def somebody_could_be(page: StoryPage, person: Person, *, who: Iterable[str]) -> None:
    """The author names them as what they are to them, never by name. Each is decided before anybody is asked."""
    roles = [role for line in who if (role := " ".join(tidy(line).split())[:LONGEST_ROLE])]
    new = list(dict.fromkeys(roles))
    if not new and not still_open(page):
        raise CannotSay("Say who they are to you.")
    if len(new) + len(everybody(page)) > MOST:
        raise CannotSay("These are many people. Ring us, and we go through them together.")
    if new:
        agreeing.someone_is_in_it(page, person, who=new)
    _answer(page, somebody=True)


@transaction.atomic
def decide(page: StoryPage, person: Person, *, pk: int, wish: Wish) -> Somebody:
    """The author's decision about one person. Raises `CannotSay`; then nothing is changed."""
    with locked_file(page.file_id):
        one = _mine(page, pk)
        row = files.appearances_in(page.file_id).get(pk=pk)
        basis = AT_ONCE.get(wish, Basis.UNDECIDED)
        if row.basis != basis:
            files.decide_appearance(row, basis=basis, reason=f"The author said: {wish.label}")
        PersonSaid.objects.update_or_create(
            appearance_id=pk,
            defaults={
                "page": page,
                "wish": wish,
                "said_at": clock.now(),
                "words_id": StoryPage.objects.get(pk=page.pk).accepted_revision_id,
            },
        )
        if wish not in AT_ONCE and one.wish != wish and person.supporter is not None:
            outbox.put(event="storybank/someone_in_it", user=person.supporter, context={"code": page.code})
    return next(one for one in everybody(page) if one.pk == pk)


@transaction.atomic
def done(page: StoryPage, *, pk: int) -> None:
    """The author has looked at the changed words and says: they are out now, or nobody can tell any more."""
    with locked_file(page.file_id):
        one = _mine(page, pk)
        if not one.can_be_done:
            raise CannotSay("The words have not changed since you said it. Somebody here changes them first.")
        row = files.appearances_in(page.file_id).get(pk=pk)
        wish = Wish(one.wish)
        files.decide_appearance(
            row, basis=WHEN_DONE[wish], reason=f"The author said it is done: {wish.label}"
        )


@transaction.atomic
def suggest(page: StoryPage, *, pk: int, wish: Wish, why: str, by: User) -> None:
    """Staff suggest, with a reason; nothing is decided by it. The author is told that there is something to say."""
    words = " ".join(tidy(why).split())[:LONGEST_WHY]
    if not words:
        raise CannotSay("Say in a few words why. The author reads it.")
    with locked_file(page.file_id) as file:
        _mine(page, pk)
        made, _ = PersonSaid.objects.update_or_create(
            appearance_id=pk,
            defaults={
                "page": page,
                "suggested": wish,
                "why_sealed": keyring.seal(file.uid, words),
                "suggested_by": by,
                "suggested_at": clock.now(),
            },
        )
        author = files.author_of(page.file_id)
        if author is not None:
            key = f"say-who-{made.pk}-{made.suggested_at:%Y%m%d%H%M%S}"
            outbox.put(event="storybank/say_who", person=author, key=key)


def why_of(said: PersonSaid) -> str:
    """Why staff suggest it; empty when they gave none, or after erasure."""
    try:
        return keyring.unseal(said.page.file.uid, bytes(said.why_sealed)) if said.why_sealed else ""
    except keyring.KeyShredded:
        return ""


def _answer(page: StoryPage, *, somebody: bool) -> None:
    fresh = StoryPage.objects.get(pk=page.pk)
    words = fresh.accepted_revision.as_object() if fresh.accepted_revision else fresh
    WhoElse.objects.update_or_create(
        page=page,
        defaults={
            "somebody": somebody,
            "closure_sha256": closure_of(words).sha256,
            "said_at": clock.now(),
        },
    )


def _mine(page: StoryPage, pk: int) -> Somebody:
    one = next((one for one in everybody(page) if one.pk == pk), None)
    if one is None:
        raise CannotSay("They are not in this story any more. Look once more.")
    if not one.mine:
        raise CannotSay("That is settled already. To change it, talk with us.")
    return one


def _one(page: StoryPage, row: Any, said: PersonSaid | None, *, frozen: bool) -> Somebody:
    basis = Basis(row.basis)
    unnamed = row.person_id is None and basis is not Basis.STATUTORY
    changed = said is not None and page.accepted_revision_id not in (None, said.words_id)
    wish = said.wish if said else ""
    undecided = basis is Basis.UNDECIDED
    return Somebody(
        pk=row.pk,
        who=row.role or (row.person.called if row.person else ""),
        basis=basis,
        wish=wish,
        open=basis in OPEN_BASES,
        mine=unnamed and (undecided or not frozen),
        can_be_done=undecided and wish in WHEN_DONE and changed,
        suggested=said.suggested if said else "",
        why=why_of(said) if said else "",
        by=(said.suggested_by.first_name or "Us") if said and said.suggested_by else "",
    )
