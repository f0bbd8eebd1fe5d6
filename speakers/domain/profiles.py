"""The public page of a speaker: its words frozen and asked about, and the list of those whose yes stands now."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from consent import policy
from consent.domain.acts import asking
from consent.domain.care import files
from consent.domain.record import editions
from consent.domain.record.closure import Closure, Part
from consent.enums import IdentityLevel, Subject
from speakers.enums import Listing, Stance, Status
from speakers.models import ProfileEdition, Speaker

if TYPE_CHECKING:
    from consent.models import Edition, Permission
    from people.models import User

DIRECTORY = "directory"


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry as a reader may see it: nothing finer than was agreed. `about` only where the whole page is listed."""

    name: str
    region: str
    topics: tuple[str, ...]
    about: str
    language: str


def words_of(speaker: Speaker) -> dict[str, Any]:
    """The words as they stand now. The name is a slot, filled from what was agreed."""
    spoken = speaker.stances.filter(stance__in=[Stance.LEAD, Stance.WILL]).select_related("topic")
    return {
        "about": speaker.bio,
        "region": speaker.region.name if speaker.region else "",
        "topics": [one.topic.name for one in spoken],
    }


def closure_of(words: dict[str, Any]) -> Closure:
    return Closure(tuple(Part.of("text", name, words[name]) for name in ("about", "region", "topics")))


@transaction.atomic
def freeze_profile(speaker: Speaker, *, by: "User | None" = None) -> "Edition":
    """Copy the words as they stand; the list shows this copy, never the row it came from."""
    file = speaker.profile_file
    if file is None:
        file = files.open_file(kind=Subject.PROFILE, title="My page", person=speaker.person, by=by)
        speaker.profile_file = file
        speaker.save(update_fields=["profile_file"])
    words = words_of(speaker)
    edition = editions.freeze(file, closure=closure_of(words), language=speaker.person.language, by=by)
    ProfileEdition.objects.get_or_create(edition=edition, defaults={"speaker": speaker, "words": words})
    return edition


def ask_about_listing(speaker: Speaker, *, by: "User") -> "list[Permission]":
    return asking.ask(freeze_profile(speaker, by=by), uses=[DIRECTORY], by=by)


def listed(at: datetime) -> list[Listed]:
    """Everybody the gate clears for the list now, by name; whoever is resting is not offered."""
    rows = (
        ProfileEdition.objects.filter(policy.cleared_q(DIRECTORY, at), speaker__status=Status.ACTIVE)
        .exclude(speaker__listing=Listing.NONE)
        .select_related("speaker", "edition")
    )
    pages = {row.edition_id: row for row in rows}
    cleared = policy.clearances(pages, DIRECTORY, at)
    found = [
        _entry(pages[edition], cleared[edition])
        for edition in cleared
        if closure_of(pages[edition].words).sha256 == cleared[edition].closure_sha256
    ]
    return sorted(found, key=lambda one: (not one.name, one.name.casefold(), one.region))


def lines_of(edition_id: int) -> list[str]:
    """The words of one frozen page, as they would stand in the list; none for what is no page."""
    page = ProfileEdition.objects.filter(edition_id=edition_id).first()
    if page is None:
        return []
    about, region, topics = page.words["about"], page.words["region"], ", ".join(page.words["topics"])
    return [line for line in (*about.splitlines(), region, topics) if line.strip()]


def _entry(page: ProfileEdition, clearance: Any) -> Listed:
    named = IdentityLevel(clearance.identity).shows_name
    return Listed(
        name=clearance.slots.get("name", "") if named else "",
        region=page.words["region"],
        topics=tuple(page.words["topics"]),
        about=page.words["about"] if page.speaker.listing == Listing.FULL else "",
        language=page.edition.language,
    )
