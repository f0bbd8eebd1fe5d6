"""What staff read when they write down an answer: how much may be shown, and the turns in a life."""

from consent.enums import IdentityLevel, PlaceDetail, TimeDetail, Trigger


def _begun(label: str) -> str:
    return label[:1].upper() + label[1:]


NAMED = {level: _begun(level.label) for level in IdentityLevel}
PLACES = {level: _begun(level.label) for level in PlaceDetail}
TIMES = {level: _begun(level.label) for level in TimeDetail}
TURNS = {trigger: trigger.label for trigger in Trigger}
WHY_FEWER = (
    "Their age, or what the words show by themselves, leaves only these."
    " If they want something else, write down “not now” and change the words first."
)
