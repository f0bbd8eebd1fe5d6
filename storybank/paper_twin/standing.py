"""Whether a pack still asks what it asked when it was printed. What has changed since makes it void."""

from django.db import transaction

from consent.domain.acts import triggers
from consent.domain.acts.choices import Choice, choices_of, open_together
from consent.domain.acts.ending_soon import ends_soon
from consent.domain.stop.stopping import stopped_since
from consent.enums import State, Trigger
from people.models import Person, User
from storybank.lock.closure import closure_of
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState, VoidWhy

OPEN = (PackState.PRINTED, PackState.GIVEN, PackState.BACK, PackState.ENTERED)


def why_void(pack: PaperPack) -> VoidWhy | None:
    """None while every question on it stands as it was put."""
    if pack.state == PackState.VOID:
        return VoidWhy(pack.void_why)
    if pack.person is None or pack.file is None:
        return None
    page = StoryPage.objects.filter(pk=pack.page_id).first()
    if page is None:
        return VoidWhy.GONE
    if stopped_since(pack.file.pk, pack.printed_at):
        return VoidWhy.STOPPED
    if closure_of(page.get_latest_revision_as_object()).sha256 != pack.words_sha256:
        return VoidWhy.WORDS
    return None if _still_asked(pack, pack.person, pack.file.pk) else VoidWhy.ASKED


def settle(pack: PaperPack) -> PaperPack:
    """Write down that a pack is void when it is; said once, it stays so."""
    if pack.state in OPEN and (why := why_void(pack)) is not None:
        PaperPack.objects.filter(pk=pack.pk, state__in=OPEN).update(state=PackState.VOID, void_why=why)
        pack.refresh_from_db(fields=["state", "void_why"])
    return pack


@transaction.atomic
def has_moved(person: Person, *, by: User) -> int:
    """They came out or were moved: sheets sent to where they were are void, and what names it rests until they speak.

    Says how many packs are void. What was asked and never answered falls to "not now" by the clock, as ever.
    """
    triggers.happened(person, Trigger.RELEASE, by=by)
    mine = PaperPack.objects.filter(person=person, state__in=OPEN)
    return mine.update(state=PackState.VOID, void_why=VoidWhy.MOVED)


def thinking(pack: PaperPack) -> list[Choice]:
    """The first yeses that stand on its second sheet, as they are now."""
    if pack.person is None or pack.file is None:
        return []
    asked = set(pack.asks.get("second", []))
    return [one for one in choices_of(pack.person, pack.file.pk) if one.uid.hex in asked]


def _still_asked(pack: PaperPack, person: Person, file_id: int) -> bool:
    asks = pack.asks
    open_now = {one.uid.hex for one in open_together(person, file_id)}
    thinking = {one.uid.hex for one in choices_of(person, file_id) if one.state is State.COOLING}
    ending = {one.permission.uid.hex for one in ends_soon(person)}
    return (
        (not asks.get("choices") or set(asks["choices"]) == open_now)
        and set(asks.get("second", [])) <= thinking
        and set(asks.get("renew", [])) <= ending
    )
