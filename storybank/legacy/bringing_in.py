"""Bringing a clean sheet in: people met, stories on the shelf, every old yes recorded as unknown. All of it dark."""

import json
from dataclasses import asdict

from django.db import transaction

from consent.domain.acts.importing import import_unknown
from consent.domain.care import files
from consent.enums import Subject
from people import clock, keyring
from people.domain import inviting
from people.models import Person, Region, Theme, User
from people.roles import SUPPORTER
from storybank.domain.drafts import as_blocks
from storybank.domain.freezing import freeze
from storybank.domain.shelving import shelve
from storybank.legacy import checking
from storybank.legacy.sheets import Line
from storybank.models import LegacyBatch, LegacyRow


class NotClean(ValueError):
    """Something changed since the dry run; nothing more was brought in. `problems` says what, row by row."""

    def __init__(self, problems: list[checking.Problem]) -> None:
        super().__init__("Something stands against these rows now.")
        self.problems = problems


class CameBefore(ValueError):
    """The very same file was brought in before."""


def keep(sheet: checking.Sheet, *, data: bytes, by: User) -> LegacyBatch:
    """Keep a clean sheet, sealed, until somebody says "bring it in". A sheet with problems is never kept."""
    if not sheet.ready:
        raise NotClean(sheet.problems)
    fingerprint = keyring.index("legacy-file", data.hex())
    with transaction.atomic():
        if LegacyBatch.objects.filter(fingerprint=fingerprint, started_at__isnull=False).exists():
            raise CameBefore("This very file was brought in before. Nothing was changed.")
        LegacyBatch.objects.filter(made_by=by, started_at=None).delete()
        batch = LegacyBatch(made_by=by, made_at=clock.now(), rows=len(sheet.lines), fingerprint=fingerprint)
        batch.sealed = keyring.seal(batch.uid, json.dumps([asdict(line) for line in sheet.lines]))
        batch.save()
    return batch


def begin(batch: LegacyBatch) -> bool:
    """Check once more and mark it as begun; False when somebody (a second click) has begun it already.

    Raises `NotClean` when something stands against a row now that did not at the dry run.
    """
    if batch.started_at is not None:
        return False
    sheet = checking.check(lines_of(batch), by=batch.made_by)
    if not sheet.ready:
        raise NotClean(sheet.problems)
    begun = LegacyBatch.objects.filter(pk=batch.pk, started_at=None).update(started_at=clock.now())
    return bool(begun)


def bring_in(batch: LegacyBatch) -> int:
    """Every row not yet in, one transaction each, so that a broken-off run goes on where it stopped.

    When the last one is in, the key of the sealed rows is shredded. Returns how many rows came in now.
    """
    batch.refresh_from_db()
    if batch.finished_at is not None or batch.started_at is None:
        return 0
    done = set(batch.lines.values_list("n", flat=True))
    met: dict[tuple[str, str], Person] = {}
    lines = lines_of(batch)
    for line in lines:
        if line.n in done:
            _remember(batch, line, met)
    came = sum(_bring(batch, line, met) for line in lines if line.n not in done)
    LegacyBatch.objects.filter(pk=batch.pk).update(finished_at=clock.now(), sealed=b"")
    keyring.shred(batch.uid)
    return came


def lines_of(batch: LegacyBatch) -> list[Line]:
    return [Line(**item) for item in json.loads(keyring.unseal(batch.uid, bytes(batch.sealed)))]


@transaction.atomic
def _bring(batch: LegacyBatch, line: Line, met: dict[tuple[str, str], Person]) -> bool:
    """One row, unless another worker has brought it in meanwhile."""
    LegacyBatch.objects.select_for_update(no_key=True).get(pk=batch.pk)
    if batch.lines.filter(n=line.n).exists():
        return False
    person, new = _meet(batch, line, met)
    file = None
    if line.cells.get("words"):
        file = files.open_file(kind=Subject.STORY, title=line.cells["title"], person=person, by=batch.made_by)
        _shelve(file.pk, person, line, by=batch.made_by)
    LegacyRow.objects.create(
        batch=batch,
        n=line.n,
        file=file,
        number_index=checking.number_index(line),
        words_index=checking.words_index(line),
        new_person=new,
    )
    return True


def resume() -> int:
    """Go on with every sheet whose worker was killed on the way; run by the clock job."""
    return sum(
        bring_in(batch) for batch in LegacyBatch.objects.filter(started_at__isnull=False, finished_at=None)
    )


def _shelve(file_id: int, person: Person, line: Line, *, by: User) -> None:
    cells = line.cells
    wanted = {name.casefold() for name in checking.names_in(cells.get("themes", ""))}
    page = shelve(
        file_id,
        team=person.team,
        language=person.language,
        title=cells["title"],
        body=as_blocks({"open": cells["words"]}),
        kind=checking.kind_of(line),
        themes=[theme for theme in Theme.objects.all() if theme.name.casefold() in wanted],
        region=Region.objects.filter(name__iexact=cells["region"]).first() if cells.get("region") else None,
    )
    frozen = freeze(page, by=by)
    for slug in checking.use_slugs(line, checking.uses_by_name()):
        import_unknown(frozen.edition, use=slug, by=by, signed_on=checking.signed_on(line))


def _meet(batch: LegacyBatch, line: Line, met: dict[tuple[str, str], Person]) -> tuple[Person, bool]:
    """The person of this row, and whether they are new to us. Two rows with one name and address are one person."""
    key = checking.who(line)
    if key in met and key[1]:
        return met[key], False
    known = checking.known_person(line, by=batch.made_by)
    person = known or _invite(batch, line)
    met[key] = person
    return person, known is None


def _invite(batch: LegacyBatch, line: Line) -> Person:
    cells = line.cells
    named = User.objects.filter(
        groups__name=SUPPORTER, is_active=True, email__iexact=cells.get("supporter", "")
    )
    return inviting.invite(
        by=(named.first() if cells.get("supporter") else None) or batch.made_by,
        called=cells["called"],
        channel=checking.channel_of(line),
        address=cells.get("address", ""),
        language=checking.LANGUAGES[cells.get("language", "").casefold()],
    ).person


def _remember(batch: LegacyBatch, line: Line, met: dict[tuple[str, str], Person]) -> None:
    """Whom a row brought in before the run broke off, so that the rows after it do not meet them twice."""
    file_id = batch.lines.get(n=line.n).file_id
    person = files.author_of(file_id) if file_id else None
    if person is not None:
        met.setdefault(checking.who(line), person)
