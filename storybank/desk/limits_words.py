"""Why there is less to choose from, in words for the person: their age, or what the words show by themselves."""

from django.utils.translation import gettext as _

from consent.domain.acts.limits import Because, Limits
from consent.enums import IdentityLevel


def why_fewer_names(limits: Limits) -> list[str]:
    """One sentence for each thing that takes a name off the list; empty when all are on it."""
    return [line for line in (_because_of_age(limits), _because_of_the_words(limits)) if line]


def why_not_seen(limits: Limits) -> str:
    """Why nobody may be seen or heard, where a picture or a voice is in the story."""
    if limits.because is Because.NOTHING:
        return ""
    return _("You are under 18. So your face and your voice stay out, until two people here have agreed.")


def why_dark(limits: Limits) -> str:
    """What showing less would mean where the words themselves show more; empty where they do not."""
    if not shows_by_itself(limits):
        return ""
    return _because_of_the_words(limits) + " " + _("Nobody can read them there until we have changed them.")


def shows_by_itself(limits: Limits) -> bool:
    return limits.least > IdentityLevel.N2


def _because_of_age(limits: Limits) -> str:
    return {
        Because.NOTHING: "",
        Because.CHILD: _("You are under 13. So no name stands under your words."),
        Because.YOUNG: _(
            "You are under 18. So your own name stands under your words only when two people here have agreed."
        ),
    }[limits.because]


def _because_of_the_words(limits: Limits) -> str:
    return {
        IdentityLevel.N3: _(
            "A made-up name stands in the words themselves. So you cannot choose no name here."
        ),
        IdentityLevel.N4: _(
            "People who know you can tell from the words who you are. A made-up name would not hide you."
        ),
        IdentityLevel.N5: _(
            "Anybody can find out from the words who you are. Another name would not hide you."
        ),
    }.get(limits.least, "")
