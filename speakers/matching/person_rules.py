"""H01, H04, H15, H17: are they active, trained, able to follow and be followed, and have they lived it."""

from datetime import date

from speakers.matching.blockers import Finding, Repair
from speakers.matching.kinds import Status
from speakers.matching.pair import Pair
from speakers.matching.words import local_day, say_day, say_list


def find_inactive(pair: Pair) -> tuple[Finding, ...]:
    """Resting by choice and paused by support read the same, so that a pause tells nothing."""
    status, until = pair.speaker.status, pair.speaker.resting_until
    if status is Status.ACTIVE:
        return ()
    if status in (Status.PROSPECT, Status.TRAINING):
        return (Finding("Is still getting ready to speak.", "getting ready"),)
    if status is Status.LEFT:
        return (Finding("No longer speaks for us.", "has left"),)
    if status is Status.RESTING and until and until < pair.request.start:
        return (Finding("Is resting.", "resting", Repair("wait", f"Ask from {say_day(until)}", "booker")),)
    return (Finding("Is resting.", "resting"),)


def mend_inactive(pair: Pair) -> Pair:
    until = pair.speaker.resting_until
    if pair.speaker.status is not Status.RESTING or until is None or until >= pair.request.start:
        return pair
    return pair.suppose(status=Status.ACTIVE).wait(until)


def find_training(pair: Pair) -> tuple[Finding, ...]:
    """A module counts up to and on its last day; the talk may not end after it."""
    day = local_day(pair.request.end)
    return tuple(
        Finding(
            say_training(pair, module, day),
            "training",
            Repair("training", suggest_training(pair, module, day), "volunteer manager"),
        )
        for module in missing_modules(pair)
    )


def missing_modules(pair: Pair) -> tuple[str, ...]:
    day, held = local_day(pair.request.end), pair.speaker.trainings
    return tuple(
        module
        for module in pair.request.training
        if module not in held or ((last := held[module]) is not None and last < day)
    )


def say_training(pair: Pair, module: str, day: date) -> str:
    said, last = pair.request.say(module), pair.speaker.trainings.get(module)
    if last is None:
        return f"Has not done the training: {said}."
    return f"Their training ({said}) ends on {say_day(last)}; this is on {say_day(day)}."


def suggest_training(pair: Pair, module: str, day: date) -> str:
    what = "Refresher" if module in pair.speaker.trainings else "Course"
    return f"{what} ({pair.request.say(module)}) before {say_day(day)}"


def mend_training(pair: Pair) -> Pair:
    done: dict[str, date | None] = dict.fromkeys(missing_modules(pair))
    return pair.suppose(trainings={**pair.speaker.trainings, **done})


def find_language_or_access(pair: Pair) -> tuple[Finding, ...]:
    found = []
    if missing := missing_languages(pair):
        said = say_list(missing)
        found.append(
            Finding(
                f"Does not speak {said}.",
                "language",
                Repair("interpreter", f"Book an interpreter for {said}", "booker"),
            )
        )
    if needed := missing_access(pair):
        said = say_list([pair.request.say(need) for need in needed])
        found.append(
            Finding(
                f"Needs {said}; not offered yet.",
                "access",
                Repair("access", f"Make sure of {said}", "organiser"),
            )
        )
    return tuple(found)


def missing_languages(pair: Pair) -> list[str]:
    return [] if pair.request.interpreter else sorted(pair.request.languages - pair.speaker.languages)


def missing_access(pair: Pair) -> list[str]:
    asked = {access.need for access in pair.speaker.access if access.also_online or not pair.online}
    return sorted(asked - pair.request.access_offered)


def mend_language_or_access(pair: Pair) -> Pair:
    return pair.ask(
        interpreter=pair.request.interpreter or bool(missing_languages(pair)),
        access_offered=pair.request.access_offered | set(missing_access(pair)),
    )


def find_experience(pair: Pair) -> tuple[Finding, ...]:
    told = pair.speaker.experiences
    return tuple(
        Finding(
            f"Has not told us of {pair.request.say(wish.tag)}.",
            f"experience of {pair.request.say(wish.tag)}",
            Repair("experience", f"Make {pair.request.say(wish.tag)} a wish, not a must", "organiser"),
        )
        for wish in pair.request.must_have
        if not any(wish.fits(experience) for experience in told)
    )


def mend_experience(pair: Pair) -> Pair:
    """What was a must and is not met becomes a wish, and so still counts in the score."""
    told = pair.speaker.experiences
    unmet = tuple(
        wish for wish in pair.request.must_have if not any(wish.fits(experience) for experience in told)
    )
    return pair.ask(
        must_have=tuple(wish for wish in pair.request.must_have if wish not in unmet),
        nice_to_have=(*pair.request.nice_to_have, *unmet),
    )
