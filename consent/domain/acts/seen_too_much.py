"""A first yes that would show too much of somebody young, or less than the words show by themselves: each is refused
with what to do instead.
"""

from consent.domain.clearance.guardians import CHILD, NOT_FOR_THE_YOUNG, young_in
from consent.domain.record.revealing import allowed_by
from consent.domain.record.terms import CannotAnswer, Terms
from consent.models import Permission
from people import clock


def refuse_too_much_for_the_young(permission: Permission, terms: Terms) -> None:
    missing = young_in(permission.file_id).missing_to_be_known(
        permission.appearance,
        use=permission.use,
        at=clock.now(),
        identity=terms.identity,
        face=terms.face,
        voice=terms.voice,
        place=terms.place,
    )
    if missing == NOT_FOR_THE_YOUNG:
        raise CannotAnswer("We do not use words this way for anybody under 18. Choose no here.")
    if missing == CHILD:
        raise CannotAnswer(
            "Under 13, no name stands under the words, and no face, voice or town is shown."
            " Choose no name, and no place or only the nation."
        )
    if missing is not None:
        raise CannotAnswer(
            "Under 18, two people here have to agree before your own name, your face or your voice is shown."
            " Choose no name or a made-up name for now, or talk with us."
        )


def refuse_less_than_the_words_show(permission: Permission, *, identity: int) -> None:
    """A yes to less than stands in the words would clear nothing: it is said now, while there is a choice."""
    if not allowed_by(identity, edition=permission.edition, appearance=permission.appearance):
        raise CannotAnswer(
            "The words themselves tell readers more about who you are than you chose."
            " Choose again, or say “not now” and we change the words first."
        )
