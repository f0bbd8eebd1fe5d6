"""What the house knows by name when it reads a finder's line."""

from consent.domain.record.uses import current_uses
from consent.enums import Subject
from people.models import Region, Theme
from storybank.finder.enquiries import outlets_met
from storybank.finder.line import Known


def what_is_known() -> Known:
    """Four small queries."""
    return Known(
        themes=dict(Theme.objects.values_list("slug", "name")),
        regions=dict(Region.objects.values_list("slug", "name")),
        uses=dict(current_uses(Subject.STORY).values_list("slug", "label")),
        outlets=outlets_met(),
    )
