"""A press pack: made for one named recipient, fetched once, and the same bytes until its link ends."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from consent.domain.out import outings
from consent.domain.record.locking import locked_file
from consent.enums import OutingKind
from people import clock
from people.models import User
from storybank.domain.once import one_act
from storybank.finder.press_words import TERMS, words_of
from storybank.finder.ways import uses_by_pack
from storybank.models import Pack
from storybank.packs import sealed
from storybank.packs.documents import For, zipped
from storybank.packs.handing_over import (
    NOT_NOW,
    CannotHandOver,
    hand_over,
    ready,
    refuse_who_keeps_away,
    still_stands,
)

LINK_LASTS = timedelta(hours=24)


class LinkIsOver(CannotHandOver):
    """The pack can no longer be fetched; making another is another handover."""


@dataclass(frozen=True)
class Wanted:
    """What was filled in. `uid` comes from the form: sent twice as it is, it is one pack."""

    uid: UUID
    edition_id: int
    use: str
    recipient: str
    outlet: str
    rang_back: bool
    terms_accepted: bool
    contact: str = ""
    """The e-mail address on which we ask for it back by ourselves; empty when there is none."""


def make_pack(wanted: Wanted, *, by: User) -> Pack:
    """The pack, ready to be fetched. Raises `CannotHandOver`. Nothing has gone out yet."""
    if not (wanted.rang_back and wanted.terms_accepted):
        raise CannotHandOver("Ring them back and have the terms accepted first.")
    if wanted.use not in uses_by_pack():
        raise CannotHandOver(NOT_NOW)
    what = ready(wanted.edition_id, use=wanted.use, by=by)
    act = one_act(wanted.uid, wanted.edition_id, wanted.use, wanted.recipient, wanted.outlet, wanted.contact)
    terms = words_of(TERMS).filled(outlet=wanted.outlet)
    now = clock.now()
    with locked_file(what.file_id) as file:
        pack, _ = Pack.objects.get_or_create(
            uid=act,
            defaults={
                "code": outings.new_code(),
                "file_id": file.pk,
                "edition_id": what.edition_id,
                "use_slug": wanted.use,
                "outlet": wanted.outlet,
                "recipient_sealed": sealed.seal(file.uid, wanted.recipient.encode()),
                "contact_sealed": sealed.seal(file.uid, wanted.contact.encode()),
                "rang_back": True,
                "terms": terms,
                "terms_version": hashlib.sha256(terms.encode()).hexdigest()[:12],
                "made_by": by,
                "made_at": now,
                "link_until": now + LINK_LASTS,
            },
        )
    return pack


def fetch(pack: Pack, *, by: User) -> bytes:
    """The pack's bytes: the first time the outing begins before they leave, later it is the same outing.

    Raises `LinkIsOver` after a day, and `CannotHandOver` when any yes behind it no longer stands as it did.
    """
    if clock.now() >= pack.link_until:
        raise LinkIsOver("The link of this pack is over. Make a new one if it is still needed.")
    paper = None
    if pack.outing_id is None:
        what = ready(pack.edition_id, use=pack.use_slug, by=by)
        paper = what, zipped(what, for_whom(pack, until=what.until))
    with transaction.atomic(), locked_file(pack.file_id) as file:
        held = Pack.objects.get(pk=pack.pk)
        if held.outing_id is not None:
            return _again(held, file.uid, by=by)
        if paper is None:
            raise CannotHandOver(NOT_NOW)
        what, content = paper
        sha256 = hashlib.sha256(content).hexdigest()
        handed = hand_over(
            what,
            kind=OutingKind.PACK,
            code=held.code,
            by=by,
            recipient=f"{recipient_of(held)}, {held.outlet}",
            contact=contact_of(held),
            sha256=sha256,
            terms_version=held.terms_version,
        )
        held.outing_id, held.agreed, held.sha256 = handed.outing_id, handed.agreed, sha256
        held.bytes_sealed = sealed.seal(file.uid, content)
        held.save(update_fields=["outing", "agreed", "sha256", "bytes_sealed"])
    return content


def _again(pack: Pack, file_uid: UUID, *, by: User) -> bytes:
    refuse_who_keeps_away(pack.file_id, by=by)
    content = sealed.unseal(file_uid, pack.bytes_sealed)
    if not content or not still_stands(edition_id=pack.edition_id, use=pack.use_slug, agreed=pack.agreed):
        raise CannotHandOver(NOT_NOW)
    return content


def recipient_of(pack: Pack) -> str:
    """Who it is for; empty when the story's key is gone."""
    return sealed.unseal(pack.file.uid, pack.recipient_sealed).decode()


def contact_of(pack: Pack) -> str:
    """Where a letter that asks for it back would go; empty when there is no address, or the story's key is gone."""
    return sealed.unseal(pack.file.uid, pack.contact_sealed).decode()


def for_whom(pack: Pack, *, until: datetime) -> For:
    return For(
        recipient=recipient_of(pack),
        outlet=pack.outlet,
        code=pack.code,
        until=until,
        made_at=pack.made_at,
        use_label=uses_by_pack().get(pack.use_slug, pack.use_slug),
        terms=pack.terms,
    )
