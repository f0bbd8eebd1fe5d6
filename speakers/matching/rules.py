"""The hard rules in order. All are always asked, so that an explanation is complete; a new one is one row."""

from speakers.matching.blockers import Blocker, ReasonClass, Rule
from speakers.matching.consent_rules import (
    find_consent_ends,
    find_identity,
    find_no_consent,
    mend_consent_ends,
    mend_identity,
    mend_no_consent,
)
from speakers.matching.diary_rules import find_busy, find_short_notice, mend_busy, mend_short_notice
from speakers.matching.load_rules import find_cap, find_gap, mend_cap, mend_gap
from speakers.matching.pair import Pair
from speakers.matching.person_rules import (
    find_experience,
    find_inactive,
    find_language_or_access,
    find_training,
    mend_experience,
    mend_inactive,
    mend_language_or_access,
    mend_training,
)
from speakers.matching.place_rules import find_too_far, mend_too_far
from speakers.matching.private_rules import (
    find_block,
    find_boundary,
    find_restriction,
    mend_boundary,
    mend_restriction,
)

A, B, C = ReasonClass.A, ReasonClass.B, ReasonClass.C

RULES: tuple[Rule, ...] = (
    Rule("H01", A, find_inactive, mend_inactive),
    Rule("H02", A, find_no_consent, mend_no_consent),
    Rule("H03", A, find_consent_ends, mend_consent_ends),
    Rule("H04", A, find_training, mend_training),
    Rule("H06", C, find_restriction, mend_restriction),
    Rule("H07", A, find_busy, mend_busy),
    Rule("H08", A, find_too_far, mend_too_far),
    Rule("H09", B, find_boundary, mend_boundary),
    Rule("H10", A, find_identity, mend_identity),
    Rule("H11", A, find_gap, mend_gap),
    Rule("H12", A, find_cap, mend_cap),
    Rule("H13", B, find_block),
    Rule("H15", A, find_language_or_access, mend_language_or_access),
    Rule("H16", A, find_short_notice, mend_short_notice),
    Rule("H17", A, find_experience, mend_experience),
)
ROUNDS = 3  # a mended date may break another rule; after three rounds we say we do not know


def find_blockers(pair: Pair, *, rules: tuple[Rule, ...] = RULES) -> tuple[Blocker, ...]:
    """Everything that stands between this speaker and this request, in the order of the codes."""
    return tuple(
        Blocker(rule.code, rule.cls, found.text, found.label, found.repair)
        for rule in rules
        for found in rule.find(pair)
    )


def mend_all(
    pair: Pair, blockers: tuple[Blocker, ...] | None = None, *, rules: tuple[Rule, ...] = RULES
) -> Pair | None:
    """The pair with every blocker repaired, proved by asking all rules again; None where that fails.

    `blockers` spares asking the first time, when somebody just did.
    """
    known = find_blockers(pair, rules=rules) if blockers is None else blockers
    for _ in range(ROUNDS):
        standing = {blocker.code for blocker in known if blocker.blocks}
        if not standing:
            return pair
        for rule in rules:
            if rule.code in standing:
                if rule.mend is None:
                    return None
                pair = rule.mend(pair)
        known = find_blockers(pair, rules=rules)
    return None if any(blocker.blocks for blocker in known) else pair
