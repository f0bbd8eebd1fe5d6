"""Holding replies and the terms of a pack: what each is for, its words, and what may never stand in it.

A holding reply neither says nor hints that any one person has, or has not, told us a story. The house's words stand
in templates/storybank/press/; a charity's own beat them until it goes back.
"""

import re
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.template.loader import get_template

from people import clock
from people.models import Organisation, User
from storybank.models.press_text import PressText

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
BRACED = re.compile(r"\{[^{}]*\}?|\}")
LONGEST = 4000
TERMS: Final = "terms"


@dataclass(frozen=True)
class Kind:
    title: str
    when: str
    allowed: frozenset[str]


EVERYWHERE: Final = frozenset({"charity", "phone", "cover_hours", "sender", "outlet", "deadline"})
REPLIES: Final[dict[str, Kind]] = {
    "about-a-person": Kind(
        "They name somebody", "“Did Jo Marsh tell you this?” The same answer for every name.", EVERYWHERE
    ),
    "is-it-real": Kind(
        "They ask if a story is true", "“Who is Dee really? Can you vouch for her?”", EVERYWHERE
    ),
    "not-there-now": Kind(
        "They ask where a story went", "“It was on your site on Monday. Why has it gone?”", EVERYWHERE
    ),
    "somebody-to-talk-to": Kind(
        "They want somebody to talk to", "“Can you get me a former prisoner by six?”", EVERYWHERE
    ),
    "more-time": Kind(
        "You need more time", "Any question that cannot be answered before the deadline.", EVERYWHERE
    ),
}
KINDS: Final[dict[str, Kind]] = {
    **REPLIES,
    TERMS: Kind(
        "Terms of a pack",
        "What whoever gets a pack agrees to.",
        frozenset({"charity", "phone", "cover_hours", "outlet"}),
    ),
}

OPEN_QUESTION = re.compile(r"\b(whether|if|never say|do not say|neither|nor)\b", re.IGNORECASE)
"""A sentence that leaves it open may name what it leaves open."""
TELLS: Final = (
    r"\bwe\s+(can\s+|do\s+|will\s+)?(confirm|deny)\b",
    r"\b(told|wrote\s+to|spoke\s+to|spoken\s+to|contacted|came\s+to|shared\s+with)\s+us\b",
    r"\bour\s+(client|service\s+user|storyteller|author|member|contributor)\b",
    r"\b(known|unknown|stranger|linked|connected)\s+to\s+us\b",
    r"\b(one|none)\s+of\s+ours\b",
    r"\b(no|have\s+a)\s+records?\b",
    r"\b(he|she|this\s+person|that\s+person|the\s+author)\s+(is|was|did|does|has|had|never|refused|declined|stopped)\b",
    r"\b(with(drew|drawn)|took\s+it\s+down|taken\s+(it\s+)?down|changed\s+(his|her|their)\s+mind|consent)\b",
    r"\b(is|was)\s+(not\s+)?(true|false|genuine|invented|made\s+up)\b",
    r"\bno\s+comment\s+on\s+(him|her|them|this\s+person)\b",
)
SENTENCE = re.compile(r"[^.!?\n]+")


@dataclass(frozen=True)
class Words:
    body: str
    own: bool

    def filled(self, **given: str) -> str:
        """With the placeholders filled, once: what is filled in is never read for placeholders again."""
        known = _everywhere() | given
        return PLACEHOLDER.sub(lambda match: known.get(match[1], match[0]), self.body)


def words_of(key: str) -> Words:
    """The wording that stands now. `key` is one of `KINDS`."""
    own = PressText.objects.filter(key=key).first()
    return Words(own.body, own=True) if own else Words(house_words(key), own=False)


def house_words(key: str) -> str:
    text: str = get_template(f"storybank/press/{key}.txt").template.source  # type: ignore[attr-defined]  # Django's own engine
    return text.strip()


def problems(key: str, body: str) -> list[str]:
    """What stands against a wording, in sentences; empty when it may be used."""
    allowed = {f"{{{name}}}" for name in KINDS[key].allowed}
    found = [
        f"{one} is not known here. You can use: {' '.join(sorted(allowed))}."
        for one in sorted(set(BRACED.findall(body)) - allowed)
    ]
    if key in REPLIES:
        found += [
            f"“{said}” tells them something about a person. Say it so that it is true of anybody."
            for said in tells(body)
        ]
    if not body.strip():
        found.append("Write what it says.")
    return found


def tells(body: str) -> list[str]:
    """The passages by which a reply would confirm or deny; a sentence that leaves the question open is none."""
    met = []
    for sentence in SENTENCE.findall(body):
        if OPEN_QUESTION.search(sentence):
            continue
        met += [match[0] for pattern in TELLS for match in re.finditer(pattern, sentence, re.IGNORECASE)]
    return list(dict.fromkeys(met))


def set_words(key: str, body: str, *, by: User) -> PressText:
    """The charity's own wording from now on. Raises ValidationError with a sentence for each problem."""
    body = body.replace("\r\n", "\n").replace("\x00", "").strip()
    found = problems(key, body)
    if found:
        raise ValidationError(found)
    text, _ = PressText.objects.update_or_create(
        key=key, defaults={"body": body, "changed_at": clock.now(), "changed_by": by}
    )
    return text


def reset(key: str) -> None:
    """Back to the house's words."""
    PressText.objects.filter(key=key).delete()


def _everywhere() -> dict[str, str]:
    house = Organisation.load()
    return {
        "charity": house.name,
        "phone": house.phone or "our office",
        "cover_hours": house.cover_hours,
        "sender": house.sender_name,
        "outlet": "your desk",
        "deadline": "your deadline",
    }
