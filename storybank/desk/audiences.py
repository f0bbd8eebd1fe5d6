"""Who might meet a story, by which uses it reaches them, and what no choice can hide from them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consent import policy


@dataclass(frozen=True)
class Audience:
    """`uses`: the slugs by which the words reach them, the likeliest first. `honest`: what we cannot promise."""

    slug: str
    label: Promise
    honest: tuple[Promise, ...]
    uses: tuple[str, ...]


EVERYONE = (policy.WEBSITE, "social-media", "printed")
"""What is for everyone reaches each of them, whatever else does."""

AUDIENCES = (
    Audience(
        slug="sister",
        label=_("My sister"),
        uses=(*EVERYONE, "newsletter", "newspapers", "radio-tv"),
        honest=(
            _("She knows how you talk. She may know that it is you, also with no name."),
            _("She may show it to other people."),
        ),
    ),
    Audience(
        slug="journalist",
        label=_("A journalist"),
        uses=("newspapers", "radio-tv", *EVERYONE),
        honest=(
            _("A journalist may ask us who you are. We do not tell."),
            _("They can read our website too, like all others."),
            _("What is printed or sent out does not come back."),
        ),
    ),
    Audience(
        slug="prison-staff",
        label=_("Prison staff"),
        uses=("printed", policy.WEBSITE, "social-media", "training-staff"),
        honest=(
            _("Somebody who was there may know the day and the place again, and so may know you."),
            _("We do not tell a prison who you are, or what you said yes or no to."),
        ),
    ),
)
ON_OUR_SITE = frozenset({policy.WEBSITE})
"""Where a recording can be heard. Everywhere else what is said in it goes out in words."""


def audience(slug: str) -> Audience | None:
    return next((one for one in AUDIENCES if one.slug == slug), None)
