"""H02, H03, H10: a yes for each use asked, lasting long enough, and as close as they allow to be named."""

from datetime import timedelta

from speakers.matching.blockers import Finding, Repair
from speakers.matching.facts import Grant
from speakers.matching.kinds import Identity
from speakers.matching.pair import Pair
from speakers.matching.words import say_day


def live_grants(pair: Pair) -> dict[str, Grant]:
    """The yeses for the uses asked that hold at the moment of the run."""
    known = pair.speaker.consented_uses
    return {use: known[use] for use in pair.request.uses if use in known and known[use].until > pair.at}


def find_no_consent(pair: Pair) -> tuple[Finding, ...]:
    live = live_grants(pair)
    return tuple(
        Finding(
            f"Has not said yes to {pair.request.say(use)}.",
            f"consent for {pair.request.say(use)}",
            Repair("consent", f"Their supporter may ask about {pair.request.say(use)}", "supporter"),
        )
        for use in pair.request.uses
        if use not in live
    )


def mend_no_consent(pair: Pair) -> Pair:
    wanted = pair.request
    new = Grant(wanted.reuse_until, wanted.identity, wanted.face, wanted.voice)
    live = live_grants(pair)
    return pair.suppose(
        consented_uses={**pair.speaker.consented_uses, **{use: new for use in wanted.uses if use not in live}}
    )


def find_consent_ends(pair: Pair) -> tuple[Finding, ...]:
    """A yes must outlast the day by as long as the words may be used again."""
    needed = pair.request.reuse_until
    return tuple(
        Finding(
            f"Their yes to {pair.request.say(use)} ends on {say_day(grant.until)}; "
            f"this needs it until {say_day(needed)}.",
            f"consent for {pair.request.say(use)} ends too soon",
            suggest_longer(pair, use, grant),
        )
        for use, grant in live_grants(pair).items()
        if grant.until < needed
    )


def suggest_longer(pair: Pair, use: str, grant: Grant) -> Repair:
    if grant.until >= pair.request.end:
        return Repair("reuse", f"Agree that nothing is used again after {say_day(grant.until)}", "organiser")
    said = pair.request.say(use)
    return Repair("renew", f"Their supporter may ask whether the yes to {said} goes on", "supporter")


def mend_consent_ends(pair: Pair) -> Pair:
    wanted = pair.request
    live = live_grants(pair)
    kept = [grant.until for grant in live.values() if wanted.end <= grant.until < wanted.reuse_until]
    if kept:
        pair = pair.ask(reuse_days=(min(kept) - wanted.end) // timedelta(days=1))
    needed = pair.request.reuse_until
    renewed = {
        use: Grant(needed, grant.identity, grant.face, grant.voice)
        for use, grant in live.items()
        if grant.until < needed
    }
    return pair.suppose(consented_uses={**pair.speaker.consented_uses, **renewed})


def find_identity(pair: Pair) -> tuple[Finding, ...]:
    """One finding for each of name, face and voice, by the strictest of the uses asked."""
    live = list(live_grants(pair).values())
    wanted = pair.request
    if not live:
        return ()
    found = []
    allowed = min(grant.identity for grant in live)
    if wanted.identity > allowed:
        found.append(
            Finding(
                f"Allows {allowed.words}; this asks for {wanted.identity.words}.",
                "how they are named",
                Repair(
                    "identity", f"Ask for {allowed.words} instead of {wanted.identity.words}", "organiser"
                ),
            )
        )
    for part, asked, given in (
        ("face", wanted.face, all(grant.face for grant in live)),
        ("voice", wanted.voice, all(grant.voice for grant in live)),
    ):
        if asked and not given:
            found.append(
                Finding(
                    f"Does not want their {part} used.",
                    part,
                    Repair("identity", f"Do without their {part}", "organiser"),
                )
            )
    return tuple(found)


def mend_identity(pair: Pair) -> Pair:
    live = list(live_grants(pair).values())
    wanted = pair.request
    return pair.ask(
        identity=Identity(min([wanted.identity, *(grant.identity for grant in live)])),
        face=wanted.face and all(grant.face for grant in live),
        voice=wanted.voice and all(grant.voice for grant in live),
    )
