"""Where a story stands and what it waits for, in words: one pure function, shared by every queue."""

from dataclasses import dataclass
from datetime import datetime

from consent.domain.record.progress import Progress
from consent.enums import State
from storybank.enums import Waiting


@dataclass(frozen=True)
class Facts:
    """What decides where a story stands. `asks` are those for the version that the latest words are. `moment`: it is
    agreed, and goes up at a moment of chance."""

    since: datetime
    author: str = "The author"
    up: bool = False
    held: bool = False
    task: str = ""
    to_type: bool = False
    typed: bool = False
    changed: bool = False
    checked: bool | None = None
    asks: tuple[Progress, ...] = ()
    moment: bool = False


@dataclass(frozen=True)
class Standing:
    """What it waits for, a sentence for staff, since when, and whether an agreed version is up meanwhile."""

    waiting: Waiting
    sentence: str
    since: datetime
    up: bool = False


ASKED = (
    (State.REQUESTED, Waiting.CHOICES, "{who} has been asked and chooses now."),
    (State.COOLING, Waiting.THINKING, "{who} said yes once. Thinking time is running."),
    (State.PAUSED, Waiting.RESTING, "{who} is letting it rest."),
    (State.ACTIVE, Waiting.NOTHING, "{who} has agreed."),
    (State.DEFERRED, Waiting.SAID_NO, "{who} said not now. You can ask again another day."),
    (State.REFUSED, Waiting.SAID_NO, "{who} said no."),
    (State.WITHDRAWN, Waiting.STOPPED, "{who} has stopped it."),
    (State.EXPIRED, Waiting.STOPPED, "{who}'s yes has run out. You can ask again."),
    (State.UNKNOWN, Waiting.STOPPED, "We hold only an old record. Ask {who} afresh."),
)
"""Most urgent first: one open question outweighs every answered one."""
TO_COME = (
    "{who} has agreed. It names nobody, so it goes up by itself at a moment of chance that nobody can know."
)


def stands(facts: Facts) -> Standing:
    """The rule, in order: a hold, a check under way, the asks for these words, then whose turn it is."""
    if facts.held:
        return _at(facts, Waiting.RESTING, "It is resting while something is being checked.")
    if facts.task == "safety":
        return _at(facts, Waiting.SAFETY, "It waits for the safety check. The words stand still meanwhile.")
    if facts.task == "supporter":
        return _at(facts, Waiting.SUPPORTER, "Say what we plan to ask for, then it goes to the safety check.")
    if facts.asks:
        return _of_asks(facts)
    return _before_asking(facts)


def _of_asks(facts: Facts) -> Standing:
    ready = next((ask for ask in facts.asks if ask.ready), None)
    if ready is not None and all(ask.state is not State.REQUESTED for ask in facts.asks):
        return Standing(
            Waiting.SECOND_YES, f"{ready.who}'s second yes is missing.", since=ready.since, up=facts.up
        )
    for state, waiting, sentence in ASKED:
        ask = next((ask for ask in facts.asks if ask.state is state), None)
        if ask is not None and waiting is Waiting.NOTHING and facts.moment:
            return Standing(Waiting.MOMENT, TO_COME.format(who=ask.who), since=ask.since, up=facts.up)
        if ask is not None:
            return Standing(waiting, sentence.format(who=ask.who), since=ask.since, up=facts.up)
    return _at(facts, Waiting.STOPPED, "The yes for it has ended.")


def _before_asking(facts: Facts) -> Standing:
    if facts.to_type:
        return _at(facts, Waiting.TYPING, f"{facts.author} has sent a voice note or handwriting. Type it.")
    if facts.typed:
        return _at(facts, Waiting.AUTHOR_LOOKS, f"{facts.author} has not read yet what was typed.")
    if facts.checked is False:
        return _at(
            facts, Waiting.SUPPORTER, "The safety check says: not yet. Read its note, change, send it again."
        )
    if facts.changed and facts.checked:
        return _at(
            facts, Waiting.AUTHOR_LOOKS, f"{facts.author} has not looked at the suggested changes yet."
        )
    if facts.changed:
        return _at(
            facts,
            Waiting.SUPPORTER,
            f"There are suggestions {facts.author} has not seen. Send it for checks.",
        )
    return _at(facts, Waiting.SUPPORTER, f"{facts.author} has shared it. Read it, then send it for checks.")


def _at(facts: Facts, waiting: Waiting, sentence: str) -> Standing:
    return Standing(waiting, sentence, since=facts.since, up=facts.up)
