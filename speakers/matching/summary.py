"""One line about a list: how many can do it, and how many are one fact away, by fact."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from speakers.matching.blockers import Blocker
from speakers.matching.explain import Explanation

FEW = 5


@dataclass(frozen=True, slots=True)
class Summary:
    """`groups` from the largest; counts as text, because bookers read "fewer than 5"."""

    can: int
    away: str
    groups: tuple[tuple[str, str], ...]
    sentence: str


def summarise(explanations: Iterable[Explanation], *, bookers: bool) -> Summary:
    """For bookers only open reasons count, as if there were no others, and small counts are not told."""
    can, labels = 0, Counter[str]()
    for explanation in explanations:
        if explanation.eligible:
            can += 1
            continue
        reasons = [reason for reason in explanation.blockers if counts(reason, bookers=bookers)]
        if len(reasons) == 1:
            labels[reasons[0].label] += 1
    groups = tuple(
        (label, say_number(count, rounded=bookers))
        for label, count in sorted(labels.items(), key=lambda item: (-min_told(item[1], bookers), item[0]))
    )
    away = say_number(labels.total(), rounded=bookers)
    return Summary(can, away, groups, say_summary(can, labels.total(), away, groups))


def counts(reason: Blocker, *, bookers: bool) -> bool:
    return reason.blocks and not (bookers and reason.private)


def min_told(count: int, bookers: bool) -> int:
    """Small groups are told apart by nothing, not even by their order."""
    return FEW - 1 if bookers and count < FEW else count


def say_number(count: int, *, rounded: bool) -> str:
    return f"fewer than {FEW}" if rounded and count < FEW else str(count)


def say_summary(can: int, total: int, away: str, groups: tuple[tuple[str, str], ...]) -> str:
    first = "Nobody can do it yet" if can == 0 else f"{can} can do it"
    if total == 0:
        return f"{first}."
    verb = "is" if away == "1" else "are"
    listed = ", ".join(f"{count} {label}" for label, count in groups)
    return f"{first}; {away} {verb} one fact away: {listed}."
