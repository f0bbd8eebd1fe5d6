"""Somebody is in a story without having written it: which part they may read, the author's yes to that, and the ask.

They read exactly frozen words, never who wrote them. Showing a part is itself a use of the author's words, so the
author says yes to it first, seeing what would be shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from consent.domain.acts import asking, choosing
from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given
from consent.domain.care import files, holding, statutory
from consent.domain.record.digests import digest
from consent.enums import NEEDS_YES, WHO_TELLS, Relation, State
from people import clock
from people.domain import outbox
from people.models import Person, User
from storybank.domain import checking_again, faces, shown_to_nobody
from storybank.domain.media import all_there
from storybank.domain.reading_shapes import Block, Ending, Note, Reading, Shows
from storybank.domain.reading_words import Address, compose
from storybank.lock.closure import closure_of
from storybank.models import ShownPart, StoryEdition, StoryPage

ASKED_FOR = frozenset({State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED})


CHANGED = "We have changed what we ask. Look at it once more."


class CannotShow(ValueError):
    """The part cannot be chosen or allowed so; the message says why and what to do."""


@dataclass(frozen=True)
class Part:
    """What they read, see and hear. Title, what readers are told first and how it ends: only of the whole."""

    blocks: tuple[Block, ...]
    title: str = ""
    notes: tuple[Note, ...] = ()
    closing: Ending | None = None

    @property
    def pictures(self) -> bool:
        return any(block.type == "picture" for block in self.blocks)

    @property
    def recordings(self) -> bool:
        return any(block.type == "audio" for block in self.blocks)


def newest_version(page: StoryPage) -> StoryEdition | None:
    """The last version of the story that was frozen."""
    rows = StoryEdition.objects.filter(page=page).select_related("edition", "revision")
    found: StoryEdition | None = rows.order_by("-edition__n").first()
    return found


@transaction.atomic
def choose(
    page: StoryPage,
    appearance_id: int,
    *,
    blocks: Iterable[int],
    whole: bool,
    by: User,
    not_in: Iterable[int] = (),
) -> ShownPart:
    """The supporter chooses the passages, as few as will do; the author is asked whether they may be shown.

    `not_in`: the pictures outside the part in which this person is not. Of every other picture in which somebody can
    be made out it is not known, and then it has to be shown to them.
    """
    version = newest_version(page)
    if version is None:
        raise CannotShow("The words are not checked and frozen yet. Send the story on first.")
    row = _appearance(page, appearance_id)
    if row.person is None:
        raise CannotShow("Say first who it is. Nobody can be shown anything before.")
    places = sorted(set(blocks))
    body, without = reading_of(version).body, sorted(set(not_in))
    if not whole and (not places or places[0] < 0 or places[-1] >= len(body)):
        raise CannotShow("Choose at least one passage of these words.")
    if not whole and faces.unseen(version, body, shown=places, not_in=without):
        raise CannotShow(
            "Somebody can be made out in a picture that they would not see. Show it to them too,"
            " or say that they are not in it: their yes lets all of it go out."
        )
    allowed = ShownPart.objects.filter(
        appearance_id=row.pk, edition=version.edition, author_said="yes"
    ).first()
    if allowed is not None:
        shown_to_nobody.keep(allowed)
    part, _ = ShownPart.objects.update_or_create(
        appearance_id=row.pk,
        edition=version.edition,
        defaults={
            "page": page,
            "whole": whole,
            "blocks": [] if whole else places,
            "not_in": [] if whole else without,
            "seen_and_heard": True,
            "chosen_by": by,
            "chosen_at": clock.now(),
            "author_said": "",
            "author_said_at": None,
        },
    )
    author = files.author_of(page.file_id)
    if author is not None:
        key = f"may-they-read-{part.pk}-{part.chosen_at:%Y%m%d%H%M%S}"
        outbox.put(event="storybank/may_they_read", person=author, key=key)
    return part


@transaction.atomic
def author_says(
    page: StoryPage, author: Person, *, part_id: int, yes: bool, seen: str | None = None
) -> ShownPart:
    """The author's answer. A yes lets them read it and asks them; a no leaves everything as it is.

    `seen`: what the author looked at, as `mark_of` says it. A part chosen anew meanwhile waits for another look.

    Who was introduced after the words were frozen is asked after one more safety check of the same words. Words that
    are not as they were frozen are shown to nobody.
    """
    part = (
        ShownPart.objects.select_for_update(of=("self",)).select_related("edition").filter(pk=part_id).first()
    )
    if part is None or part.page.file_id != page.file_id or words_of(part) is None:
        raise CannotShow(CHANGED)
    if seen is not None and seen != mark_of(part):
        raise CannotShow(CHANGED)
    if part.author_said == "":
        part.author_said, part.author_said_at = ("yes" if yes else "no"), clock.now()
        part.save(update_fields=["author_said", "author_said_at"])
        if not yes:
            shown_to_nobody.keep(part)
        elif waits_for_check(part):
            checking_again.send_back(page, StoryEdition.objects.get(edition=part.edition_id))
        else:
            _ask(page, author, part)
    return part


def mark_of(part: ShownPart) -> str:
    """Another one as soon as the supporter chooses anew, also with the same passages."""
    return digest([part.pk, part.whole, part.blocks, part.not_in, part.chosen_at.isoformat()])


def waits_for_check(part: ShownPart) -> bool:
    """Whether nobody can be asked about these words before they are checked once more."""
    return checking_again.somebody_is_new(
        StoryEdition.objects.select_related("edition").get(edition=part.edition_id)
    )


@transaction.atomic
def somebody_is_introduced(page: StoryPage) -> bool:
    """After the supporter said who somebody is: send the frozen words back where they need it. Whether they went."""
    version = newest_version(page)
    return (
        version is not None
        and checking_again.somebody_is_new(version)
        and checking_again.send_back(page, version)
    )


def open_parts(page: StoryPage) -> list[ShownPart]:
    """What the author has still to say yes or no to, for the newest version."""
    version = newest_version(page)
    if version is None:
        return []
    return list(ShownPart.objects.filter(page=page, edition=version.edition, author_said="").order_by("pk"))


def reading_of(
    version: StoryEdition, *, seen_and_heard: bool = True, media: Address | None = None
) -> Reading:
    """The frozen words without a name, a place or a time; with the pictures and voices in them, or without."""
    shows = Shows(face=seen_and_heard, voice=seen_and_heard)
    return compose(version.words(), shows=shows, since=clock.now(), media=media)


def words_of(part: ShownPart, *, media: Address | None = None) -> Part | None:
    """The frozen words of the part, without a name under them; `media` is where its pictures are got.

    None when words, pictures or recordings are not, to the byte, those that were frozen.
    """
    frozen = StoryEdition.objects.select_related("edition", "revision", "page").get(edition=part.edition_id)
    if closure_of(frozen.revision.as_object()).sha256 != frozen.edition.closure_sha256:
        return None
    reading = reading_of(frozen, seen_and_heard=part.seen_and_heard, media=media)
    blocks = reading.body
    if not part.whole:
        blocks = tuple(blocks[place] for place in part.blocks if place < len(blocks))
    if not all_there(blocks, file_id=frozen.page.file_id):
        return None
    if not part.whole:
        return Part(blocks)
    return Part(blocks, title=reading.title, notes=reading.notes, closing=reading.closing)


def part_for(person: Person, file_id: int, edition_id: int) -> ShownPart | None:
    """What this person may read of this version; None until the author said yes, from their stop on, and once this
    person's own yes is not needed."""
    if not _may_be_read(file_id, edition_id):
        return None
    row = files.appearances_in(file_id).filter(person=person, basis__in=NEEDS_YES).first()
    parts = ShownPart.objects.filter(edition_id=edition_id, author_said="yes")
    found: ShownPart | None = parts.filter(appearance_id=row.pk).first() if row else None
    return found if found is not None and shows_every_face(found) else None


def shows_every_face(part: ShownPart) -> bool:
    """Whether they see each picture that they may be in. A part chosen before that was asked may leave one out."""
    if part.whole:
        return True
    version = StoryEdition.objects.select_related("revision").get(edition=part.edition_id)
    body = reading_of(version).body
    return not faces.unseen(version, body, shown=part.blocks, not_in=part.not_in)


def left_out(part: ShownPart, *, media: Address | None = None) -> list[Block]:
    """The pictures outside the part in which, as staff say, this person is not; for the author to look at."""
    version = StoryEdition.objects.select_related("revision").get(edition=part.edition_id)
    body = reading_of(version, media=media).body
    return [body[place] for place in part.not_in if place < len(body) and place not in part.blocks]


@transaction.atomic
def give_first(file: Any, person: Person, *, answers: Iterable[Given], edition_id: int) -> None:
    """All first answers together, as an author's."""
    choosing.give(file, person=person, answers=answers, edition_id=edition_id)


def _may_be_read(file_id: int, edition_id: int) -> bool:
    """Showing a part is a use: everybody who tells it still lets it be asked about, nothing rests, no law forbids."""
    held = any(not hold.use_slug for hold in holding.open_holds(file_id))
    if held or statutory.blocked_by(file_id):
        return False
    tell = files.appearances_in(file_id).filter(relation__in=WHO_TELLS, person__isnull=False)
    return all(
        any(
            choice.edition_id == edition_id and choice.state in ASKED_FOR
            for choice in choices_of(row.person, file_id)
        )
        for row in tell
        if row.person
    )


def _ask(page: StoryPage, author: Person, part: ShownPart) -> None:
    """For the same uses that the author has been asked for, and no more."""
    row = _appearance(page, part.appearance_id)
    wanted = [
        choice.use.slug
        for choice in choices_of(author, page.file_id)
        if choice.edition_id == part.edition_id and choice.state in ASKED_FOR
    ]
    if wanted and row.person is not None:
        asking.ask(part.edition, uses=wanted, by=part.chosen_by, only=row, most=len(wanted))
        outbox.put(event="storybank/you_are_in_it", person=row.person, key=f"in-it-{part.pk}")


def _appearance(page: StoryPage, pk: int) -> Any:
    """An appearance, which this room knows by string only."""
    row = files.appearances_in(page.file_id).filter(pk=pk).first()
    if row is None or row.relation not in {Relation.IN_IT, Relation.GUARDIAN}:
        raise CannotShow("They are not in this story, or they wrote it themselves.")
    return row
